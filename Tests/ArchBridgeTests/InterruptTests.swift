import ArchBridge
import Dispatch
import Glibc
import Synchronization
import Testing

/// Calls that are made beside others, and what they end.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct InterruptTests {
  private static let ways: [(Architecture, LibraryClient.Configuration.ChannelKind)] = [
    (.i386, .sharedMemory), (.i386, .pipe), (.x86_64, .sharedMemory), (.x86_64, .pipe),
  ]

  /// Makes a call on another thread, interrupts it as soon as it runs, and returns its result.
  private func interrupting(
    _ lib: LibraryClient, _ capture: OutputCapture, _ function: String = "run_until_stopped",
    _ body: () throws -> Void
  ) throws -> Result<Int, BridgeError> {
    let ended = DispatchSemaphore(value: 0)
    let result = Mutex<Result<Int, BridgeError>?>(nil)
    DispatchQueue.global().async {
      let outcome = Result { () throws(BridgeError) -> Int in try lib.call(function) }
      result.withLock { $0 = outcome }
      ended.signal()
    }
    capture.wait(for: "begun")
    try body()
    ended.wait()
    return try #require(result.withLock { $0 })
  }

  private func expectStopped(_ lib: LibraryClient, _ capture: OutputCapture) throws {
    let result = try interrupting(lib, capture) { try lib.interrupt("stop") }
    #expect(try result.get() == 42)
  }

  @Test(arguments: ways)
  func `a function is called beside the one that runs`(
    _ architecture: Architecture, _ channel: LibraryClient.Configuration.ChannelKind
  ) throws {
    let capture = OutputCapture()
    let configuration = LibraryClient.Configuration(output: capture.destination, channel: channel)
    try withFixture("control", architecture, configuration: configuration) { lib in
      let result = try interrupting(lib, capture) {
        let isMasked: Int32 = try lib.interrupt("takes_no_signals")
        #expect(isMasked == 1)
        try lib.interrupt("stop")
      }
      #expect(try result.get() == 42)
      let isAside: Int32 = try lib.was_stopped_aside()
      #expect(isAside == 1)
      // What it left in `errno` and elsewhere is not the next call's.
      let sum: Int = try lib.add(1, 2)
      #expect(sum == 3)
    }
  }

  @Test(arguments: Architecture.all)
  func `its arguments and its result are as any call's`(_ architecture: Architecture) throws {
    let capture = OutputCapture()
    try withFixture(
      "control", architecture, configuration: .init(output: capture.destination)
    ) { lib in
      try lib.declare("int stop_with(int a, const char *text); int add(int, int);")
      let result = try interrupting(lib, capture) {
        let sum: Int = try lib.interrupt("add", 20, 22)
        #expect(sum == 42)
        expect(.typeMismatch, "add") { let _: String = try lib.interrupt("add", 1, 2) }
        expect(.argumentCount, "add") { try lib.interrupt("add", 1) }
        expect(.symbolNotFound, "no_such") { try lib.interrupt("no_such") }
        expect(.unsupportedType, "no closures") {
          try lib.interrupt("call", Callback { (value: Int32) -> Int32 in value }, 1)
        }
        let value: Int32 = try lib.interrupt("stop_with", 1, "A")
        #expect(value == 66)
      }
      #expect(try result.get() == 42)
    }
  }

  @Test func `where nothing runs it is a call like others, also at once from many threads`() throws
  {
    try withControl { lib in
      DispatchQueue.concurrentPerform(iterations: 8) { number in
        for index in 0..<100 {
          let sum: Int? = try? lib.interrupt("add", number, index)
          #expect(sum == number + index)
          let other: Int? = try? lib.add(index, number)
          #expect(other == number + index)
        }
      }
    }
  }

  @Test func `it may call the program's closures`() throws {
    try withControl { lib in
      let double = try lib.register { (value: Int32) -> Int32 in value * 2 }
      let held = HeldCall(lib)
      let value: Int = try lib.interrupt("call", double.address, 21)
      #expect(value == 42)
      #expect(held.release() == 3)
    }
  }

  @Test func `one that hangs is ended with the helper at the limit`() throws {
    let capture = OutputCapture()
    var configuration = LibraryClient.Configuration(output: capture.destination)
    configuration.timeout = .seconds(60)
    try withControl(configuration) { lib in
      let result = try interrupting(lib, capture, "run_for_ever") {
        expect(.timedOut, "the helper has been ended") {
          try lib.withTimeout(.milliseconds(100)) { try $0.interrupt("hang") }
        }
      }
      expect(.timedOut) { _ = try result.get() }
    }
  }

  @Test func `cancelled again, it is not waited for any longer`() throws {
    let capture = OutputCapture()
    try withControl(.init(output: capture.destination)) { lib in
      let cancellation = CallCancellation()
      DispatchQueue.global().async {
        capture.wait(for: "begun")
        cancellation.cancel()
        cancellation.cancel()
      }
      expect(
        .cancelled, "run_for_ever was cancelled after",
        "get_state was called, and run_for_ever went on; the helper has been ended"
      ) {
        try lib.withTimeout(
          .seconds(600), interrupt: Interrupt("get_state", grace: .seconds(600))
        ) { lib in
          try lib.withCancellation(cancellation) { let _: Int = try lib.run_for_ever() }
        }
      }
    }
  }

  @Test(arguments: ways)
  func `a session ends though an interrupt cannot be sent`(
    _ architecture: Architecture, _ channel: LibraryClient.Configuration.ChannelKind
  ) throws {
    let configuration = LibraryClient.Configuration(
      output: OutputCapture().destination, channel: channel)
    let lib = try LibraryClient(
      Fixture.path("control", architecture),
      configuration: {
        var configuration = configuration
        configuration.architecture = architecture
        return configuration
      }())
    let helper = lib.helperProcessID
    kill(helper, SIGSTOP)
    let ended = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      // More than the pipe holds, which nobody reads.
      #expect(throws: BridgeError.self) {
        let _: Int = try lib.interrupt("stop_with", 1, String(repeating: "x", count: 8_000_000))
      }
      ended.signal()
    }
    usleep(200_000)
    lib.close()
    ended.wait()
    #expect(!processExists(helper))
  }

  @Test func `it is there in helpers that are forked, confined or started again`() throws {
    let warm = try WarmHelper(Fixture.path("control", .i386))
    defer { warm.close() }
    let capture = OutputCapture()
    try withControl(.init(output: capture.destination, start: .warm(warm))) { lib in
      try expectStopped(lib, capture)
    }
    let other = OutputCapture()
    try withControl(.init(output: other.destination, confinement: .strict)) { lib in
      try expectStopped(lib, other)
    }
    let third = OutputCapture()
    try withControl(.init(output: third.destination)) { lib in
      #expect(throws: BridgeError.self) { try lib.call("die", as: Void.self) }
      try lib.restart()
      try expectStopped(lib, third)
    }
  }
}
