import ArchBridge
import Testing

/// How a crash reads.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct CrashTextTests {
  /// A crash so many calls deep, and its frames in lines, each up to its function's name.
  private func frames(
    _ function: String, _ depth: Int, _ architecture: Architecture
  ) throws -> (count: Int, lines: [String]) {
    let error = thrown {
      try withFixture(
        "crashes", architecture, configuration: .init(output: OutputCapture().destination)
      ) { lib in
        let _: Int = try lib.call(function, depth)
      }
    }
    let crash = try #require(error?.crash)
    let lines = crash.report.split(separator: "\n").filter { $0.hasPrefix("  ") }
    return (
      crash.frames.count,
      lines.map { String($0.prefix { $0 != "+" }.trimmingPrefix { $0 == " " }) }
    )
  }

  @Test(arguments: Architecture.all)
  func `what a recursion repeats is printed once`(_ architecture: Architecture) throws {
    let short = try frames("dive", 2, architecture)
    #expect(short.lines == ["0  inner", "1  middle", "2  dive", "3  dive", "4  dive"])
    let long = try frames("dive", 40, architecture)
    #expect(long.count == 43)
    #expect(long.lines == ["0  inner", "1  middle", "2  dive", "…  40 more frames of dive"])
  }

  @Test(arguments: Architecture.all)
  func `what is further out than is known may be more of it`(_ architecture: Architecture) throws {
    let (count, lines) = try frames("dive", 500, architecture)
    #expect(count == 64)
    #expect(
      lines == ["0  inner", "1  middle", "2  dive", "…  at least 61 more frames of dive"])
  }

  @Test(arguments: Architecture.all)
  func `functions that call each other in turn are one recursion`(
    _ architecture: Architecture
  ) throws {
    let (count, lines) = try frames("rise", 10, architecture)
    #expect(count == 33)
    #expect(
      lines == [
        "0  inner", "1  middle", "2  rise", "3  turn", "4  fall",
        "…  28 more frames of rise, turn, fall",
      ])
  }
}
