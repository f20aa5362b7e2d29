import ArchBridge
import Foundation
import Testing

/// Replayed sessions that are not the recorded ones.
@Suite(.fixtures, .timeLimit(.minutes(2))) struct ReplayDifferenceTests {
  private static let declarations = """
    int add(int a, int b); int subtract(int a, int b); double add_doubles(double a, double b);
    """

  private func recordAdder(_ body: (LibraryClient) throws -> Void) throws -> Recording {
    let recording = Recording()
    try recording.record("adder") { lib in
      try lib.declare(Self.declarations)
      try body(lib)
    }
    return recording
  }

  private func replayAdder(
    _ recording: Recording, _ body: (LibraryClient) throws -> Void
  ) throws {
    try recording.replay("adder") { lib in
      try lib.declare(Self.declarations)
      try body(lib)
    }
  }

  @Test func `the first call that differs is named with its argument`() throws {
    let recording = try recordAdder { lib in
      for value in 0..<20 { let _: Int = try lib.add(value, 2) }
    }
    try replayAdder(recording) { lib in
      for value in 0..<16 { let _: Int = try lib.add(value, 2) }
      expect(.replayMismatch, "call 17: recorded add(16, 2), made add(16, 3): argument 2 differs") {
        let _: Int = try lib.add(16, 3)
      }
      expect(.replayMismatch, "earlier", "call 17") { let _: Int = try lib.add(16, 2) }
    }
  }

  @Test func `another function and another number of arguments are named`() throws {
    let recording = try recordAdder { lib in
      let _: Int = try lib.add(1, 2)
      let _: Double = try lib.add_doubles(1, 2.5)
    }
    try replayAdder(recording) { lib in
      expect(.replayMismatch, "call 1: recorded add(1, 2), made subtract(1, 2): another function") {
        let _: Int = try lib.subtract(1, 2)
      }
    }
    try replayAdder(recording) { lib in
      let _: Int = try lib.add(1, 2)
      expect(
        .replayMismatch, "call 2", "recorded add_doubles(1.0, 2.5), made add_doubles(1.0, 2.75)"
      ) {
        let _: Double = try lib.add_doubles(1, 2.75)
      }
    }
    let variadic = Recording()
    try variadic.record("adder") { lib in let _: Int32 = try lib.add(1, 2) }
    try variadic.replay("adder") { lib in
      expect(.replayMismatch, "made add(1, 2, 3): 3 arguments instead of 2") {
        let _: Int32 = try lib.add(1, 2, 3)
      }
    }
  }

  @Test func `more calls than were recorded are refused`() throws {
    let recording = try recordAdder { lib in let _: Int = try lib.add(1, 2) }
    try replayAdder(recording) { lib in
      let _: Int = try lib.add(1, 2)
      expect(.replayMismatch, "call 2: made add(3, 4), but the recorded session has no more calls")
      {
        let _: Int = try lib.add(3, 4)
      }
    }
  }

  @Test func `long arrays and texts say where they differ`() throws {
    let recording = Recording()
    try recording.record("bulk") { lib in
      let _: Double = try lib.sum((0..<50_000).map(Double.init), UInt32(50_000))
    }
    try recording.replay("bulk") { lib in
      expect(.replayMismatch, "argument 1 differs, from byte 320", "50000 in all") {
        var numbers = (0..<50_000).map(Double.init)
        numbers[40_000] = -1
        let _: Double = try lib.sum(numbers, UInt32(50_000))
      }
    }
  }

  @Test func `a closure that answers otherwise is named`() throws {
    let recording = Recording()
    func apply(_ lib: LibraryClient, _ step: Int32) throws {
      let _: Int32 = try lib.apply_int(
        Callback { (value: Int32) -> Int32 in value + step }, Int32(1))
    }
    try recording.record("callbacks") { try apply($0, 2) }
    try recording.replay("callbacks") { lib in
      expect(
        .replayMismatch, "call 1: recorded a closure's answer 3, made a closure's answer 4",
        "the closure's answer differs"
      ) { try apply(lib, 3) }
    }
  }

  @Test func `memory and batches are compared too`() throws {
    let recording = Recording()
    func run(_ lib: LibraryClient, _ bytes: [UInt8], _ last: Int32) throws {
      let place = try lib.memory.allocate(byteCount: 8)
      try lib.memory.write(bytes, to: place)
      _ = try lib.withBatch { batch in
        let first: BatchResult<Int32> = try batch.add(Int32(1), Int32(2))
        let second: BatchResult<Int32> = try batch.add(first, last)
        return second
      }
    }
    try recording.record("adder") { try run($0, [1, 2, 3], 4) }
    try recording.replay("adder") { lib in
      expect(.replayMismatch, "recorded memory.write(<01 02 03>,", "argument 1 differs") {
        try run(lib, [1, 2, 4], 4)
      }
    }
    try recording.replay("adder") { lib in
      expect(.replayMismatch, "batch(add(1, 2), add(result of call 1, 4))", "call 2 differs") {
        try run(lib, [1, 2, 3], 5)
      }
    }
  }

  @Test func `another configuration, library or file is refused at once`() throws {
    let recording = try recordAdder { lib in let _: Int = try lib.add(1, 2) }
    expect(.replayMismatch, "architecture: recorded i386, now x86_64") {
      try recording.replay("adder", .x86_64) { _ in }
    }
    expect(.replayMismatch, "textEncoding: recorded UTF-8, now Latin-1") {
      try recording.replay("adder", configuration: .init(textEncoding: .latin1)) { _ in }
    }
    expect(.replayMismatch, "libbulk.so is loaded, but the recorded session loaded") {
      try recording.replay("bulk") { _ in }
    }
    expect(.recordingUnreadable, "No such file") {
      _ = try LibraryClient(replaying: "/nonexistent/file")
    }
    expect(.recordingUnreadable, "no recording") { _ = try LibraryClient(replaying: "/etc/passwd") }
    expect(.recordingUnreadable) { _ = try LibraryClient(replaying: "/") }
  }

  @Test func `a second session cannot write to the same file`() throws {
    let recording = Recording()
    try recording.record("adder") { lib in
      expect(.recordingNotWritten, "another session is writing to it") {
        try recording.record("adder") { _ in }
      }
      let sum: Int32 = try lib.add(1, 2)
      #expect(sum == 3)
    }
    // What was written is whole, and many may read it.
    try recording.replay("adder") { first in
      try recording.replay("adder") { second in
        let sums: [Int32] = [try first.add(1, 2), try second.add(1, 2)]
        #expect(sums == [3, 3])
      }
    }
    expect(.recordingNotWritten, "No such file") {
      _ = try LibraryClient(Fixture.path("adder", .i386), recording: "/nonexistent/a.archive")
    }
    expect(.recordingNotWritten) {
      _ = try LibraryClient(Fixture.path("adder", .i386), recording: "/dev/null")
    }
  }

  @Test func `a full disk ends a session that is recorded, with the reason`() throws {
    try #require(Fixture.exists("/dev/full"))
    // A limit of the process's own would end the tests: the file is one that takes nothing.
    expect(.recordingNotWritten, "/dev/full") {
      _ = try LibraryClient(Fixture.path("adder", .i386), recording: "/dev/full")
    }
  }

  @Test func `what cannot be recorded is refused`() throws {
    let recording = Recording()
    try recording.record("adder") { lib in
      expect(.system, "recorded or replayed") { _ = try SharedBuffer<Double>(count: 4, in: lib) }
    }
    expect(.recordingNotWritten, "warm") {
      _ = try WarmHelper(
        Fixture.path("adder", .i386), configuration: .init(archive: .recording(recording.path)))
    }
    let warm = try WarmHelper(Fixture.path("adder", .i386))
    expect(.recordingNotWritten, "warm") {
      _ = try LibraryClient(
        Fixture.path("adder", .i386), recording: recording.path, configuration: warm.configuration)
    }
    warm.close()
  }
}
