import ArchBridge
import Dispatch
import Glibc
import Logging
import Testing

/// What a library wrote to standard error before its end: it is there, and in the error.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct CrashOutputTests {
  private func crash(_ output: LibraryOutput, lines: Int = 3) throws -> CrashReport {
    let error = thrown {
      try withFixture("crashes", configuration: .init(output: output)) { lib in
        let _: Int = try lib.complain(lines)
      }
    }
    return try #require(error?.crash)
  }

  private static let expected = ["complaint 1", "complaint 2", "complaint 3", "and no end"]

  @Test func `a closure has had all that the error has`() throws {
    let capture = OutputCapture()
    #expect(try crash(capture.destination).standardError == Self.expected)
    #expect(capture.error == Self.expected.joined(separator: "\n"))
  }

  @Test func `a log does not keep it from the error`() throws {
    let log = LogCapture()
    #expect(try crash(.log(Logger(label: "test") { _ in log })).standardError == Self.expected)
  }

  @Test func `only so many lines are kept`() throws {
    let lines = try crash(OutputCapture().destination, lines: 1_000).standardError
    #expect(lines.count == 20 && lines.first == "complaint 982" && lines.last == "and no end")
  }

  @Test func `a closure that takes its time does not hold up the error`() throws {
    let isOver = DispatchSemaphore(value: 0)
    let lib = try LibraryClient(
      Fixture.path("crashes", .i386), configuration: .init(output: .handler { _ in isOver.wait() }))
    // The closure returns only when the error has come.
    let error = thrown { let _: Int = try lib.complain(3) }
    for _ in 0..<100 { isOver.signal() }
    #expect(error?.code == .helperEnded && error?.crash?.function == "complain")
  }

  @Test func `the program's own standard error has all of it, in order`() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardErrorContent, \.standardOutputContent]
    ) {
      let error = #expect(throws: BridgeError.self) {
        try withFixture("crashes") { lib in
          FileHandleText.write("before\n")
          let _: Int = try lib.complain(500)
        }
      }
      FileHandleText.write("after\n")
      #expect(error?.crash?.standardError.count == 20)
    }
    let lines = (result?.standardErrorContent ?? []).split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    let complaints = (1...500).map { "complaint \($0)" }
    #expect(lines.first == "before")
    #expect(Array(lines.dropFirst().prefix(500)) == complaints)
    #expect(lines.dropFirst(501).first == "and no endafter")
  }

  @Test func `standard error keeps the order of both where both go there`() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardErrorContent, \.standardOutputContent]
    ) {
      try withFixture("printer", configuration: .init(output: .standardError)) { lib in
        for number in 0..<50 {
          let _: Int = try lib.print_line("out \(number)")
          let _: Int = try lib.print_error("err \(number)")
        }
      }
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text == (0..<50).map { "out \($0)\nerr \($0)\n" }.joined())
    #expect(result?.standardOutputContent.isEmpty == true)
  }

  @Test func `what is written just before the program's end is there`() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
      let lib = try LibraryClient(Fixture.path("printer", .i386))
      let _: Int = try lib.print_error("the last")
      exit(0)
    }
    #expect(String(decoding: result?.standardErrorContent ?? [], as: UTF8.self) == "the last\n")
  }

  @Test func `a program whose standard error nobody reads goes on`() async throws {
    await #expect(processExitsWith: .success) {
      var ends: [Int32] = [0, 0]
      pipe(&ends)
      let before = dup(STDERR_FILENO)
      dup2(ends[1], STDERR_FILENO)
      close(ends[0])
      close(ends[1])
      try withFixture("printer") { lib in
        for _ in 0..<100 { let _: Int = try lib.print_error("nobody hears this") }
      }
      dup2(before, STDERR_FILENO)
    }
  }
}

/// Writes to the process's own standard error at once.
enum FileHandleText {
  static func write(_ text: String) { _ = Glibc.write(STDERR_FILENO, text, text.utf8.count) }
}
