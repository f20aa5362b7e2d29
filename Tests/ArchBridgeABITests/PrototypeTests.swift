import ArchBridgeABI
import Testing

struct PrototypeTests {
  @Test(arguments: [
    ("double norm(const double *x, int n)", "double norm(const double *x, int n)"),
    ("int f();", "int f(void)"),
    ("int f(void)", "int f(void)"),
    ("extern \"C\" int f(void);", "int f(void)"),
    ("long unsigned f(int unsigned long long)", "unsigned long f(unsigned long long)"),
    ("short int f(signed, signed char, char)", "short f(int, signed char, char)"),
    ("int long signed f(double long, _Bool, bool)", "long f(long double, _Bool, bool)"),
    ("char const *f(const char *const s)", "const char *f(const char *s)"),
    ("char *const *f(char **__restrict v)", "char *const *f(char **v)"),
    ("void f(char const *const *volatile v)", "void f(const char *const *v)"),
    ("int f(int a[3], int b[], const int c[2][4])", "int f(int *a, int *b, const int (*c)[4])"),
    (
      "int f(int n, double a[n], int b[static 3], int c[*])",
      "int f(int n, double *a, int *b, int *c)"
    ),
    ("int f(int g(int), int (*h)(void))", "int f(int (*g)(int), int (*h)(void))"),
    ("int f(int (int))", "int f(int (*)(int))"),
    ("int f(int (x), int (size_t))", "int f(int x, int (*)(size_t))"),
    ("int (*f(int a))(double)", "int (*f(int a))(double)"),
    ("int (*f(void))[3]", "int (*f(void))[3]"),
    ("void (*signal(int, void (*)(int)))(int)", "void (*signal(int, void (*)(int)))(int)"),
    ("void f(int *(*a[3])(int))", "void f(int *(**a)(int))"),
    ("int ((f))(int)", "int f(int)"),
    ("int printf(const char *format, ...)", "int printf(const char *format, ...)"),
    ("struct foo *f(union bar *, enum baz b)", "struct foo *f(union bar *, enum baz b)"),
    ("struct foo f(struct foo)", "struct foo f(struct foo)"),
    ("const int f(const int)", "int f(int)"),
    ("int f(int size_t)", "int f(int size_t)"),
    ("inline __extension__ int f(register int a)", "int f(int a)"),
    ("void *f(void *_Nullable p, FILE *_Nonnull g)", "void *f(void *p, FILE *g)"),
    ("int $f_1(int $a)", "int $f_1(int $a)"),
  ])
  func `is printed as C spells it`(source: String, printed: String) throws {
    #expect(try CDeclarations.parsePrototype(source).description == printed)
  }

  @Test(arguments: [
    "void f(void) __attribute__((__nothrow__, __leaf__));",
    "__attribute__((visibility(\"default\"))) void f(void)",
    "void __attribute__((cdecl)) f(void)",
    "void (__attribute__((cdecl)) f)(void)",
    "void f(void) __attribute__((format(printf, 1, 2))) __attribute__((nonnull(1), pure))",
    "void f(void) __attribute__((const, access(read_only, 1), , malloc(free, (1))))",
    "void __cdecl f(void)",
    "void f(void) __attribute__(())",
  ])
  func `may carry attributes that change no call`(source: String) throws {
    #expect(try CDeclarations.parsePrototype(source).description == "void f(void)")
  }

  @Test func `has the parts that it spells`() throws {
    let function = try CDeclarations.parsePrototype("double norm(const double *x, int n, ...)")
    #expect(function.name == "norm")
    #expect(
      function.type
        == CFunctionType(
          parameters: [
            .init(name: "x", type: .pointer(to: .scalar(.double), isConst: true)),
            .init(name: "n", type: .scalar(.int)),
          ], result: .scalar(.double), isVariadic: true))
  }

  @Test func `knows what the given declarations know, and leaves them alone`() throws {
    var declarations = CDeclarations()
    try declarations.parse("typedef unsigned char byte; enum { SIZE = 4 };")
    let function = try CDeclarations.parsePrototype(
      "void f(const byte (*p)[SIZE])", knowing: declarations)
    #expect(function.description == "void f(const byte (*p)[4])")
    #expect(declarations.functionNames.isEmpty)
  }

  @Test(arguments: [
    "", ";", "struct foo;", "typedef int f(int);", "int f(void), g(void);", "enum e { A };",
  ])
  func `is exactly one function`(source: String) {
    #expect(throws: DeclarationError.self) { try CDeclarations.parsePrototype(source) }
  }

  @Test(arguments: [("int f(void); int g(void);", 14), ("int f(void);;", 13)])
  func `ends with its first semicolon`(source: String, column: Int) {
    let error = #expect(throws: DeclarationError.self) {
      try CDeclarations.parsePrototype(source)
    }
    #expect(error?.column == column)
    #expect(error?.message.hasPrefix("expected the end of the prototype, found ") == true)
  }
}
