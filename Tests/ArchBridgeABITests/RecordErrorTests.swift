import ArchBridgeABI
import Testing

struct RecordErrorTests {
  static let members: [(source: String, column: Int, message: String)] = [
    ("struct s { int a }", 18, "expected ';' or ',', found '}'"),
    ("struct s { int a;", 18, "expected '}' after the members, found end of text"),
    ("struct s { int; };", 15, "expected a name, found ';'"),
    ("struct s { struct t; };", 20, "expected a name, found ';'"),
    ("struct s { int f(void); };", 16, "a member cannot be a function; declare a pointer to one"),
    ("struct s { void a; };", 17, "a member cannot be 'void'"),
    ("struct s { static int a; };", 12, "'static' cannot stand at a member"),
    ("struct s { int a, a; };", 19, "two members are named 'a'"),
    ("struct s { int a; union { int b, c; }; float c; };", 46, "two members are named 'c'"),
    (
      "struct s { struct s a; };", 21,
      "'a' needs 'struct s' to be defined before; or declare a pointer to it"
    ),
    (
      "struct s { union t a[2]; };", 20,
      "'a' needs 'union t' to be defined before; or declare a pointer to it"
    ),
    ("struct s { enum e a; };", 19, "'a' needs 'enum e' to be defined before"),
    (
      "struct s { struct t { int b; }; };", 31,
      "'struct t' is no member without a name; add a name, or leave out the tag"
    ),
    (
      "struct s { char a[]; int b; };", 22,
      "'a' has no length, so no member can follow it"
    ),
    ("union u { int a; char b[]; };", 23, "only a structure's last member can be without length"),
    ("struct s { int a[n]; };", 18, "'n' is no constant; only enumerators are known by name"),
    ("struct s { int a = 1; };", 18, "expected ';' or ',', found '='"),
    (
      "struct s { int a; }; struct s { long a; };", 29,
      "'struct s' is already defined otherwise"
    ),
    (
      "union s { int a; }; union s { int a; } __attribute__((packed));", 27,
      "'union s' is already defined otherwise"
    ),
    ("struct s { int a; }; union s { int a; };", 28, "'s' is the tag of a 'struct' already"),
    (
      "struct { int a; } f(void);", 1,
      "a structure needs a tag or a typedef to be a function's"
    ),
    ("void f(union { int a; } *);", 8, "a union needs a tag or a typedef to be a function's"),
  ]

  static let bitFields: [(source: String, column: Int, message: String)] = [
    ("struct s { float a : 3; };", 22, "a bit-field cannot be of type 'float'"),
    ("struct s { int *a : 3; };", 21, "a bit-field cannot be of type 'int *'"),
    ("struct s { enum e a : 3; };", 23, "a bit-field cannot be of type 'enum e'"),
    ("struct s { int a : 0; };", 20, "such a bit-field cannot have 0 bits"),
    ("struct s { int : -1; };", 18, "such a bit-field cannot have -1 bits"),
    ("struct s { _Bool a : 2; };", 22, "such a bit-field cannot have 2 bits"),
    ("struct s { long a : 65; };", 21, "such a bit-field cannot have 65 bits"),
  ]

  static let attributes: [(source: String, column: Int, message: String)] = [
    (
      "struct s { int a __attribute__((aligned(3))); };", 41,
      "an alignment must be a power of two up to 268435456, found 3"
    ),
    (
      "struct s { _Alignas(double) char a; };", 21,
      "an alignment that depends on a type is not supported; write it in bytes"
    ),
    (
      "typedef int t __attribute__((aligned(8)));", 30,
      "'aligned' on a typedef is not supported; write it after the '}' of a structure or union, "
        + "or at a member"
    ),
    (
      "typedef struct { int a; } t __attribute__((packed));", 44,
      "'packed' on a typedef is not supported; write it after the '}' of a structure or union, "
        + "or at a member"
    ),
    (
      "__attribute__((packed)) struct s { int a; };", 16,
      "the attribute 'packed' is not supported: it may change how a call is made"
    ),
    (
      "struct __attribute__((packed)) s *f(void);", 23,
      "the attribute 'packed' is not supported: it may change how a call is made"
    ),
    (
      "struct s { int *__attribute__((aligned(8))) a; };", 32,
      "the attribute 'aligned' is not supported: it may change how a call is made"
    ),
    (
      "struct s { enum { A } __attribute__((packed)) a; };", 38,
      "the attribute 'packed' is not supported: it may change how a call is made"
    ),
    (
      "void f(int a __attribute__((aligned(8))));", 29,
      "the attribute 'aligned' is not supported: it may change how a call is made"
    ),
    (
      "struct s { int a; } __attribute__((scalar_storage_order(\"big-endian\")));", 36,
      "the attribute 'scalar_storage_order' is not supported: it may change how a call is made"
    ),
    (
      "union u { int a; } __attribute__((transparent_union));", 35,
      "the attribute 'transparent_union' is not supported: it may change how a call is made"
    ),
    ("_Complex int f(void)", 10, "'int' cannot be combined with '_Complex'"),
    ("_Complex f(void)", 10, "expected 'float' or 'double' for '_Complex', found 'f'"),
    ("unsigned _Complex f(void)", 10, "'_Complex' cannot be combined with 'unsigned'"),
  ]

  @Test(arguments: members + bitFields + attributes)
  func `says what is wrong, and where`(source: String, column: Int, message: String) {
    var declarations = CDeclarations()
    let error = #expect(throws: DeclarationError.self) { try declarations.parse(source) }
    #expect(error == DeclarationError(line: 1, column: column, message: message))
  }
}
