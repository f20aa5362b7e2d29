import ArchBridge
import Logging
import Testing

@Suite(.fixtures, .timeLimit(.minutes(4)))
struct OutputTests {
  /// What comes of a library that prints.
  private func capture(
    _ architecture: Architecture = .i386,
    over channel: LibraryClient.Configuration.ChannelKind = .sharedMemory,
    _ body: (LibraryClient) throws -> Void
  ) throws -> OutputCapture {
    let capture = OutputCapture()
    try withFixture(
      "printer", architecture,
      configuration: .init(output: capture.destination, channel: channel), body)
    return capture
  }

  @Test(arguments: Architecture.all)
  func `a line arrives at a closure`(_ architecture: Architecture) throws {
    let capture = try capture(architecture) { lib in let _: Int = try lib.print_line("hello") }
    #expect(capture.output == "hello\n")
  }

  @Test(arguments: Architecture.all)
  func `standard error arrives as that`(_ architecture: Architecture) throws {
    let capture = try capture(architecture) { lib in let _: Int = try lib.print_error("careful") }
    #expect((capture.output, capture.error) == ("", "careful\n"))
  }

  @Test func `a part of a line arrives when the session ends`() throws {
    let capture = try capture { lib in let _: Int = try lib.print_part("no end") }
    #expect(capture.output == "no end")
  }

  @Test func `what is written past stdio arrives`() throws {
    let capture = try capture { lib in let _: Int = try lib.write_raw(1, "raw") }
    #expect(capture.output == "raw")
  }

  @Test(arguments: Architecture.all)
  func `output without end does not stop a call`(_ architecture: Architecture) throws {
    let capture = try capture(architecture) { lib in
      let written: Int = try lib.flood(1, 10_000_000)
      #expect(written == 10_000_000)
    }
    #expect(capture.byteCount == 10_000_000)
  }

  @Test(arguments: Architecture.all)
  func `a library that prints gives the right results`(_ architecture: Architecture) throws {
    var results: [Int] = []
    _ = try capture(architecture) { lib in
      for count in 0..<20 {
        let _: Int = try lib.print_part("\u{1}ABX\u{2}")
        results.append(try lib.flood(1, count * 100))
      }
    }
    #expect(results == (0..<20).map { $0 * 100 })
  }

  @Test func `a library that closes its output goes on`() throws {
    _ = try capture { lib in
      let _: Int = try lib.close_output()
      let written: Int = try lib.write_raw(1, "x")
      #expect(written == -1)
    }
  }

  @Test func `a library that writes into the channel's pipe disturbs nothing`() throws {
    _ = try capture { lib in
      let written: Int = try lib.write_raw(4, "something that is no envelope at all")
      #expect(written > 0)
      let again: Int = try lib.write_raw(4, "more")
      #expect(again == 4)
    }
  }

  @Test func `a library that writes into the pipe that is used is an error, not a crash`() throws {
    _ = try capture(over: .pipe) { lib in
      expect(.protocolViolation, "helper") {
        let _: Int = try lib.write_raw(4, "something that is no envelope at all, and long enough")
      }
      #expect(!processExists(lib.helperProcessID))
    }
  }

  // MARK: Logs

  private func log(_ body: (LibraryClient) throws -> Void) throws -> [String] {
    let capture = LogCapture()
    let logger = Logger(label: "library") { _ in capture }
    try withFixture("printer", configuration: .init(output: .log(logger)), body)
    return capture.lines.all
  }

  @Test func `lines are logged one by one`() throws {
    let lines = try log { lib in
      let _: Int = try lib.print_part("one\ntwo\nthr")
      let _: Int = try lib.print_line("ee")
    }
    #expect(lines == ["info: one", "info: two", "info: three"])
  }

  @Test func `standard error is logged as a warning`() throws {
    let lines = try log { lib in let _: Int = try lib.print_error("careful") }
    #expect(lines == ["warning: careful"])
  }

  @Test func `a line without its end is logged when the session ends`() throws {
    let lines = try log { lib in let _: Int = try lib.print_part("no end") }
    #expect(lines == ["info: no end"])
  }

  // MARK: Through the program

  @Test func `what is passed through is the program's own output`() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      try withFixture("printer") { lib in
        let _: Int = try lib.print_line("to the output")
        let _: Int = try lib.print_error("to the error")
      }
    }
    let output = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
    let error = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(output.contains("to the output\n") && error.contains("to the error\n"))
  }

  @Test func `both can go to the program's standard error`() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      try withFixture("printer", configuration: .init(output: .standardError)) { lib in
        let _: Int = try lib.print_line("to the output")
        let _: Int = try lib.print_error("to the error")
      }
    }
    let output = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
    let error = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(!output.contains("to the"))
    #expect(error.contains("to the output\n") && error.contains("to the error\n"))
  }
}
