import Foundation
import Testing

@Suite struct InspectTests {
  @Test(arguments: [("i386", 32), ("x86_64", 64)])
  func `says what a library is`(_ architecture: String, _ bits: Int) throws {
    let report = Tool("inspect", "libz.so.1", "--json", "--arch", architecture).json
    #expect(report["architecture"] as? String == architecture)
    #expect(report["wordBits"] as? Int == bits)
    #expect(report["soname"] as? String == "libz.so.1")
    #expect((report["buildID"] as? String)?.count == 40)
  }

  @Test func `lists what a library exports`() throws {
    let report = Tool("inspect", "libz.so.1", "--json").json
    let functions = try #require(report["functions"] as? [[String: String]])
    #expect(functions.contains(["symbol": "crc32"]))
  }

  @Test func `finds what a library needs`() throws {
    let report = Tool("inspect", "libz.so.1", "--json").json
    let needed = try #require(report["needed"] as? [[String: String]])
    #expect(needed == [["name": "libc.so.6", "path": "/lib/i386-linux-gnu/libc.so.6"]])
  }

  @Test(.enabled(if: Fixtures.areThere))
  func `marks what is missing`() {
    let file = Fixtures.folder.appending(path: "i386/libneeds_missing.so").path
    let run = Tool("inspect", file)
    #expect(run.lines.contains { $0.hasSuffix(" MISSING") })
  }

  @Test(.enabled(if: Fixtures.areThere))
  func `gives the C++ names`() {
    let file = Fixtures.folder.appending(path: "i386/libgauge.so").path
    let run = Tool("inspect", file)
    #expect(run.lines.contains { $0.contains("Gauge::record(double)") })
  }

  @Test(.enabled(if: Fixtures.areThere))
  func `prints the signatures that debug information has`() throws {
    let file = Fixtures.folder.appending(path: "i386/libadder.so").path
    let run = Tool("inspect", file, "--signatures")
    #expect(run.exitCode == 0)
    #expect(run.lines.contains("int add(int a, int b);"))
    #expect(run.lines.contains("double multiply(double a, double b);"))
    #expect(run.error.contains("9 functions, 0 left out"))
    let json = Tool("inspect", file, "--signatures", "--json").json
    let functions = try #require(json["functions"] as? [[String: String]])
    #expect(functions.contains(["symbol": "add", "prototype": "int add(int a, int b)"]))
  }

  @Test(.enabled(if: Fixtures.areThere))
  func `prints Fortran procedures as they are declared`() {
    let file = Fixtures.folder.appending(path: "i386/liblinear.so").path
    let run = Tool("inspect", file, "--signatures")
    #expect(
      run.lines.contains("real(8) function dot(integer count, real(8) a(*), real(8) b(*))"))
    #expect(!run.output.contains("dot_"))
  }

  @Test func `says that a file is cut off, and not that it lacks its signatures`() throws {
    let whole = try Data(
      contentsOf: Fixtures.folder.appending(path: "i386/libadder.so"))
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).so")
    defer { try? FileManager.default.removeItem(at: file) }
    try whole.prefix(whole.count - 100).write(to: file)
    let run = Tool("inspect", file.path, "--signatures")
    #expect(run.exitCode == 1 && run.error.contains("the file ends before its section headers"))
  }

  @Test func `says what to do where there are no signatures`() {
    let run = Tool("inspect", "libz.so.1", "--signatures", "--arch", "i386")
    #expect(run.exitCode != 0)
    #expect(run.error.contains("compile it with -g"))
  }

  @Test(.enabled(if: Fixtures.areThere))
  func `hints tell conventions and reals as far as code shows them`() {
    let run = Tool(
      "inspect", Fixtures.folder.appending(path: "i386/libconventions.so").path, "--hints")
    func hint(_ name: String) -> String? {
      guard let index = run.lines.firstIndex(of: "  \(name)") else { return nil }
      return run.lines[index + 1]
    }
    #expect(
      hint("std_sum")?.hasSuffix("takes 24 bytes off the stack: stdcall, fastcall or thiscall")
        == true)
    #expect(hint("fast_sum")?.contains("takes 8 bytes off the stack") == true)
    #expect(hint("one_register")?.contains("stack") == false)
    #expect(hint("call_std")?.hasSuffix(" bytes") == true)
  }

  @Test func `hints tell versions and variables`() throws {
    let run = Tool("inspect", "libz.so.1", "--hints")
    #expect(run.lines.contains { $0.hasPrefix("symbol versions: ZLIB_1.2.0") })
    #expect(run.lines.contains { $0.contains(" deflate 1.") && $0.contains("Copyright") })
    let report = Tool("inspect", "libz.so.1", "--hints", "--json").json
    let hints = try #require(report["hints"] as? [String: Any])
    #expect((hints["functions"] as? [Any])?.isEmpty == false)
    let fortran = Tool("inspect", "libgfortran.so.5", "--hints", "--arch", "i386")
    #expect(fortran.lines.contains { $0.hasPrefix("exports ") && $0.hasSuffix(" variables:") })
  }

  @Test func `prints for people what it prints as JSON`() {
    let run = Tool("inspect", "libz.so.1")
    #expect(run.lines.contains("architecture: i386, 32-bit"))
    #expect(run.lines.contains("  crc32"))
  }

  @Test(arguments: [("/etc/passwd", "not a shared library"), ("libnosuch.so", "libnosuch.so")])
  func `says why there is nothing to inspect`(_ library: String, _ word: String) {
    let run = Tool("inspect", library)
    #expect(run.exitCode == 1 && run.error.contains(word))
  }
}
