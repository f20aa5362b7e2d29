import ArchBridgeABI
import Testing

struct DeclarationErrorTests {
  static let syntax: [(source: String, line: Int, column: Int, message: String)] = [
    (
      "int __fastcall __stdcall f(int);", 1, 16, "'stdcall' contradicts 'fastcall' before it"
    ),
    ("int f(foo x);", 1, 7, "expected a type, found 'foo'; declare it with typedef"),
    ("unsinged f(void)", 1, 1, "expected a type, found 'unsinged'; did you mean 'unsigned'?"),
    ("int f(uint33_t)", 1, 7, "expected a type, found 'uint33_t'; did you mean 'uint32_t'?"),
    (
      "typedef int matrix;\nint f(matrx m);", 2, 7,
      "expected a type, found 'matrx'; did you mean 'matrix'?"
    ),
    ("int f(int a", 1, 12, "expected ')' or ',', found end of text"),
    ("int f(int a, ", 1, 14, "expected a type, found end of text"),
    ("int f(void", 1, 11, "expected ')', found end of text"),
    ("int f(int a, ... b)", 1, 18, "expected ')', found 'b'"),
    ("int f(int a b)", 1, 13, "expected ')' or ',', found 'b'"),
    ("int f(a, b)", 1, 7, "expected a type, found 'a'; declare it with typedef"),
    ("int", 1, 4, "expected a name, found end of text"),
    ("int;", 1, 4, "expected a name, found ';'"),
    ("typedef struct s;", 1, 17, "expected a name, found ';'"),
    ("int 3(void)", 1, 5, "expected a name, found '3'"),
    ("int API f(void);", 1, 9, "expected '(', found 'f'"),
    ("int *(*f)(int) x;", 1, 16, "expected ';' or ',', found 'x'"),
    ("int f(void)\nint g(void);", 2, 1, "expected ';' or ',', found 'int'"),
    ("int (*f(int)", 1, 13, "expected ')', found end of text"),
    ("const f(void);", 1, 7, "expected a type, found 'f'; declare it with typedef"),
    ("struct;", 1, 7, "expected a tag or '{' after 'struct', found ';'"),
    ("enum;", 1, 5, "expected a tag or '{' after 'enum', found ';'"),
    ("enum { };", 1, 8, "expected an enumerator's name, found '}'"),
    ("enum { A B };", 1, 10, "expected '}' or ',', found 'B'"),
    ("typedef int t[2 3];", 1, 17, "expected ']', found '3'"),
    ("}", 1, 1, "expected a type, found '}'"),
    (
      "extern \"C\" { int f(void);", 1, 26,
      "expected '}' for the '{' after extern \"C\", found end of text"
    ),
    ("_Static_assert(1", 1, 17, "expected ')', found end of text"),
    ("int f(void) __attribute__(pure)", 1, 27, "expected '(', found 'pure'"),
    ("int f(void) __attribute__((3))", 1, 28, "expected an attribute's name, found '3'"),
    ("int f(void); @", 1, 14, "unexpected character '@'"),
    ("/* é👩‍👩‍👧 */ int é(void)", 1, 14, "unexpected character 'é'"),
    ("int\tf(void)\r\n\u{0}", 2, 1, "unexpected character U+0000"),
    ("int f(void) # 3", 1, 13, "unexpected character '#'"),
    ("int \\f(void)", 1, 5, "unexpected character '\\'"),
    ("int f(void);\n  /* no end", 2, 3, "this comment has no end"),
    ("extern \"C", 1, 8, "this string literal has no end on its line"),
    ("enum { A = '", 1, 12, "this character literal has no end on its line"),
  ]

  static let unsupported: [(source: String, line: Int, column: Int, message: String)] = [
    ("enum e : float { A };", 1, 10, "an enumeration's type must be an integer type"),
    (
      "enum e : short { A = 40000 };", 1, 18,
      "the enumerator 'A' is 40000, which its enumeration's 'short' does not hold"
    ),
    ("enum e : short; enum e : int;", 1, 22, "'enum e' has another type already: 'short'"),
    (
      "int f(void) { return 1; }", 1, 13,
      "a function's body is not read; end its declaration with ';'"
    ),
    ("int x = 3;", 1, 7, "a value is not read; end the declaration with ';'"),
    (
      "static int f(void);", 1, 1,
      "a 'static' function is not exported, so it cannot be called"
    ),
    ("int f(static int a);", 1, 7, "'static' cannot stand in a parameter"),
    ("extern typedef int t;", 1, 8, "'extern' and 'typedef' cannot be combined"),
    ("typedef extern int t;", 1, 9, "'extern' and 'typedef' cannot be combined"),
    ("unsigned __int128 f(void)", 1, 10, "'__int128' is not supported"),
    ("_Float128 f(void)", 1, 1, "'_Float128' is not supported"),
    ("int *_Atomic f(void)", 1, 6, "'_Atomic' is not supported"),
    (
      "int f(void) __asm__(\"g\");", 1, 13,
      "'__asm__' is not supported: it gives what is declared another symbol"
    ),
    (
      "int __attribute__((vectorcall)) f(void)", 1, 20,
      "the attribute 'vectorcall' is not supported: it may change how a call is made"
    ),
    (
      "int f(void) __attribute__((pure, __ms_abi__))", 1, 34,
      "the attribute '__ms_abi__' is not supported: it may change how a call is made"
    ),
    (
      "typedef int t __attribute__((mode(DI)));", 1, 30,
      "the attribute 'mode' is not supported: it may change how a call is made"
    ),
    (
      "enum __attribute__((packed)) e { A };", 1, 21,
      "the attribute 'packed' is not supported: it may change how a call is made"
    ),
    (
      "int __vectorcall f(void)", 1, 5,
      "'__vectorcall' is not supported: it changes how a call is made"
    ),
    (
      "int (__fastcall *f(void))(int)", 1, 6,
      "which function is called so is not clear; write a typedef for one"
    ),
    (
      "extern \"C++\" int f(void);", 1, 8,
      "extern '\"C++\"' is not supported; only extern \"C\" is"
    ),
    (
      "int f(int &a)", 1, 11,
      "expected ')' or ',', found '&'; C++ references are not read, declare a pointer"
    ),
    (
      "int f(int &&a)", 1, 11,
      "expected ')' or ',', found '&&'; C++ references are not read, declare a pointer"
    ),
    ("int f<int>(int)", 1, 6, "expected '(', found '<'; C++ templates are not read"),
    ("int A::f(int)", 1, 6, "expected '(', found '::'; C++ scopes are not read"),
    (
      "template <class T> T f(T);", 1, 1,
      "'template' starts C++, of which only C functions are read"
    ),
    ("int f(std::string s);", 1, 7, "'std' starts C++, of which only C functions are read"),
    (
      "#ifdef X\nint f(void);\n#endif", 1, 1,
      "'#ifdef' is not evaluated; preprocess the text first, e.g. with gcc -E"
    ),
    (
      "int f(void);\n # if 1", 2, 2,
      "'#if' is not evaluated; preprocess the text first, e.g. with gcc -E"
    ),
    ("#error no", 1, 1, "the text refuses itself with '#error'"),
    ("#foo", 1, 1, "unknown preprocessor line '#foo'"),
  ]

  static let meaning: [(source: String, line: Int, column: Int, message: String)] = [
    ("unsigned float f(void)", 1, 10, "'float' cannot be combined with 'unsigned'"),
    ("long int long long f(void)", 1, 15, "'long' cannot be combined with 'long int long'"),
    ("long char f(void)", 1, 6, "'char' cannot be combined with 'long'"),
    ("int int f(void)", 1, 5, "'int' cannot be combined with 'int'"),
    ("size_t int f(void)", 1, 8, "'int' cannot be combined with 'size_t'"),
    ("int struct s f(void)", 1, 5, "'struct' cannot be combined with 'int'"),
    ("int f(void a)", 1, 7, "a parameter cannot be 'void'"),
    ("int f(int, void)", 1, 12, "a parameter cannot be 'void'"),
    ("int f(void, int)", 1, 7, "a parameter cannot be 'void'"),
    ("int f(const void)", 1, 7, "a parameter cannot be 'void'"),
    ("int f(int a, int a)", 1, 14, "two parameters are named 'a'"),
    ("int f(void)[3]", 1, 6, "a function cannot return an array"),
    ("int f(void)(int)", 1, 6, "a function cannot return a function"),
    ("typedef int r[2]; r f(void)", 1, 22, "a function cannot return an array"),
    ("void f(void a[3])", 1, 14, "an array cannot have elements of 'void'"),
    ("typedef int t[3](int)", 1, 14, "an array cannot have functions for elements"),
    ("typedef int t[3][]", 1, 14, "only the first of several lengths can be left out"),
    ("typedef int t[-1]", 1, 15, "an array cannot have -1 elements"),
    ("typedef int t[1 ? 4294967296 : 0]", 1, 15, "an array cannot have 4294967296 elements"),
    ("typedef int t[static 3]", 1, 14, "only a parameter itself can be such an array"),
    ("void f(int n, int a[3][n])", 1, 23, "only a parameter itself can be such an array"),
    ("void f(int n, int a[n + 1])", 1, 21, "'n' is no constant"),
    (
      "enum { A } f(void);", 1, 1,
      "an enumeration needs a tag or a typedef to be a function's"
    ),
    (
      "void f(enum { A } *a);", 1, 8,
      "an enumeration needs a tag or a typedef to be a function's"
    ),
    ("typedef int t;\ntypedef long t;", 2, 14, "'t' is already a typedef of 'int'"),
    ("typedef char t; typedef const char t;", 1, 36, "'t' is already a typedef of 'char'"),
    ("int f(char *); int f(const char *);", 1, 20, "'f' is already declared as 'int f(char *)'"),
    ("int f(); int f(int);", 1, 14, "'f' is already declared as 'int f(void)'"),
    ("int f(void); typedef int f;", 1, 26, "'f' is already a function"),
    ("enum { A }; int A(void);", 1, 17, "'A' is already an enumerator"),
    ("typedef int A; enum { A };", 1, 23, "'A' is already a typedef"),
    ("enum { A, B, A };", 1, 14, "the enumerator 'A' is already 0"),
    (
      "enum e { A }; enum e { A, B };", 1, 20,
      "'enum e' is already defined with other enumerators"
    ),
    ("struct s; union s;", 1, 17, "'s' is the tag of a 'struct' already"),
    ("struct s; enum s { A };", 1, 16, "'s' is the tag of a 'struct' already"),
  ]

  @Test(arguments: syntax + unsupported + meaning)
  func `says what is wrong, and where`(source: String, line: Int, column: Int, message: String) {
    var declarations = CDeclarations()
    let error = #expect(throws: DeclarationError.self) { try declarations.parse(source) }
    #expect(error == DeclarationError(line: line, column: column, message: message))
  }

  @Test func `cuts a long word short`() {
    var declarations = CDeclarations()
    let error = #expect(throws: DeclarationError.self) {
      try declarations.parse(String(repeating: "a", count: 1_000_000))
    }
    #expect(
      error?.message
        == "expected a type, found '\(String(repeating: "a", count: 50))…'; declare it with typedef"
    )
  }
}
