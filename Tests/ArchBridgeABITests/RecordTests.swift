import ArchBridgeABI
import Testing

struct RecordTests {
  /// Reads `source` twice: the second time changes nothing.
  func declarations(_ source: String) throws -> CDeclarations {
    var declarations = CDeclarations()
    try declarations.parse(source)
    try declarations.parse(source)
    return declarations
  }

  @Test func `members have names, types and qualifiers`() throws {
    let declarations = try declarations(
      "struct s { const char *name; const int id, *link; unsigned char rows[2][3]; };")
    let record = try #require(declarations.record(.structure, tag: "s"))
    #expect(record.members.map(\.name) == ["name", "id", "link", "rows"])
    #expect(
      record.members.map { "\($0.type)" }
        == ["const char *", "int", "const int *", "unsigned char [2][3]"])
    #expect(record.members.map(\.isConst) == [false, true, false, false])
  }

  @Test func `bit-fields have widths`() throws {
    let declarations = try declarations(
      "enum e { A }; struct s { int a : 3, b : 1 + 1; enum e : 4; unsigned : 0; _Bool c : 1; };")
    let record = try #require(declarations.record(.structure, tag: "s"))
    #expect(record.members.map(\.bitCount) == [3, 2, 4, 0, 1])
    #expect(record.members.map(\.name) == ["a", "b", nil, nil, "c"])
  }

  @Test func `attributes are kept`() throws {
    let declarations = try declarations(
      """
      struct __attribute__((packed)) s {
        int a __attribute__((aligned(4), packed));
        _Alignas(8) char b;
        __attribute__((aligned)) char c;
        int d : 3 __attribute__((__packed__));
      } __attribute__((__aligned__(1 << 5)));
      """)
    let record = try #require(declarations.record(.structure, tag: "s"))
    #expect(record.isPacked && record.alignment == 32)
    #expect(record.members.map(\.alignment) == [4, 8, 16, nil])
    #expect(record.members.map(\.isPacked) == [true, false, false, true])
  }

  @Test func `a structure points to itself and to what is defined later`() throws {
    let declarations = try declarations(
      "struct list { struct list *next; struct other *other; int (*less)(struct list); };")
    let record = try #require(declarations.record(.structure, tag: "list"))
    #expect(
      record.members[0].type == .pointer(to: .record(.structure, tag: "list"), isConst: false))
    #expect(declarations.record(.structure, tag: "other") == nil)
  }

  @Test func `a typedef names a structure without a tag`() throws {
    let declarations = try declarations(
      "typedef struct { int quot, rem; } div_t; typedef struct { long quot; } other;")
    #expect(declarations.typedef(named: "div_t") == .record(.structure, tag: "{quot}"))
    #expect(declarations.record(.structure, tag: "{quot}")?.members.count == 2)
    #expect(declarations.typedef(named: "other") == .record(.structure, tag: "{quot}2"))
    #expect(declarations.record(.structure, tag: "{quot}2")?.members.count == 1)
  }

  @Test func `generated tags keep clear of enumerations`() throws {
    let declarations = try declarations(
      """
      typedef enum { A } a; typedef struct { int A; } b;
      typedef struct { int B; } c; typedef enum { B } d;
      """)
    #expect(declarations.typedef(named: "a") == .enumeration(tag: "{A}"))
    #expect(declarations.typedef(named: "b") == .record(.structure, tag: "{A}2"))
    #expect(declarations.typedef(named: "c") == .record(.structure, tag: "{B}"))
    #expect(declarations.typedef(named: "d") == .enumeration(tag: "{B}1"))
    #expect(declarations.enumerators(ofTag: "{B}1") == ["B"])
  }

  @Test func `anonymous records are members without a name`() throws {
    let declarations = try declarations(
      "struct s { union { int i; float f; }; struct { int x; } named; enum { INNER }; };")
    let record = try #require(declarations.record(.structure, tag: "s"))
    #expect(record.members.map(\.name) == [nil, "named"])
    #expect(declarations.record(.union, tag: "{i}") != nil)
    #expect(declarations.constant(named: "INNER") == 0)
  }

  @Test(arguments: [
    ("struct s { int n; char data[]; };", nil as Int?),
    ("typedef char bytes[]; struct s { int n; bytes data; };", nil),
    ("struct s { int n; char data[0]; };", 0),
  ])
  func `the last member may lack a length`(source: String, count: Int?) throws {
    let record = try #require(try declarations(source).record(.structure, tag: "s"))
    #expect(record.members[1].type.resolved == .array(of: .scalar(.char), count: count))
  }

  @Test(arguments: [
    "struct s { int a; }; struct s { int a; };",
    "typedef int t; struct s { t a; }; struct s { int a; };",
    "struct s; struct s *f(void); struct s { int a; }; struct s;",
    "struct s { int a;; _Static_assert(1, \"a\"); };",
    "struct s { int a; } x, *y;",
    "struct { int a; };",
    "struct s { struct { int b; } a; };",
    "extern \"C\" { struct s { int a; } f(void); }",
  ])
  func `is read`(source: String) throws {
    _ = try declarations(source)
  }

  @Test(arguments: [
    ("_Complex double z(void)", CType.complex(.double)),
    ("double _Complex z(void)", .complex(.double)),
    ("double complex z(void)", .complex(.double)),
    ("complex long double z(void)", .complex(.longDouble)),
    ("long _Complex double z(void)", .complex(.longDouble)),
    ("__complex__ float z(void)", .complex(.float)),
  ])
  func `complex numbers are read in any order`(source: String, type: CType) throws {
    let function = try CDeclarations.parsePrototype(source)
    #expect(function.type.result == type)
    #expect(try CDeclarations.parsePrototype("\(function)") == function)
  }

  @Test func `a prototype may define its result, which parsing the same text keeps`() throws {
    let source = "struct div_t { int quot; int rem; } div(int a, int b)"
    let function = try CDeclarations.parsePrototype(source)
    #expect(function.description == "struct div_t div(int a, int b)")
    let declarations = try declarations(source)
    #expect(declarations.record(.structure, tag: "div_t")?.members.count == 2)
    #expect(declarations.function(named: "div") == function)
  }

  @Test(arguments: [
    ("struct tm", "struct tm"), ("const char *", "const char *"), ("double[3]", "double [3]"),
    ("int (*)(int)", "int (*)(int)"), ("point", "point"), ("long unsigned", "unsigned long"),
    ("void", "void"), ("_Complex float", "_Complex float"), ("int (int)", "int (int)"),
  ])
  func `a type name is read`(spelling: String, printed: String) throws {
    let declarations = try declarations("typedef struct { int x, y; } point;")
    #expect(try declarations.type(spelling).description == printed)
  }

  @Test(arguments: [
    ("int x", 5, "expected a type without a name, found 'x'"),
    ("struct { int a; }", 1, "a type cannot be defined here; only its name is read"),
    ("struct s { int a; } *", 1, "a type cannot be defined here; only its name is read"),
    ("int;", 4, "expected the end of the type, found ';'"),
    ("static int", 1, "'static' cannot stand in a type's name"),
    ("", 1, "expected a type, found end of text"),
  ])
  func `a type name is no more than that`(spelling: String, column: Int, message: String) {
    let error = #expect(throws: DeclarationError.self) { try CDeclarations().type(spelling) }
    #expect(error == DeclarationError(line: 1, column: column, message: message))
  }
}
