import ArchBridgeABI
import Testing

struct VariableTests {
  @Test(arguments: [
    ("extern int optind;", "optind", "int", false),
    ("int optind;", "optind", "int", false),
    ("extern const char *const names[];", "names", "const char *[]", true),
    ("extern const double table[4];", "table", "double [4]", true),
    ("extern int (*hook)(void);", "hook", "int (*)(void)", false),
    ("struct s { int a; } x, *p;", "p", "struct s *", false),
    (
      "extern FILE *log_file __attribute__((visibility(\"default\")));", "log_file", "FILE *", false
    ),
    ("extern \"C\" { int a, f(void), b; }", "b", "int", false),
    ("extern char buffer[8] __attribute__((aligned(16)))", "buffer", "char [8]", false),
    ("extern int sizes[]; int sizes[3]; extern int sizes[];", "sizes", "int [3]", false),
  ])
  func `is read`(source: String, name: String, spelling: String, isConst: Bool) throws {
    var declarations = CDeclarations()
    try declarations.parse(source)
    try declarations.parse(source)
    let variable = try #require(declarations.variable(named: name))
    #expect(variable.name == name)
    #expect(variable.type.description == spelling)
    #expect(variable.isConst == isConst)
    #expect(declarations.variableNames.last == name)
  }

  @Test func `keeps its place among functions and constants`() throws {
    var declarations = CDeclarations()
    try declarations.parse("int b, f(void), a; extern int b;")
    #expect(declarations.variableNames == ["b", "a"])
    #expect(declarations.functionNames == ["f"])
    #expect(declarations.variable(named: "f") == nil)
  }

  @Test(arguments: [
    ("extern int a; extern long a;", 27, "'a' is already a variable of type 'int'"),
    ("extern int a; extern const int a;", 32, "'a' is already a variable of type 'int'"),
    ("extern int a[2]; extern int a[3];", 29, "'a' is already a variable of type 'int [2]'"),
    ("int a; int a(void);", 12, "'a' is already a variable"),
    ("int a(void); int a;", 18, "'a' is already a function"),
    ("extern void a;", 13, "a variable cannot be 'void'"),
    (
      "extern int a __asm__(\"b\");", 14,
      "'__asm__' is not supported: it gives what is declared another symbol"
    ),
    ("extern __thread int a;", 8, "'__thread' is not supported"),
    ("int a { 3 };", 7, "expected '(', found '{'"),
    (
      "extern int a __attribute__((annotate(\"archbridge:out\")));", 29,
      "an annotation belongs to a function or a parameter"
    ),
  ])
  func `is refused where it is not certain`(source: String, column: Int, message: String) {
    var declarations = CDeclarations()
    let error = #expect(throws: DeclarationError.self) { try declarations.parse(source) }
    #expect(error == DeclarationError(line: 1, column: column, message: message))
  }
}
