import ArchBridgeABI
import Testing

struct DeclarationLimitTests {
  static let count = 100_000

  static func repeated(_ text: String, _ count: Int = count) -> String {
    String(repeating: text, count: count)
  }

  @Test(arguments: [
    "int " + repeated("(") + "f" + repeated(")") + "(void);",
    "int " + repeated("*") + "f(void);",
    "int " + repeated("(*") + "f" + repeated(")") + "(void);",
    "int f" + repeated("(int (*)") + repeated(")"),
    "typedef int a" + repeated("[2]"),
    "int f(int a" + repeated("[2]") + ");",
    "enum { A = " + repeated("(") + "1" + repeated(")") + "};",
    "enum { A = " + repeated("- ") + "1 };",
    "enum { A = " + repeated("1 ? ") + "1" + repeated(" : 1") + "};",
    "enum { A = " + repeated("1 ? 1 : ") + "1 };",
    "typedef int " + repeated("(") + "a;",
  ])
  func `nesting without bound is refused`(source: String) {
    var declarations = CDeclarations()
    #expect(throws: DeclarationError.self) { try declarations.parse(source) }
  }

  @Test func `nesting as C demands is read`() throws {
    var declarations = CDeclarations()
    let (open, close) = (Self.repeated("(", 60), Self.repeated(")", 60))
    try declarations.parse("int \(open)f\(close)(void); enum { A = \(open)7\(close) };")
    #expect(declarations.functionNames == ["f"])
    #expect(declarations.constant(named: "A") == 7)
  }

  @Test func `a chain of pointer typedefs ends`() {
    var source = "typedef int *t0;"
    for index in 1...1000 { source += "typedef t\(index - 1) *t\(index);" }
    expectTooLarge(source)
  }

  @Test func `a chain of function typedefs ends before it grows without bound`() {
    var source = "typedef int (*t0)(void);"
    for index in 1...60 {
      source += "typedef int (*t\(index))(t\(index - 1), t\(index - 1));"
    }
    expectTooLarge(source)
  }

  @Test func `a function of very many parameters is refused`() {
    expectTooLarge("int f(int" + Self.repeated(", int") + ");")
  }

  func expectTooLarge(_ source: String) {
    var declarations = CDeclarations()
    let error = #expect(throws: DeclarationError.self) { try declarations.parse(source) }
    #expect(error?.message == "this type is too large or nests too deep")
  }

  @Test func `a long text is read to its end`() throws {
    var source = ""
    for index in 0..<20_000 { source += "typedef int t\(index); t\(index) f\(index)(size_t n);\n" }
    source += Self.repeated("/* * */ // \n")
    source += "enum { A = 1" + Self.repeated(" + 1") + " };"
    source += Self.repeated("extern \"C\" {") + Self.repeated("}")
    source += "void last(void)" + Self.repeated(" __attribute__((pure))")
    var declarations = CDeclarations()
    try declarations.parse(source)
    #expect(declarations.functionNames.count == 20_001)
    #expect(declarations.constant(named: "A") == Int64(Self.count + 1))
  }

  @Test func `many short texts are read as fast as one long text`() throws {
    var declarations = CDeclarations()
    for index in 0..<20_000 { try declarations.parse("int f\(index)(void)") }
    #expect(declarations.functionNames.count == 20_000)
  }
}
