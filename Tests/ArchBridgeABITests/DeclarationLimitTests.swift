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
    repeated("struct {") + repeated("} a;"),
    repeated("enum : "),
    repeated("enum e : const "),
    repeated("_Pragma("),
    repeated("_Pragma(\"pack("),
    "#pragma " + repeated("pack("),
    "int f(int a __attribute__((aligned" + repeated("(") + "1" + repeated(")") + ")));",
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

  @Test func `structures lie in one another so deep and no deeper`() throws {
    var source = "struct s0 { char a; };"
    for index in 1..<64 { source += "struct s\(index) { struct s\(index - 1) a; };" }
    var declarations = CDeclarations()
    try declarations.parse(source)
    let deepest = CType.record(.structure, tag: "s63")
    #expect(try declarations.extent(of: deepest, in: .i386).byteCount == 1)
    let error = #expect(throws: DeclarationError.self) {
      try declarations.parse("struct s64 { struct s63 a[2]; };")
    }
    #expect(error?.message == "more than 64 structures and unions lie in one another")
  }

  @Test(arguments: ["struct", "union"])
  func `what doubles with each definition is laid out at once`(keyword: String) throws {
    var source = "\(keyword) s0 { char a[0]; }; \(keyword) t0 { char a; };"
    for index in 1..<64 {
      for letter in ["s", "t"] {
        let inner = "\(keyword) \(letter)\(index - 1)"
        source += "\(keyword) \(letter)\(index) { \(inner) a, b[3]; };"
      }
    }
    var declarations = CDeclarations()
    try declarations.parse(source)
    for architecture in Architecture.all {
      for tag in ["s63", "t3", "t10", "t63"] {
        let type = CType.record(keyword == "struct" ? .structure : .union, tag: tag)
        _ = try? declarations.extent(of: type, in: architecture.dataModel)
        _ = try? declarations.layout(of: type, in: architecture.dataModel)
        _ = try? declarations.passing(of: type, on: architecture)
      }
    }
    let last = CType.record(keyword == "struct" ? .structure : .union, tag: "s63")
    #expect(try declarations.extent(of: last, in: .i386).byteCount == 0)
  }

  @Test func `many structures without a tag are read in time`() throws {
    var source = ""
    for index in 0..<10_000 { source += "typedef struct { char x[\(index)]; } t\(index);" }
    var declarations = CDeclarations()
    try declarations.parse(source)
    try declarations.parse(source)
    #expect(declarations.typedef(named: "t9999") == .record(.structure, tag: "{x}10000"))
  }

  @Test func `a structure of very many members is laid out`() throws {
    var source = "struct s {"
    for index in 0..<50_000 { source += "char a\(index); int b\(index) : 3;" }
    var declarations = CDeclarations()
    try declarations.parse(source + "};")
    let type = CType.record(.structure, tag: "s")
    #expect(try declarations.layout(of: type, in: .x86_64).members.count == 100_000)
  }
}
