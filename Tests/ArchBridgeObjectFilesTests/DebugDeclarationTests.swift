import ArchBridgeABI
import ArchBridgeLibraryFiles
import ArchBridgeObjectFiles
import Foundation
import Testing

/// What is read from debug information is what the source says, whatever made it.
@Suite(
  .enabled(if: Tool.isThere("gcc") && Tool.isThere("clang") && Tool.isThere("objcopy")),
  .timeLimit(.minutes(4)))
struct DebugDeclarationTests {
  private func expectAll(
    _ found: DebugDeclarations, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(found.prototypes == SignatureFixture.prototypes, sourceLocation: sourceLocation)
    #expect(
      found.omissions.map { "\($0.name): \($0.reason)" }
        == ["vendor_vector: its parameter 'a' is a vector"], sourceLocation: sourceLocation)
    #expect(found.openRecords == [], sourceLocation: sourceLocation)
    let declarations = found.declarations
    #expect(
      declarations.variableNames == ["vendor_name", "vendor_table", "vendor_version"],
      sourceLocation: sourceLocation)
    #expect(
      "\(try #require(declarations.variable(named: "vendor_table")).type)" == "double [4][2]",
      sourceLocation: sourceLocation)
    #expect(
      declarations.variable(named: "vendor_name")?.isConst == true, sourceLocation: sourceLocation)
    #expect(
      ["RED", "GREEN", "BLUE", "LOW", "HIGH"].map { declarations.constant(named: $0) }
        == [0, 5, 6, -1, 1], sourceLocation: sourceLocation)
    // The text is as good as what it was made of.
    var again = CDeclarations()
    try again.parse(found.text)
    #expect(again.functionNames == declarations.functionNames, sourceLocation: sourceLocation)
  }

  @Test(arguments: SignatureFixture.all)
  func `reads functions, variables and types`(_ fixture: SignatureFixture) throws {
    try fixture.withLibrary { path in
      let found = try DebugDeclarations(path: path)
      try expectAll(found)
      #expect(found.debugFile == nil)
      let model = found.architecture.dataModel
      let size = { (tag: String) in
        try found.declarations.extent(of: found.declarations.type("struct \(tag)"), in: model)
          .byteCount
      }
      #expect(try size("packet") == 7)
      #expect(try size("pair") == 10)
      #expect(try size("over") == 16)
      #expect(try size("plain") == (fixture.is32 ? 28 : 48))
      #expect(try size("segment") == 56)
      #expect(found.declarations.record(.structure, tag: "opaque") == nil)
    }
  }

  @Test(arguments: [true, false], [false, true])
  func `reads the separate debug file`(is32: Bool, compresses: Bool) throws {
    let fixture = SignatureFixture(compiler: .gcc, is32: is32, options: ["-g"])
    try fixture.withLibrary { path in
      try Tool.run(
        "objcopy",
        ["--only-keep-debug"] + (compresses ? ["--compress-debug-sections"] : [])
          + [path, path + ".debug"])
      try Tool.run("objcopy", ["--strip-all", path])
      #expect {
        try DebugDeclarations(path: path)
      } throws: { error in
        let text = "\(error)"
        return text.contains("no debug information; compile it with -g")
          && text.contains("/usr/lib/debug/.build-id/")
      }
      try Tool.run("objcopy", ["--add-gnu-debuglink=\(path).debug", path])
      let found = try DebugDeclarations(path: path)
      try expectAll(found)
      #expect(found.debugFile?.hasSuffix("libvendor.so.debug") == true)
    }
  }

  @Test func `reads sections that Zstandard compressed`() throws {
    let fixture = SignatureFixture(compiler: .gcc, options: ["-g"])
    try fixture.withLibrary { path in
      try Tool.run("objcopy", ["--compress-debug-sections=zstd", path])
      try expectAll(try DebugDeclarations(path: path))
    }
  }

  @Test(arguments: [4, 5])
  func `says what to do where the debug information is split`(version: Int) throws {
    let fixture = SignatureFixture(
      compiler: .gcc, options: ["-gdwarf-\(version)", "-gsplit-dwarf"])
    try fixture.withLibrary { path in
      #expect(throws: ObjectFileError.splitDebugInformation(file: "vendor.dwo")) {
        _ = try DebugDeclarations(path: path)
      }
      return
    }
  }

  @Test func `gives only what the library exports, and what that reaches`() throws {
    let source = """
      struct reached { int a; };
      struct other { int b; };
      __attribute__((visibility("hidden"))) int hidden(struct other o) { return o.b; }
      static int local(struct other *o) { return o->b; }
      int shown(struct reached *r) { struct other o = {r->a}; return hidden(o) + local(&o); }
      """
    try SignatureFixture(compiler: .gcc, options: ["-g"]).withLibrary(source) { path in
      let found = try DebugDeclarations(path: path)
      #expect(found.prototypes == ["int shown(struct reached *r)"])
      #expect(found.declarations.record(.structure, tag: "reached") != nil)
      #expect(found.declarations.record(.structure, tag: "other") == nil)
    }
  }

  @Test func `tells records of one name apart by what is in them`() throws {
    let folder = URL(fileURLWithPath: NSTemporaryDirectory() + "archbridge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let sources = [
      "a": "struct one { int a; }; int first(struct one *p) { return p->a; }",
      "b": "struct one { double a; }; int second(struct one *p) { return p->a; }",
      "c": "struct one { int a; }; int third(struct one *p) { return p->a; }",
    ]
    for (name, text) in sources {
      try Data(text.utf8).write(to: folder.appending(path: name + ".c"))
    }
    try Tool.run(
      "gcc", ["-m32", "-g", "-shared", "-nostdlib", "-fPIC", "a.c", "b.c", "c.c", "-o", "x.so"],
      in: folder.path)
    let found = try DebugDeclarations(path: folder.appending(path: "x.so").path)
    #expect(
      found.prototypes == [
        "int first(struct one *p)", "int second(struct one_2 *p)", "int third(struct one *p)",
      ])
    #expect(found.text.contains("struct one_2 {\n  double a;\n};"))
  }
}
