import ArchBridge
import Dispatch
import Foundation
import Synchronization
import Testing

/// A client of the library whose calls take their time.
func withControl<Value>(
  _ configuration: LibraryClient.Configuration = .init(output: OutputCapture().destination),
  _ body: (LibraryClient) throws -> Value
) throws -> Value {
  try withFixture("control", configuration: configuration, body)
}

/// The same for the length of an asynchronous scope.
func withControl<Value>(
  _ configuration: LibraryClient.Configuration = .init(output: OutputCapture().destination),
  _ body: (LibraryClient) async throws -> Value
) async throws -> Value {
  try await withFixture("control", configuration: configuration, body)
}

/// Time limits of calls and of pieces of code.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct DeadlineTests {
  private static let channels: [LibraryClient.Configuration.ChannelKind] = [.sharedMemory, .pipe]

  private func configuration(
    _ capture: OutputCapture, _ channel: LibraryClient.Configuration.ChannelKind = .sharedMemory,
    timeout: Duration? = nil
  ) -> LibraryClient.Configuration {
    .init(output: capture.destination, timeout: timeout, channel: channel)
  }

  @Test(
    arguments: [
      ("`timeout` is -1.0 seconds", .init(timeout: .seconds(-1))),
      ("`timeout` is 0.0 seconds", .init(timeout: .zero)),
      ("`closeTimeout` is -1.0 seconds", .init(closeTimeout: .seconds(-1))),
      (
        "`interrupt.grace` is -1.0 seconds",
        .init(interrupt: Interrupt("stop", grace: .seconds(-1)))
      ),
      ("`limits.memoryByteCount` is -2", .init(limits: .init(memoryByteCount: -2))),
      ("`limits.openFileCount` is -3", .init(limits: .init(openFileCount: -3))),
    ] as [(String, LibraryClient.Configuration)])
  func `a configuration with less than nothing is refused by name`(
    _ text: String, _ configuration: LibraryClient.Configuration
  ) {
    expect(.valueOutOfRange, text) { try withControl(configuration) { _ in } }
  }

  @Test(arguments: [Duration.zero, .seconds(-1)])
  func `a call that may take no time is not made, and says who said so`(_ limit: Duration) throws {
    try withControl { lib in
      let prepared = try lib.function("next_number", as: (() -> Int32).self)
      for call: () throws -> Int32 in [
        { try lib.next_number.timeout(limit)() }, { try prepared.timeout(limit)() },
        { try lib.withTimeout(limit) { try $0.next_number() } },
      ] {
        expect(.timedOut, "next_number was not made", "`timeout` or `withTimeout`", "goes on") {
          _ = try call()
        }
      }
      #expect(try prepared() == 1)
    }
  }

  @Test(arguments: channels)
  func `one call has a limit of its own`(
    _ channel: LibraryClient.Configuration.ChannelKind
  ) throws {
    try withControl(configuration(OutputCapture(), channel)) { lib in
      let sum: Int = try lib.add.timeout(.seconds(30))(1, 2)
      #expect(sum == 3)
      expect(.timedOut, "run_for_ever", "0.05 seconds", "ended") {
        let _: Int = try lib.run_for_ever.timeout(.milliseconds(50))()
      }
      #expect(!processExists(lib.helperProcessID))
    }
  }

  @Test(arguments: channels)
  func `one call by a prepared function has a limit of its own`(
    _ channel: LibraryClient.Configuration.ChannelKind
  ) throws {
    try withControl(configuration(OutputCapture(), channel)) { lib in
      let later = try lib.function("add_later", as: ((Int32, Int32, Int32) -> Int32).self)
      #expect(try later.timeout(.seconds(30))(1, 2, 3) == 5)
      expect(.timedOut, "add_later", "0.05 seconds") {
        _ = try later.timeout(.milliseconds(50))(10_000, 2, 3)
      }
    }
  }

  @Test func `an asynchronous call has a limit of its own`() async throws {
    try await withControl { lib in
      let sum: Int = try await lib.add.timeout(.seconds(30))(1, 2)
      #expect(sum == 3)
      let error = await #expect(throws: BridgeError.self) {
        let _: Int = try await lib.run_for_ever.timeout(.milliseconds(50))()
      }
      #expect(error?.code == .timedOut)
    }
  }

  @Test func `each call of a piece of code has the limit, and the shorter of two holds`() throws {
    try withControl(configuration(OutputCapture(), timeout: .milliseconds(20))) { lib in
      // In place of the configuration's.
      let later = try lib.withTimeout(.seconds(30)) { lib in
        let first: Int = try lib.add_later(100, 1, 2)
        return first + (try lib.add_later(100, 1, 2) as Int)
      }
      #expect(later == 6)
      expect(.timedOut, "0.05 seconds") {
        try lib.withTimeout(.milliseconds(50)) { lib in
          try lib.withTimeout(.seconds(30)) { lib in
            let _: Int = try lib.run_for_ever.timeout(.seconds(20))()
          }
        }
      }
    }
  }

  @Test func `the limit holds for asynchronous calls, and in the pieces of the client's thread`()
    async throws
  {
    for isPiece in [false, true] {
      try await withControl { lib in
        let error = await #expect(throws: BridgeError.self) {
          try await lib.withTimeout(.milliseconds(50)) { lib in
            if isPiece {
              try await lib.run { lib in let _: Int = try lib.run_for_ever() }
            } else {
              let _: Int = try await lib.run_for_ever()
            }
          }
        }
        #expect(error?.code == .timedOut)
      }
    }
  }

  @Test func `a limit is the client's own`() throws {
    try withControl { one in
      try withControl { other in
        let sum: Int = try one.withTimeout(.milliseconds(20)) { _ in
          try other.add_later(100, 1, 2)
        }
        #expect(sum == 3)
      }
    }
  }

  @Test func `a call that expires while it waits has not run, and the helper goes on`() throws {
    let capture = OutputCapture()
    try withControl(configuration(capture)) { lib in
      let held = HeldCall(lib)
      expect(.timedOut, "set_state was not made", "goes on") {
        try lib.withTimeout(.milliseconds(50)) { try $0.call("set_state", 5, as: Void.self) }
      }
      // Had it waited for the other, this test would not go on.
      #expect(held.release() == 3)
      let state: Int = try lib.get_state()
      #expect(state == 0)
    }
  }

  @Test func `an asynchronous call that expires while it waits has not run`() async throws {
    try await withControl { lib in
      let held = HeldCall(lib)
      let error = await #expect(throws: BridgeError.self) {
        let _: Int = try await lib.add.timeout(.milliseconds(50))(1, 2)
      }
      #expect(error?.code == .timedOut && error?.message.contains("goes on") == true)
      #expect(held.release() == 3)
    }
  }

  @Test func `the time for which a call waits counts, and is told`() throws {
    try withControl { lib in
      let begun = DispatchSemaphore(value: 0)
      DispatchQueue.global().async {
        begun.signal()
        let _: Int? = try? lib.add_later(200, 1, 2)
      }
      begun.wait()
      Thread.sleep(forTimeInterval: 0.05)
      expect(.timedOut, "run_for_ever", "0.4 seconds", "waited") {
        let _: Int = try lib.run_for_ever.timeout(.milliseconds(400))()
      }
    }
  }

  @Test func `the time of closures does not count`() throws {
    try withControl { lib in
      let result: Int = try lib.withTimeout(.milliseconds(100)) { lib in
        try lib.call(
          "call",
          Callback { (value: Int32) -> Int32 in
            Thread.sleep(forTimeInterval: 0.2)
            return value + 1
          }, 4)
      }
      #expect(result == 5)
    }
  }

  @Test func `a batch has the limit as a whole`() throws {
    try withControl { lib in
      let sum = try lib.withTimeout(.seconds(30)) { lib in
        try lib.withBatch { batch in
          let sum: BatchResult<Int32> = try batch.add_later(1, 2, 3)
          return sum
        }
      }
      #expect(try sum.value == 5)
      let later = try lib.function("add_later", as: ((Int32, Int32, Int32) -> Int32).self)
      let error = #expect(throws: BridgeError.self) {
        try lib.withTimeout(.milliseconds(100)) { _ in
          try later.map([1, 1, 20_000], [1, 2, 3], [1, 2, 3])
        }
      }
      #expect(error?.code == .timedOut && error?.inputIndex == 2)
    }
  }
}
