import ArchBridge
import Glibc
import Testing

/// Where a call was that has been ended.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct HangTests {
  typealias ChannelKind = LibraryClient.Configuration.ChannelKind

  /// The first error that says where its call was: a machine that has other things to do may have none
  /// in time.
  private func located(
    _ architecture: Architecture = .i386, over channel: ChannelKind = .sharedMemory,
    _ body: (LibraryClient) throws -> Void
  ) throws -> BridgeError {
    for _ in 0..<50 {
      let error = thrown {
        try withFixture(
          "control", architecture,
          configuration: .init(output: OutputCapture().destination, channel: channel), body)
      }
      if let error, error.crash != nil { return error }
    }
    return try #require(nil as BridgeError?)
  }

  private func runForEver(_ lib: LibraryClient) throws {
    let _: Int = try lib.run_for_ever.timeout(.milliseconds(20))()
  }

  @Test(arguments: Architecture.all, [ChannelKind.sharedMemory, .pipe])
  func `a call that is ended by its limit says where it was`(
    _ architecture: Architecture, _ channel: ChannelKind
  ) throws {
    let error = try located(architecture, over: channel, runForEver)
    #expect(error.code == .timedOut && error.symbol == "run_for_ever")
    #expect(error.message.contains("within 0.02 seconds; the helper has been ended; it was in "))
    #expect(error.message.contains(" (control.c:"))
    let crash = try #require(error.crash)
    #expect(crash.frames.last?.symbol == "run_for_ever" && crash.function == "run_for_ever")
    #expect(crash.report.contains("on the main thread, from"))
  }

  @Test func `one that an interrupt does not end says it too`() throws {
    let error = try located { lib in
      let interrupt = Interrupt("get_state", grace: .milliseconds(20))
      let _: Int = try lib.run_for_ever.timeout(.milliseconds(20), interrupt: interrupt)()
    }
    #expect(error.code == .timedOut)
    #expect(
      error.message.contains("went on for 0.02 seconds; the helper has been ended; it was in"))
    #expect(error.crash?.frames.last?.symbol == "run_for_ever")
  }

  @Test func `a helper that cannot answer is ended all the same`() throws {
    for prepare in [
      { (lib: LibraryClient) in _ = kill(lib.helperProcessID, SIGSTOP) },
      // Nothing happens at the signal.
      { (lib: LibraryClient) in let _: RemoteAddress = try lib.call("signal", SIGABRT, 1) },
    ] as [(LibraryClient) throws -> Void] {
      try withControl { lib in
        try prepare(lib)
        let helper = lib.helperProcessID
        let error = thrown { try runForEver(lib) }
        #expect(error?.code == .timedOut && error?.crash == nil, "\(error as Any)")
        #expect(error?.message.hasSuffix("the helper has been ended") == true)
        #expect(!processExists(helper))
      }
    }
  }

  @Test func `it is recorded with its place`() throws {
    try Recording().twice("control") { lib in "\(thrown { try runForEver(lib) } as Any)" }
  }
}
