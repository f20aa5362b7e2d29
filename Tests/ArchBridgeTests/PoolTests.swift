import ArchBridge
import Dispatch
import Glibc
import Synchronization
import Testing

/// What a pool gives, as long as nothing goes wrong.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct PoolTests {
  private final class Adder: LibraryClient, StartableClient, @unchecked Sendable {
    init() throws(BridgeError) { try super.init(Fixture.path("adder", .i386)) }
    func sum(_ a: Int, _ b: Int) throws(BridgeError) -> Int { try self.add(a, b) }
    func increase() throws(BridgeError) -> Int {
      try call("increment", as: Void.self)
      return try self.count()
    }
  }

  /// Sums of a thousand pairs.
  private static let sums = (0..<1_000).map { $0 + 7 }

  @Test func `results are in the order of the inputs`() async throws {
    let sums = try await withPool(LibraryPool(Adder.self, count: 3)) { pool in
      try await pool.map(0..<1_000) { adder, x in try adder.sum(x, 7) }
    }
    #expect(sums == Self.sums)
  }

  @Test(arguments: Architecture.all)
  func `a plain client's library is named`(_ architecture: Architecture) async throws {
    let pool = try LibraryPool(
      Fixture.path("adder", architecture), count: 2,
      configuration: .init(architecture: architecture))
    let sums = try await pool.map([1, 2, 3]) { lib, x in try lib.call("add", x, 1) as Int }
    #expect(sums == [2, 3, 4])
    pool.close()
  }

  @Test func `every helper has its own global state`() async throws {
    // Each of three helpers counts only the jobs that it had.
    let counts = Mutex<[Int32: Int]>([:])
    let last = try await withPool(LibraryPool(Adder.self, count: 3) { try Adder() }) { pool in
      try await pool.map(0..<300) { adder, _ in
        let count = try adder.increase()
        counts.withLock { $0[adder.helperProcessID] = count }
        return count
      }.max()
    }
    let all = counts.withLock { $0 }
    #expect(all.values.reduce(0, +) == 300)
    #expect(last == all.values.max())
  }

  @Test func `helpers are started when they are needed, and all of them then`() async throws {
    let started = Mutex(0)
    let pool = try LibraryPool(Adder.self, count: 3) {
      started.withLock { $0 += 1 }
      return try Adder()
    }
    #expect(pool.helperProcessIDs.isEmpty)
    for _ in 0..<10 { _ = try await pool.withClient { try $0.sum(1, 2) } }
    #expect(started.withLock { $0 } == 1)
    // Nobody goes on before three jobs are there at once.
    let gate = Gate(count: 3)
    let helpers = try await pool.map(0..<3) { adder, _ in
      gate.arriveAndWait()
      return adder.helperProcessID
    }
    #expect(Set(helpers).count == 3)
    #expect(Set(pool.helperProcessIDs) == Set(helpers))
    pool.close()
  }

  @Test func `there are as many helpers as this process has processors`() throws {
    let pool = try LibraryPool(Adder.self)
    #expect(pool.count >= 1 && pool.count <= Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  @Test(arguments: [0, -1]) func `a pool of no helpers is an error`(_ count: Int) {
    expect(.valueOutOfRange, "not \(count)") { _ = try LibraryPool(Adder.self, count: count) }
  }

  @Test func `no more inputs are in flight than there are helpers`() async throws {
    let running = Mutex(0)
    let most = Mutex(0)
    _ = try await withPool(LibraryPool(Adder.self, count: 3)) { pool in
      try await pool.map(0..<200) { adder, x in
        let now = running.withLock { running in
          running += 1
          return running
        }
        most.withLock { $0 = max($0, now) }
        defer { running.withLock { $0 -= 1 } }
        return try adder.sum(x, 1)
      }
    }
    #expect(most.withLock { $0 } <= 3)
  }

  @Test func `inputs are taken when a helper can begin with them`() async throws {
    let done = Mutex(0)
    var (taken, ahead) = (0, 0)
    let inputs = AnyIterator {
      if taken == 100 { return Int?.none }
      ahead = max(ahead, taken - done.withLock { $0 })
      defer { taken += 1 }
      return taken
    }
    let sums = try await withPool(LibraryPool(Adder.self, count: 2)) { pool in
      try await pool.map(inputs) { adder, x in
        defer { done.withLock { $0 += 1 } }
        return try adder.sum(x, 7)
      }
    }
    #expect(sums == Array(Self.sums.prefix(100)))
    #expect(ahead < 2)
  }

  @Test @MainActor func `progress counts what is done, where the caller is`() async throws {
    var progress: [Int] = []
    _ = try await withPool(LibraryPool(Adder.self, count: 2)) { pool in
      try await pool.map(
        0..<50,
        progress: { count in
          MainActor.assertIsolated()
          progress.append(count)
        }
      ) { adder, x in try adder.sum(x, 1) }
    }
    #expect(progress == Array(1...50))
  }

  @Test func `no inputs have no results`() async throws {
    let pool = try LibraryPool(Adder.self, count: 2)
    #expect(try await pool.map([Int]()) { adder, x in try adder.sum(x, 1) } == [])
    #expect(pool.helperProcessIDs.isEmpty)
  }

  @Test func `inputs may come in the course of time`() async throws {
    let (inputs, source) = AsyncStream.makeStream(of: Int.self)
    let pool = try LibraryPool(Adder.self, count: 2)
    source.yield(1)
    // Each input comes after the result of the one before it.
    var results: [Int] = []
    for try await (index, result) in pool.stream(inputs, { adder, x in try adder.sum(x, x) }) {
      #expect(index == results.count)
      results.append(try result.get())
      if results.count < 5 { source.yield(results[index]) } else { source.finish() }
    }
    #expect(results == [2, 4, 8, 16, 32])
    pool.close()
  }

  @Test func `the failure of the inputs comes after the results of those before`() async throws {
    struct Interruption: Error {}
    let inputs = AsyncThrowingStream<Int, any Error> { source in
      for x in 0..<10 { source.yield(x) }
      source.finish(throwing: Interruption())
    }
    let pool = try LibraryPool(Adder.self, count: 2)
    let progress = Mutex(0)
    await #expect(throws: Interruption.self) {
      try await pool.map(inputs, progress: { count in progress.withLock { $0 = count } }) {
        adder, x in try adder.sum(x, 1)
      }
    }
    #expect(progress.withLock { $0 } == 10)
    pool.close()
  }

  @Test func `a stream takes inputs while its results are read`() async throws {
    var taken = 0
    let inputs = AnyIterator {
      defer { taken += 1 }
      return Int?.some(taken)
    }
    let pool = try LibraryPool(Adder.self, count: 2)
    var results: Set<Int> = []
    for try await (index, result) in pool.stream(inputs, { adder, x in try adder.sum(x, 0) }) {
      #expect(try result.get() == index)
      results.insert(index)
      #expect(taken <= results.count + 2)
      if results.count == 20 { break }
    }
    #expect(results.count == 20)
    pool.close()
  }

  @Test func `jobs of many tasks are all done`() async throws {
    let pool = try LibraryPool(Adder.self, count: 3)
    let total = try await withThrowingTaskGroup(of: Int.self) { group in
      for task in 0..<20 {
        group.addTask {
          try await pool.map(0..<20) { adder, x in try adder.sum(x, task) }.reduce(0, +)
        }
        group.addTask { try await pool.withClient { try $0.sum(task, 1) } }
      }
      return try await group.reduce(0, +)
    }
    #expect(total == 20 * 190 + 20 * 190 + 190 + 20)
    #expect(pool.helperProcessIDs.count <= 3)
    pool.close()
  }

  @Test func `jobs begin in the order in which they were submitted`() async throws {
    let pool = try LibraryPool(Adder.self, count: 1)
    let order = Mutex<[Int]>([])
    let gate = DispatchSemaphore(value: 0)
    let first = Task { try await pool.withClient { _ in gate.wait() } }
    var jobs: [Task<Void, any Error>] = []
    for number in 0..<20 {
      // A task runs up to where it waits for its job before the next is made.
      jobs.append(
        Task.immediate { @Sendable in
          try await pool.withClient { _ in order.withLock { $0.append(number) } }
        })
    }
    gate.signal()
    try await first.value
    for job in jobs { try await job.value }
    #expect(order.withLock { $0 } == Array(0..<20))
    pool.close()
  }

  @Test func `work blocks no cooperative thread`() async throws {
    // More jobs than there are cooperative threads wait for one that a task opens.
    let count = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) + 2
    let pool = try LibraryPool(Adder.self, count: count)
    let gate = DispatchSemaphore(value: 0)
    let arrived = Mutex(0)
    async let all = pool.map(0..<count) { _, x in
      arrived.withLock { $0 += 1 }
      gate.wait()
      return x
    }
    while arrived.withLock({ $0 }) < count { await Task.yield() }
    for _ in 0..<count { gate.signal() }
    #expect(try await all == Array(0..<count))
    pool.close()
  }
}

/// Lets nobody go on before so many have come.
final class Gate: Sendable {
  private let missing: Mutex<Int>
  private let count: Int
  private let semaphore = DispatchSemaphore(value: 0)

  init(count: Int) {
    missing = Mutex(count)
    self.count = count
  }

  func arriveAndWait() {
    let isLast = missing.withLock { missing in
      missing -= 1
      return missing == 0
    }
    if isLast { for _ in 0..<count { semaphore.signal() } }
    semaphore.wait()
  }
}
