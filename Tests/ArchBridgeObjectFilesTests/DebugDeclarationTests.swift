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

  @Test func `functions of which only names and lines are there are left out`() throws {
    for compiler in SignatureFixture.Compiler.allCases {
      try SignatureFixture(compiler: compiler, options: ["-g1"]).withLibrary { path in
        let found = try? DebugDeclarations(path: path)
        #expect(found.map { $0.prototypes.isEmpty } ?? true)
        if compiler == .gcc {
          #expect(found?.omissions.contains { $0.reason.contains("use -g") } == true)
        }
      }
    }
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

  @Test(.enabled(if: Tool.isThere("dwz")), arguments: [true, false])
  func `reads what several debug files share`(is32: Bool) throws {
    let folder = URL(fileURLWithPath: NSTemporaryDirectory() + "archbridge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try SignatureFixture(compiler: .gcc, is32: is32, options: ["-g"]).withLibrary { path in
      for name in ["one.so", "two.so"] {
        try FileManager.default.copyItem(
          atPath: path, toPath: folder.appending(path: name).path)
      }
    }
    try Tool.run(
      "dwz", ["-m", "shared.debug", "-M", "shared.debug", "one.so", "two.so"], in: folder.path)
    let path = folder.appending(path: "one.so").path
    try expectAll(try DebugDeclarations(path: path))
    try FileManager.default.removeItem(at: folder.appending(path: "shared.debug"))
    let found = try DebugDeclarations(path: path)
    #expect(found.omissions.contains { $0.reason.contains("shared debug file") })
  }

  @Test(.enabled(if: Tool.isThere("g++")), arguments: [[], ["-gdwarf-4", "-O2"]])
  func `gives a C++ library's functions that C can call, and says what the others are`(
    options: [String]
  ) throws {
    let source = """
      namespace ns {
        struct Plain { int a; double b; };
        class Base { public: virtual ~Base() {} int x; };
        struct Derived : Base { Derived(int); int go(double) const; static int count(int); int y; };
        enum class Mode : unsigned char { on, off };
        int add(int a, int b) { return a + b; }
        int add(double a, double b) { return (int)(a + b); }
        Derived::Derived(int a) : y(a) {}
        int Derived::go(double d) const { return y + (int)d; }
        int Derived::count(int n) { return n; }
      }
      extern "C" int plain(ns::Plain p, ns::Plain &r, ns::Mode m) { return p.a + r.a + (int)m; }
      extern "C" int use(const ns::Derived *d) { return d->y; }
      extern "C" int by_value(ns::Base b) { return b.x; }
      """
    let folder = URL(fileURLWithPath: NSTemporaryDirectory() + "archbridge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(source.utf8).write(to: folder.appending(path: "x.cpp"))
    try Tool.run(
      "g++", ["-m32", "-g", "-fPIC", "-shared", "x.cpp", "-o", "x.so"] + options, in: folder.path)
    let found = try DebugDeclarations(path: folder.appending(path: "x.so").path)
    #expect(
      found.prototypes == [
        "int _ZN2ns3addEdd(double a, double b)", "int _ZN2ns3addEii(int a, int b)",
        "int _ZN2ns7Derived5countEi(int n)",
        "int plain(struct Plain p, struct Plain *r, unsigned char m)",
        "int use(const struct Derived *d)",
      ])
    let reasons = Dictionary(
      found.omissions.map { ($0.name, $0.reason) }, uniquingKeysWith: { first, _ in first })
    #expect(reasons["_ZNK2ns7Derived2goEd"] == "it is a method")
    #expect(
      reasons["by_value"]
        == "its parameter 1 is 'struct Base', a C++ class with functions of its own")
    #expect(found.openRecords.map(\.name).contains("Derived"))
  }

  @Test func `reads the debug files that the system has of its C library`() throws {
    let path = "/usr/lib/i386-linux-gnu/libc.so.6"
    guard let found = try? DebugDeclarations(path: path) else {
      #expect(!InstalledLibraries.isContinuousIntegration, "libc6-dbg:i386 is not installed")
      return
    }
    #expect(found.debugFile?.hasPrefix("/usr/lib/debug/.build-id/") == true)
    #expect(found.declarations.functionNames.count > 2000)
    #expect(
      found.declarations.function(named: "qsort")?.description
        == "void qsort(void *b, size_t n, size_t s, __compar_fn_t cmp)")
    let tm = try found.declarations.extent(
      of: found.declarations.type("struct tm"), in: found.architecture.dataModel)
    #expect(tm.byteCount == 44)
    // What is from assembly is described by nothing but its name.
    #expect(found.declarations.function(named: "setjmp") == nil)
  }

  @Test(arguments: SignatureFixture.Compiler.allCases, ["-O0", "-O2"])
  func `functions of another convention than C's are left out`(
    compiler: SignatureFixture.Compiler, optimization: String
  ) throws {
    let source = """
      struct pair { int a, b, c; };
      __attribute__((stdcall)) int standard(int a, int b) { return a - b; }
      __attribute__((fastcall)) int fast(int a, int b, int c) { return a - b + c; }
      int usual(int a, int b) { return a - b; }
      struct pair returned(int a) { struct pair p = {a, a, a}; return p; }
      """
    let fixture = SignatureFixture(compiler: compiler, options: ["-g", optimization])
    try fixture.withLibrary(source) { path in
      let found = try DebugDeclarations(path: path)
      #expect(found.prototypes == ["struct pair returned(int a)", "int usual(int a, int b)"])
      #expect(found.omissions.map(\.name) == ["fast", "standard"])
      #expect(found.omissions.allSatisfy { $0.reason.contains("call") })
    }
  }
}
