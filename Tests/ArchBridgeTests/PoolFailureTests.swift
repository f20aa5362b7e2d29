import ArchBridge
import Glibc
import Synchronization
import Testing

private struct Refusal: Error, Equatable {}

/// A pool whose helpers end, or cannot be started.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct PoolFailureTests {
  /// A pool of the library that can die.
  private func deaths(
    count: Int = 2, timeout: Duration? = nil
  ) throws -> LibraryPool<LibraryClient> {
    try LibraryPool(
      "libc.so.6", count: count,
      configuration: .init(output: OutputCapture().destination, timeout: timeout))
  }

  /// Work that ends its helper where it is told to.
  @Sendable private static func absolute(
    _ libc: LibraryClient, _ x: Int, dies: Bool
  ) throws -> Int {
    if dies { try libc.call("abort", as: Void.self) }
    return try libc.abs(-x)
  }

  @Test func `a crash fails the map with the first reason and the input's place`() async throws {
    let pool = try deaths()
    let error = await #expect(throws: BridgeError.self) {
      try await pool.map(0..<1_000) { libc, x in try Self.absolute(libc, x, dies: x == 500) }
    }
    #expect(error?.code == .helperEnded)
    #expect(error?.exitStatus == .signalled(SIGABRT))
    #expect(error?.symbol == "abort")
    #expect(error?.inputIndex == 500)
    #expect(
      error?.description == "inputs[500]: abort: the helper ended: signal 6 (Aborted)")
    pool.close()
  }

  @Test func `nothing is begun after the first failure`() async throws {
    let pool = try deaths(count: 1)
    let begun = Mutex(0)
    _ = try? await pool.map(0..<1_000) { libc, x in
      begun.withLock { $0 += 1 }
      return try Self.absolute(libc, x, dies: x == 500)
    }
    #expect(begun.withLock { $0 } == 501)
    pool.close()
  }

  @Test func `a crash costs one outcome and no other`() async throws {
    let pool = try deaths()
    let outcomes = await pool.results(of: 0..<1_000) { libc, x in
      try Self.absolute(libc, x, dies: x % 300 == 299)
    }
    #expect(outcomes.count == 1_000)
    for (index, outcome) in outcomes.enumerated() where index % 300 != 299 {
      #expect(try outcome.get() == index)
    }
    for index in [299, 599, 899] {
      let error = #expect(throws: BridgeError.self) { try outcomes[index].get() }
      #expect(error?.code == .helperEnded && error?.inputIndex == index)
    }
    #expect(pool.helperProcessIDs.allSatisfy(processExists))
    pool.close()
  }

  @Test func `a crash is made good where the caller allows it`() async throws {
    let pool = try deaths()
    let left = Mutex(3)
    let results = try await pool.map(0..<1_000, retrying: .whenHelperEnds(times: 3)) { libc, x in
      let dies =
        x == 500
        && left.withLock { left in
          left -= 1
          return left >= 0
        }
      return try Self.absolute(libc, x, dies: dies)
    }
    #expect(results == Array(0..<1_000))
    #expect(left.withLock { $0 } == -1)
    pool.close()
  }

  @Test func `what crashes every time fails in the end`() async throws {
    let pool = try deaths()
    let attempts = Mutex(0)
    let error = await #expect(throws: BridgeError.self) {
      try await pool.map(0..<10, retrying: .whenHelperEnds(times: 2)) { libc, x in
        if x == 5 { attempts.withLock { $0 += 1 } }
        return try Self.absolute(libc, x, dies: x == 5)
      }
    }
    #expect(attempts.withLock { $0 } == 3)
    #expect(error?.description.contains("(the last of 3 attempts)") ?? false)
    pool.close()
  }

  @Test func `a call over its limit ends a helper too`() async throws {
    let pool = try deaths(timeout: .milliseconds(50))
    let isFirst = Mutex(true)
    let slept = try await pool.withClient(retrying: .whenHelperEnds(times: 1)) { libc in
      let seconds = isFirst.withLock { isFirst in
        defer { isFirst = false }
        return isFirst ? 100 : 0
      }
      return try libc.call("usleep", seconds * 1_000_000) as Int
    }
    #expect(slept == 0)
    let error = await #expect(throws: BridgeError.self) {
      try await pool.withClient { try $0.call("usleep", 100_000_000) as Int }
    }
    #expect(error?.code == .timedOut)
    pool.close()
  }

  @Test func `what the work throws is not repeated`() async throws {
    let pool = try deaths(count: 1)
    let attempts = Mutex(0)
    let helpers = Mutex<Set<Int32>>([])
    let outcomes = await pool.results(of: 0..<3, retrying: .whenHelperEnds(times: 5)) { libc, x in
      attempts.withLock { $0 += 1 }
      _ = helpers.withLock { $0.insert(libc.helperProcessID) }
      if x == 0 { throw Refusal() }
      if x == 1 { let _: Int = try libc.no_such_function() }
      return try libc.call("abs", -x) as Int
    }
    #expect(attempts.withLock { $0 } == 3)
    #expect(helpers.withLock { $0.count } == 1)
    #expect(throws: Refusal()) { try outcomes[0].get() }
    expect(.symbolNotFound, "inputs[1]") { _ = try outcomes[1].get() }
    #expect(try outcomes[2].get() == 2)
    pool.close()
  }

  @Test func `the reason is the first one, whatever the work met after it`() async throws {
    let pool = try deaths()
    let error = await #expect(throws: BridgeError.self) {
      try await pool.withClient { libc in
        try? libc.call("abort", as: Void.self)
        return try libc.call("abs", -1) as Int
      }
    }
    #expect(error?.description == "abort: the helper ended: signal 6 (Aborted)")
    pool.close()
  }

  @Test func `work that copes with its helper's end is not a failure`() async throws {
    let pool = try deaths(count: 1)
    let first = try await pool.withClient { libc in
      try? libc.call("abort", as: Void.self)
      return libc.helperProcessID
    }
    let second = try await pool.withClient { libc in
      _ = try libc.call("abs", -1) as Int
      return libc.helperProcessID
    }
    #expect(first != second && !processExists(first))
    pool.close()
  }

  @Test func `a helper that was killed while it was idle is replaced unseen`() async throws {
    let pool = try deaths(count: 1)
    let first = try await pool.withClient { $0.helperProcessID }
    let keeper = try #require(try parentID(of: first))
    kill(first, SIGKILL)
    // The kernel tells when its keeper has ended; the status stays for the session.
    var information = siginfo_t()
    waitid(P_PID, id_t(keeper), &information, WEXITED | WNOWAIT)
    #expect(try await pool.withClient { try $0.call("abs", -3) as Int } == 3)
    #expect(!processExists(first))
    pool.close()
  }

  @Test func `a client that the work closes is replaced`() async throws {
    let pool = try deaths(count: 1)
    try await pool.withClient { $0.close() }
    #expect(try await pool.withClient { try $0.call("abs", -3) as Int } == 3)
    pool.close()
  }

  @Test(arguments: [0, 4_294_967_295, Int.max, nil])
  func `an error has room for an input's place, and no more`(_ index: Int?) {
    var error = BridgeError(.helperEnded, "the helper ended")
    error.inputIndex = index
    #expect(error.inputIndex == index)
    // A frame that may throw has room for one: closures nest as deep as these are small.
    #expect(MemoryLayout<BridgeError>.size == MemoryLayout<Int>.size)
  }

  // MARK: Starting

  @Test func `a library that is not there ends the pool`() async throws {
    let pool = try LibraryPool("libnosuch.so", count: 2)
    let error = await #expect(throws: BridgeError.self) {
      try await pool.map(0..<10) { lib, x in try lib.call("abs", x) as Int }
    }
    #expect(error?.code == .libraryNotFound)
    #expect(error?.message.contains("the pool has ended") ?? false)
    #expect(error?.message.contains("libnosuch.so") ?? false)
    await #expect { try await pool.withClient { _ in } } throws: {
      ($0 as? BridgeError)?.code == .libraryNotFound
    }
  }

  @Test func `a start is tried a few times, and not for ever`() async throws {
    let starts = Mutex(0)
    let pool = try LibraryPool(LibraryClient.self, count: 1) {
      starts.withLock { $0 += 1 }
      throw Refusal()
    }
    let outcomes = await pool.results(of: 0..<100) { _, x in x }
    #expect(starts.withLock { $0 } == 3)
    #expect(outcomes.count == 100)
    for outcome in outcomes {
      let error = #expect(throws: BridgeError.self) { try outcome.get() }
      #expect(error?.code == .helperNotStarted && error?.underlyingError is Refusal)
    }
  }

  @Test func `a start that fails now and then does no harm`() async throws {
    let starts = Mutex(0)
    let pool = try LibraryPool(LibraryClient.self, count: 2) {
      let number = starts.withLock { starts in
        starts += 1
        return starts
      }
      if number % 2 == 1 { throw Refusal() }
      return try LibraryClient(
        "libc.so.6", configuration: .init(output: OutputCapture().destination))
    }
    let outcomes = await pool.results(of: 0..<100) { libc, x in
      try Self.absolute(libc, x, dies: x % 10 == 9)
    }
    #expect(outcomes.count { (try? $0.get()) != nil } == 90)
    pool.close()
  }

  @Test func `helpers that cannot be replaced end the pool`() async throws {
    let starts = Mutex(0)
    let pool = try LibraryPool(LibraryClient.self, count: 1) {
      let number = starts.withLock { starts in
        starts += 1
        return starts
      }
      if number > 2 { throw Refusal() }
      return try LibraryClient(
        "libc.so.6", configuration: .init(output: OutputCapture().destination))
    }
    let outcomes = await pool.results(of: 0..<100, retrying: .whenHelperEnds(times: 1)) {
      libc, x in try Self.absolute(libc, x, dies: x == 50)
    }
    #expect(outcomes.prefix(50).allSatisfy { (try? $0.get()) != nil })
    #expect(starts.withLock { $0 } == 5)
    for outcome in outcomes.suffix(49) {
      let error = #expect(throws: BridgeError.self) { try outcome.get() }
      #expect(error?.code == .helperNotStarted)
    }
    pool.close()
  }
}
