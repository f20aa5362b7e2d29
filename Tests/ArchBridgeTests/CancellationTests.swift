import ArchBridge
import Dispatch
import Foundation
import Synchronization
import Testing

/// Tasks that are cancelled while they wait for a library.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct CancellationTests {
  private static let channels: [LibraryClient.Configuration.ChannelKind] = [.sharedMemory, .pipe]

  private func waitUntil(_ capture: OutputCapture) async {
    while !capture.output.contains("begun") { await Task.yield() }
  }

  @Test(arguments: channels)
  func `cancelling ends the call that runs, at once`(
    _ channel: LibraryClient.Configuration.ChannelKind
  ) async throws {
    let capture = OutputCapture()
    try await withControl(.init(output: capture.destination, channel: channel)) { lib in
      let task = Task { () async throws -> Int in try await lib.run_for_ever() }
      await waitUntil(capture)
      let start = ContinuousClock.now
      task.cancel()
      let error = await #expect(throws: BridgeError.self) { try await task.value }
      #expect(ContinuousClock.now - start < .seconds(1))
      #expect(error?.code == .cancelled)
      #expect(error?.message.contains("run_for_ever was cancelled after it had run") == true)
      #expect(!processExists(lib.helperProcessID))
      let later = await #expect(throws: BridgeError.self) {
        let _: Int = try await lib.add(1, 2)
      }
      #expect(later?.code == .cancelled && later?.message.contains("earlier") == true)
    }
  }

  @Test func `cancelling ends the call of a piece that runs`() async throws {
    let capture = OutputCapture()
    try await withControl(.init(output: capture.destination)) { lib in
      let task = Task {
        try await lib.run { lib in
          let sum: Int = try lib.add(1, 2)
          return sum + (try lib.run_for_ever() as Int)
        }
      }
      await waitUntil(capture)
      task.cancel()
      let error = await #expect(throws: BridgeError.self) { try await task.value }
      #expect(error?.code == .cancelled && error?.symbol == "run_for_ever")
    }
  }

  @Test func `a call that is cancelled while it waits has not run, and the helper goes on`()
    async throws
  {
    try await withControl { lib in
      let held = HeldCall(lib)
      let calls = (1...5).map { number in
        Task { try await lib.call("set_state", number, as: Void.self) }
      }
      try await Task.sleep(for: .milliseconds(20))
      for call in calls { call.cancel() }
      for call in calls {
        let error = await #expect(throws: BridgeError.self) { try await call.value }
        #expect(error?.code == .cancelled && error?.message.contains("did not run") == true)
      }
      // Had they waited for it, this test would not go on.
      #expect(held.release() == 3)
      let state: Int = try await lib.get_state()
      #expect(state == 0)
    }
  }

  @Test func `a piece that waits for another thread's call leaves the queue`() async throws {
    let capture = OutputCapture()
    try await withControl(.init(output: capture.destination)) { lib in
      let done = DispatchSemaphore(value: 0)
      DispatchQueue.global().async {
        let _: Int? = try? lib.run_for_ever()
        done.signal()
      }
      await waitUntil(capture)
      // It has its own thread, and waits for its turn.
      let isThere = Mutex(false)
      let task = Task {
        try await lib.run { lib in
          isThere.withLock { $0 = true }
          try lib.call("set_state", 5, as: Void.self)
        }
      }
      while !isThere.withLock({ $0 }) { await Task.yield() }
      task.cancel()
      let error = await #expect(throws: BridgeError.self) { try await task.value }
      #expect(error?.code == .cancelled && error?.message.contains("did not run") == true)
      #expect(processExists(lib.helperProcessID))
      lib.close()
      await lib.run { _ in done.wait() }
    }
  }

  @Test func `a task that has been cancelled makes no call`() async throws {
    try await withControl { lib in
      let task = Task {
        while !Task.isCancelled { await Task.yield() }
        let error = await #expect(throws: BridgeError.self) {
          try await lib.call("set_state", 5, as: Void.self)
        }
        #expect(error?.code == .cancelled)
        // A piece that throws nothing is run, and its calls are not made.
        let isMade = await lib.run { (try? $0.call("set_state", 6, as: Void.self)) != nil }
        #expect(!isMade)
      }
      task.cancel()
      await task.value
      let state: Int = try await lib.get_state()
      #expect(state == 0)
    }
  }

  @Test func `a pool's helper that is cancelled in a call is replaced`() async throws {
    let capture = OutputCapture()
    let configuration = LibraryClient.Configuration(output: capture.destination)
    let pool = try LibraryPool(
      Fixture.path("control", .i386), count: 2, configuration: configuration)
    let task = Task {
      try await pool.map(0..<10) { lib, _ in try lib.call("run_for_ever") as Int }
    }
    while capture.byteCount < 12 { await Task.yield() }
    let before = pool.helperProcessIDs
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(before.count == 2 && before.allSatisfy { !processExists($0) })
    let sums = try await pool.map(0..<4) { lib, x in try lib.call("add", x, 1) as Int }
    #expect(sums == [1, 2, 3, 4])
    #expect(Set(pool.helperProcessIDs).isDisjoint(with: before))
    pool.close()
  }
}
