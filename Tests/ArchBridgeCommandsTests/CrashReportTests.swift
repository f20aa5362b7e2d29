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

  @Test func `the last that the library wrote is printed`() {
    let run = Tool("call", library("crashes"), "int complain(int lines)", "1")
    #expect(run.error.contains("called: complain(1)\n"))
    #expect(run.error.hasSuffix("  | complaint 1\n  | and no end\n"))
  }
}
