import ArchBridgeABI
import Testing

struct PackingTests {
  @Test(
    arguments: [
      ("#pragma pack(1)", 1), ("#pragma pack(push, 2)", 2), ("# pragma  pack ( 4 ) // four", 4),
      ("#pragma pack(push)\n#pragma pack(8)", 8), ("#pragma pack(push, label, 16)", 16),
      ("#pragma pack(1)\n#pragma pack()", nil), ("#pragma pack(1)\n#pragma pack(0)", nil),
      ("#pragma pack(2)\n#pragma pack(push, 1)\n#pragma pack(pop)", 2),
      ("#pragma pack(push, a, 1)\n#pragma pack(push, 2)\n#pragma pack(pop, a)", nil),
      (
        "#pragma pack(push, a)\n#pragma pack(push, b, 2)\n#pragma pack(push, 1)\n#pragma pack(pop, b)",
        nil
      ),
      ("_Pragma(\"pack(push, 1)\")", 1), ("_Pragma ( \"pack(4)\" ) _Pragma(\"once\")", 4),
      ("#pragma GCC diagnostic push\n#pragma once\n#pragma packed(3)\n#pragma", nil),
      ("#pragma pack(push, 1) \\\n /* and\n more */", 1),
    ] as [(String, Int?)])
  func `a pragma limits the alignment of members`(source: String, alignment: Int?) throws {
    var declarations = CDeclarations()
    try declarations.parse("\(source)\nstruct s { int a; };")
    let record = try #require(declarations.record(.structure, tag: "s"))
    #expect(record.packAlignment == alignment)
  }

  @Test func `a pragma holds up to the end of its text`() throws {
    var declarations = CDeclarations()
    try declarations.parse("#pragma pack(1)\nstruct s { int a; };")
    try declarations.parse("struct t { int a; };")
    #expect(declarations.record(.structure, tag: "s")?.packAlignment == 1)
    #expect(declarations.record(.structure, tag: "t")?.packAlignment == nil)
  }

  @Test(arguments: [
    ("#pragma pack(3)", "the alignment must be 1, 2, 4, 8 or 16"),
    ("#pragma pack(push, 1, a)", "expected at most a name and a number after 'push'"),
    ("#pragma pack(pop)", "there is no 'push' to go back to"),
    ("#pragma pack(push)\n#pragma pack(pop, a)", "there is no 'push' with this name to go back to"),
    ("#pragma pack(push)\n#pragma pack(pop, 1)", "compilers differ over what follows 'pop' here"),
    ("#pragma pack(push 1)", "expected ','"),
    ("#pragma pack(push,)", "expected one argument after each ','"),
    ("#pragma pack 1", "expected '(' and ')'"),
    ("#pragma pack(1", "expected '(' and ')'"),
    ("#pragma pack(1, 2)", "expected 'push', 'pop' or one number"),
    ("#pragma pack(@)", "unexpected character '@'"),
  ])
  func `a pragma that cannot be read is refused`(source: String, problem: String) {
    var declarations = CDeclarations()
    let error = #expect(throws: DeclarationError.self) { try declarations.parse(source) }
    #expect(error?.message == "this '#pragma pack' cannot be read: \(problem)")
    #expect(error?.column == 1)
  }

  @Test(arguments: [
    (
      "struct s { char a;\n#pragma pack(1)\nint b; };",
      "'#pragma pack' changes inside a definition, which compilers read differently"
    ),
    ("#pragma ms_struct on", "'#pragma ms_struct' is not supported: it changes layouts"),
    (
      "_Pragma(1)", "expected a text in quotation marks and parentheses after '_Pragma'"
    ),
  ])
  func `what would change a layout is not passed over`(source: String, message: String) {
    var declarations = CDeclarations()
    let error = #expect(throws: DeclarationError.self) { try declarations.parse(source) }
    #expect(error?.message == message)
  }

  @Test func `a pragma between members counts for what is defined under it`() throws {
    var declarations = CDeclarations()
    try declarations.parse(
      """
      struct outer {
        char a;
      #pragma pack(push, 1)
        struct inner { char a; int b; } inner;
      #pragma pack(pop)
        int b;
      };
      """)
    #expect(declarations.record(.structure, tag: "outer")?.packAlignment == nil)
    #expect(declarations.record(.structure, tag: "inner")?.packAlignment == 1)
  }
}
