import ArchBridge
import Dispatch
import Foundation
import Logging
import Synchronization
import Testing

/// Clients that get a fresh helper by themselves.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct RecoveryTests {
  typealias Configuration = LibraryClient.Configuration

  private static let channels: [Configuration.ChannelKind] = [.sharedMemory, .pipe]

  private func configuration(
    _ recovery: Configuration.Recovery = .manual,
    _ channel: Configuration.ChannelKind = .sharedMemory
  ) -> Configuration {
    Configuration(output: OutputCapture().destination, channel: channel, recovery: recovery)
  }

  private func die(_ lib: LibraryClient) {
    expect(.helperEnded, "Aborted") { try lib.call("die", as: Void.self) }
  }

  @Test(arguments: channels)
  func `a client can recover by itself, and repeats no call`(
    _ channel: Configuration.ChannelKind
  ) throws {
    try withControl(configuration(.automatic, channel)) { lib in
      try lib.onStart { lib in
        try lib.call("set_state", 5, as: Void.self)
      }
      let prepared = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
      let die = try lib.function("die", as: (() -> Int32).self)
      for round in 0..<6 {
        expect(.helperEnded, "Aborted") { _ = try die() }
        switch round {
        case 0: #expect(try prepared(1, 2) == 3)
        case 1: #expect(try lib.call("add", 1, 2) == 3)
        case 2: #expect(try prepared.map([1], [2]) == [3])
        case 3: #expect(try lib.withBatch { try $0.call("add", 1, 2, as: Int32.self) }.value == 3)
        case 4 where channel == .sharedMemory:
          #expect(try SharedBuffer<Int32>(count: 1, in: lib)[0] == 0)
        default: #expect(try lib.add.address().isNull == false)
        }
        let state: Int = try lib.get_state()
        #expect(state == 5)
      }
    }
  }

  @Test(arguments: channels)
  func `a helper that ends while nothing is asked of it costs no call`(
    _ channel: Configuration.ChannelKind
  ) throws {
    let log = LogCapture()
    var configuration = configuration(.automatic, channel)
    configuration.logger = Logger(label: "test", factory: { _ in log })
    try withControl(configuration) { lib in
      for round in 1...3 {
        kill(lib.helperProcessID, SIGKILL)
        // What is noticed is logged.
        while log.lines.all.count(where: { $0.hasPrefix("error: ") }) < round {
          Thread.sleep(forTimeInterval: 0.001)
        }
        let sum: Int32 =
          switch round {
          case 1: try lib.add(1, 2)
          case 2: try lib.interrupt("add", 1, 2)
          default: try lib.withBatch { try $0.call("add", 1, 2, as: Int32.self) }.value
          }
        #expect(sum == 3)
      }
    }
  }

  @Test func `the limit of the call that starts a helper does not hold for the start`() throws {
    try withControl(configuration(.automatic)) { lib in
      try lib.onStart { try $0.call("set_state", 5, as: Void.self) }
      die(lib)
      expect(.timedOut, "not made") { let _: Int = try lib.add.timeout(.zero)(1, 2) }
      // The helper is whole all the same: what is called beside others starts none.
      let state: Int = try lib.interrupt("get_state")
      #expect(state == 5)
    }
  }

  @Test func `a client recovers from a time limit and from being cancelled`() async throws {
    try await withControl(configuration(.automatic)) { lib in
      let error = await #expect(throws: BridgeError.self) {
        let _: Int = try await lib.run_for_ever.timeout(.milliseconds(50))()
      }
      #expect(error?.code == .timedOut)
      #expect(try await lib.add(1, 2) == 3)
      let task = Task { () async throws -> Int in try await lib.add_later(60_000, 1, 2) }
      try await Task.sleep(for: .milliseconds(100))
      task.cancel()
      let cancelled = await #expect(throws: BridgeError.self) { try await task.value }
      #expect(cancelled?.code == .cancelled)
      let sum: Int = try await lib.add(3, 4)
      #expect(sum == 7)
    }
  }

  @Test func `a library that dies in its set-up is given up`() throws {
    try withControl(configuration(.automatic)) { lib in
      final class Switch: Sendable { let isDeadly = Atomic(false) }
      let deadly = Switch()
      final class Counter: Sendable { let value = Atomic(0) }
      let counter = Counter()
      try lib.onStart { lib in
        counter.value.add(1, ordering: .relaxed)
        if deadly.isDeadly.load(ordering: .relaxed) { try lib.call("die", as: Void.self) }
      }
      deadly.isDeadly.store(true, ordering: .relaxed)
      die(lib)
      for _ in 0..<6 { expect(.helperEnded, "die") { let _: Int = try lib.add(1, 2) } }
      #expect(counter.value.load(ordering: .relaxed) == 4)
      #expect(throws: BridgeError.self) { try lib.restart() }
      deadly.isDeadly.store(false, ordering: .relaxed)
      try lib.restart()
      let sum: Int = try lib.add(1, 2)
      #expect(sum == 3)
    }
  }

  @Test func `restarts while many threads call give no wrong answer`() throws {
    try withControl(configuration(.automatic)) { lib in
      let prepared = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
      final class Tally: Sendable {
        let wrong = Atomic(0)
        let made = Atomic(0)
        let isOver = Atomic(false)
      }
      let tally = Tally()
      let group = DispatchGroup()
      for thread in 0..<4 {
        DispatchQueue.global().async(group: group) {
          var number: Int32 = 0
          while !tally.isOver.load(ordering: .relaxed) {
            number += 1
            let sum =
              number % 2 == 0
              ? try? prepared(Int32(thread), number)
              : try? lib.call("add", Int32(thread), number) as Int32
            guard let sum else { continue }
            tally.made.add(1, ordering: .relaxed)
            if sum != Int32(thread) + number { tally.wrong.add(1, ordering: .relaxed) }
          }
        }
      }
      for round in 0..<30 {
        if round % 3 == 0 { _ = try? lib.call("die", as: Void.self) } else { try lib.restart() }
        Thread.sleep(forTimeInterval: 0.005)
      }
      tally.isOver.store(true, ordering: .relaxed)
      group.wait()
      #expect(tally.wrong.load(ordering: .relaxed) == 0)
      #expect(tally.made.load(ordering: .relaxed) > 0)
    }
  }
}
