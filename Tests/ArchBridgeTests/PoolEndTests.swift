import ArchBridge
import Dispatch
import Foundation
import Glibc
import Synchronization
import Testing

/// How pools and their work end, and that no helper stays.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct PoolEndTests {
  private func pool(
    _ name: String = "adder", count: Int = 2, _ configuration: LibraryClient.Configuration = .init()
  ) throws -> LibraryPool<LibraryClient> {
    try LibraryPool(Fixture.path(name, .i386), count: count, configuration: configuration)
  }

  /// Has every helper of a pool started, and returns their process ids.
  private func startAll(_ pool: LibraryPool<LibraryClient>) async throws -> [Int32] {
    let gate = Gate(count: pool.count)
    return try await pool.map(0..<pool.count) { lib, _ in
      gate.arriveAndWait()
      return lib.helperProcessID
    }
  }

  @Test func `closing ends all helpers`() async throws {
    let pool = try pool(count: 4)
    let helpers = try await startAll(pool)
    #expect(Set(helpers).count == 4 && helpers.allSatisfy(processExists))
    pool.close()
    #expect(!helpers.contains(where: processExists))
    #expect(pool.helperProcessIDs.isEmpty)
  }

  @Test func `a closed pool says so`() async throws {
    let pool = try pool()
    pool.close()
    pool.close()
    await #expect { try await pool.withClient { _ in } } throws: {
      ($0 as? BridgeError)?.code == .sessionClosed
    }
    await #expect { try await pool.map(0..<3) { _, x in x } } throws: {
      ($0 as? BridgeError)?.code == .sessionClosed
    }
  }

  @Test func `the helpers end with their pool`() async throws {
    var helpers: [Int32] = []
    do {
      let pool = try pool(count: 3)
      helpers = try await startAll(pool)
    }
    #expect(helpers.count == 3 && !helpers.contains(where: processExists))
  }

  @Test func `the helpers are gone after their scope, and after an error in it`() async throws {
    struct Interruption: Error {}
    var helpers = try await withPool(pool()) { try await startAll($0) }
    #expect(helpers.count == 2 && !helpers.contains(where: processExists))
    helpers = []
    await #expect(throws: Interruption.self) {
      try await withPool(pool()) { pool in
        helpers = try await startAll(pool)
        throw Interruption()
      }
    }
    #expect(helpers.count == 2 && !helpers.contains(where: processExists))
  }

  @Test func `idle libraries clean up at the same time`() async throws {
    let capture = OutputCapture()
    let pool = try pool(
      "cleanup", count: 4,
      .init(output: capture.destination, closeTimeout: .milliseconds(500)))
    let gate = Gate(count: 4)
    _ = try await pool.map(0..<4) { lib, _ in
      gate.arriveAndWait()
      try lib.call("hang_at_end", as: Void.self)
    }
    let time = ContinuousClock().measure { pool.close() }
    #expect(capture.output == String(repeating: "cleaned up\n", count: 4))
    #expect(time < .milliseconds(1_900))
  }

  @Test func `closing fails the jobs that run, and those that wait`() async throws {
    let capture = OutputCapture()
    let pool = try pool("sleeper", .init(output: capture.destination))
    DispatchQueue.global().async {
      capture.wait(for: "asleep\nasleep\n")
      pool.close()
    }
    let codes = await withTaskGroup(of: BridgeError.Code?.self) { group in
      for _ in 0..<10 {
        group.addTask {
          do {
            try await pool.withClient { _ = try $0.call("sleep_forever") as Int }
            return nil
          } catch {
            return (error as? BridgeError)?.code
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes == Array(repeating: .sessionClosed, count: 10))
    #expect(pool.helperProcessIDs.isEmpty)
  }

  @Test func `closing a pool that starts its helpers leaves none`() async throws {
    for _ in 0..<20 {
      let helpers = Mutex<[Int32]>([])
      let path = Fixture.path("adder", .i386)
      let pool = try LibraryPool(LibraryClient.self, count: 3) {
        let client = try LibraryClient(path)
        helpers.withLock { $0.append(client.helperProcessID) }
        return client
      }
      async let outcomes = pool.results(of: 0..<100) { lib, x in try lib.call("add", x, 1) as Int }
      while helpers.withLock({ $0.isEmpty }) { await Task.yield() }
      pool.close()
      for outcome in await outcomes {
        if case .failure(let error) = outcome {
          #expect((error as? BridgeError)?.code == .sessionClosed)
        }
      }
      let deadline = ContinuousClock.now + .seconds(5)
      while helpers.withLock({ $0.contains(where: processExists) }), ContinuousClock.now < deadline
      {
        await Task.yield()
      }
      #expect(!helpers.withLock { $0.contains(where: processExists) })
    }
  }

  // MARK: Cancelling

  @Test func `cancelling begins nothing more, and lets go on what runs`() async throws {
    let pool = try pool(count: 2)
    let begun = Mutex(0)
    let done = Mutex(0)
    let gate = DispatchSemaphore(value: 0)
    let task = Task {
      try await pool.map(0..<100) { lib, x in
        begun.withLock { $0 += 1 }
        gate.wait()
        defer { done.withLock { $0 += 1 } }
        return try lib.call("add", x, 1) as Int
      }
    }
    while begun.withLock({ $0 }) < 2 { await Task.yield() }
    task.cancel()
    for _ in 0..<2 { gate.signal() }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(begun.withLock { $0 } == 2 && done.withLock { $0 } == 2)
    #expect(try await pool.withClient { try $0.call("add", 1, 2) as Int } == 3)
    pool.close()
  }

  @Test func `cancelling gives the outcomes of what had been taken`() async throws {
    let pool = try pool(count: 1)
    let gate = DispatchSemaphore(value: 0)
    let blocker = Task.immediate { try await pool.withClient { _ in gate.wait() } }
    let task = Task.immediate {
      await pool.results(of: 0..<100) { lib, x in try lib.call("add", x, 1) as Int }
    }
    task.cancel()
    let outcomes = await task.value
    #expect(outcomes.count == 1)
    #expect(throws: CancellationError.self) { try outcomes[0].get() }
    gate.signal()
    try await blocker.value
    pool.close()
  }

  @Test func `a job that waits is withdrawn`() async throws {
    let pool = try pool(count: 1)
    let gate = DispatchSemaphore(value: 0)
    let blocker = Task.immediate { try await pool.withClient { _ in gate.wait() } }
    let isBegun = Mutex(false)
    let job = Task { try await pool.withClient { _ in isBegun.withLock { $0 = true } } }
    job.cancel()
    await #expect(throws: CancellationError.self) { try await job.value }
    gate.signal()
    try await blocker.value
    _ = try await pool.withClient { _ in }
    #expect(!isBegun.withLock { $0 })
    pool.close()
  }

  @Test func `inputs that never come do not keep a cancelled map`() async throws {
    let pool = try pool()
    let (inputs, source) = AsyncStream.makeStream(of: Int.self)
    let begun = Mutex(0)
    let task = Task {
      try await pool.map(inputs) { _, x in
        begun.withLock { $0 += 1 }
        return x
      }
    }
    source.yield(1)
    while begun.withLock({ $0 }) < 1 { await Task.yield() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    source.finish()
    pool.close()
  }

  @Test func `a stream that nobody reads any more begins nothing`() async throws {
    let pool = try pool(count: 1)
    let begun = Mutex(0)
    for try await _ in pool.stream(0..<100, { _, x in begun.withLock { $0 += 1 } }) { break }
    // What the stream had begun is over when this job is.
    _ = try await pool.withClient { _ in }
    #expect(begun.withLock { $0 } <= 2)
    pool.close()
  }

  @Test func `a pool leaves no thread and no descriptor behind`() async throws {
    await #expect(processExitsWith: .success) {
      func use() async throws {
        try await withPool(LibraryPool(Fixture.path("adder", .i386), count: 3)) { pool in
          _ = try await pool.map(0..<20) { lib, x in try lib.call("add", x, 1) as Int }
        }
      }
      func count(_ folder: String) -> Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/\(folder)").count) ?? 0
      }
      try await use()
      let before = (count("fd"), count("task"))
      for _ in 0..<20 { try await use() }
      // Threads end by themselves, soon after they are told to, and let go of what they held.
      func isMore() -> Bool { count("fd") > before.0 || count("task") > before.1 + 3 }
      let deadline = ContinuousClock.now + .seconds(10)
      while isMore(), ContinuousClock.now < deadline { await Task.yield() }
      exit(isMore() ? 1 : 0)
    }
  }
}
