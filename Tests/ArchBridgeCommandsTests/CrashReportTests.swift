import Foundation
import Testing

/// What the command line prints of a library that ended its helper.
@Suite(.enabled(if: Fixtures.areThere))
struct CrashReportTests {
  private func library(_ name: String) -> String {
    Fixtures.folder.appending(path: "i386/lib\(name).so").path
  }

  @Test func `a call that dies prints all that is known`() {
    let run = Tool("call", library("crashes"), "int dive(int depth)", "2")
    #expect(run.exitCode == 1 && run.output.isEmpty)
    let lines = run.error.split(separator: "\n")
    #expect(
      lines.first?.hasPrefix(
        "error: dive: the helper ended: signal 11 (Segmentation fault), address not mapped: 0x10, "
          + "in inner (") == true)
    #expect(lines.dropFirst().first == "called: dive(2)")
    #expect(lines.dropFirst(3).first?.hasPrefix("  0  inner+0x") == true)
    #expect(lines.last?.contains("dive+0x") == true && lines.count == 8)
  }

  @Test func `what the library wrote is printed once`() throws {
    let call = ["call", library("crashes"), "int complain(int lines)", "1"]
    let run = try Program("archbridge", call, input: "")
    #expect(run.exitCode == 1 && run.output.isEmpty)
    #expect(run.error.hasPrefix("complaint 1\nand no enderror: complain: the helper ended: "))
    #expect(run.error.contains("called: complain(1)\n"))
    #expect(run.error.ranges(of: "complaint 1").count == 1 && !run.error.contains("  | "))
  }

  @Test func `what was written when a call was recorded is printed with its report`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "archbridge-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let call = ["call", library("crashes"), "int complain(int lines)", "1"]
    #expect(try Program("archbridge", call + ["--record", file], input: "").exitCode == 1)
    let run = Tool(call + ["--replay", file])
    #expect(run.error.contains("called: complain(1)\n"))
    #expect(run.error.hasSuffix("  | complaint 1\n  | and no end\n"))
  }
}
