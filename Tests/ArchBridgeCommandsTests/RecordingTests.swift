import Foundation
import Testing

/// `--record`, `--replay` and `--trace`.
@Suite(.enabled(if: Fixtures.areThere)) struct RecordingTests {
  private let file = FileManager.default.temporaryDirectory
    .appending(path: "archbridge-\(UUID()).archive").path

  @Test func `a call is recorded, and answered without the library`() {
    defer { try? FileManager.default.removeItem(atPath: file) }
    let call = ["call", "adder", "int add(int a, int b)"]
    let recorded = Tool(call + ["1", "2", "--record", file] + Fixtures.options("i386"))
    #expect(recorded.lines == ["3"])
    let replayed = Tool(call + ["1", "2", "--replay", file])
    #expect(replayed.lines == ["3"], "\(replayed.error)")
    let other = Tool(call + ["1", "3", "--replay", file])
    #expect(other.exitCode != 0)
    #expect(other.error.contains("call 1: recorded add(1, 2), made add(1, 3): argument 2 differs"))
  }

  @Test func `a trace is one line on standard error`() {
    let run = Tool(
      ["call", "adder", "int add(int a, int b)", "1", "2", "--trace"] + Fixtures.options("i386"))
    #expect(run.lines == ["3"])
    #expect(run.error.contains("adder: add(1, 2) = 3, errno 0 ("), "\(run.error)")
  }

  @Test func `a trace shows the numbers that go by reference, and come back`() {
    let run = Tool(
      [
        "call", "pointers", "void scale(double *values, int count, double factor)", "[1, 2.5]", "2",
        "2", "--trace",
      ] + Fixtures.options("i386"))
    #expect(
      run.error.contains("pointers: scale([1.0, 2.5], 2, 2.0) = argument 1: [2.0, 5.0], errno 0"),
      "\(run.error)")
    let one = Tool(
      ["call", "libm.so.6", "double frexp(double x, int *exponent)", "6", "out", "--trace"])
    #expect(
      one.error.contains("frexp(6.0, 4 bytes of zeros) = 0.75, argument 2: [3], errno 0"),
      "\(one.error)")
  }

  @Test func `both at once is refused`() {
    let run = Tool("call", "adder", "int f(void)", "--record", "a", "--replay", "b")
    #expect(run.exitCode != 0)
    #expect(run.error.contains("exclude each other"))
  }
}
