import ArchBridge
import Synchronization
import Testing

/// A pool that is used in every way at once, by tasks that know nothing of each other.
@Suite(.systemLibraries, .timeLimit(.minutes(4)))
struct PoolStressTests {
  @Sendable private static func absolute(_ libc: LibraryClient, _ x: Int) throws -> Int {
    if x % 20 == 7 { try libc.call("abort", as: Void.self) }
    return try libc.call("abs", x)
  }

  @Test(arguments: [false, true])
  func `no outcome is lost, and no helper stays`(_ closesMeanwhile: Bool) async throws {
    let helpers = Mutex<[Int32]>([])
    let pool = try LibraryPool(LibraryClient.self, count: 4) {
      let client = try LibraryClient(
        "libc.so.6", configuration: .init(output: OutputCapture().destination))
      helpers.withLock { $0.append(client.helperProcessID) }
      return client
    }
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<6 {
        let retries = number % 2 == 0 ? JobRetries.never : .whenHelperEnds(times: 1)
        group.addTask {
          let outcomes = await pool.results(of: 0..<60, retrying: retries, Self.absolute)
          #expect(outcomes.count == 60)
        }
        group.addTask {
          let map = Task { try await pool.map(0..<100) { libc, x in try Self.absolute(libc, x) } }
          if number % 2 == 0 { map.cancel() }
          await #expect(throws: (any Error).self) { try await map.value }
        }
        group.addTask {
          let inputs = AsyncStream { source in
            for x in 0..<30 { source.yield(x) }
            source.finish()
          }
          do {
            var count = 0
            for try await _ in pool.stream(inputs, Self.absolute) {
              count += 1
              if number % 2 == 0, count == 20 { return }
            }
            #expect(count == 30)
          } catch {
            Issue.record(error)
          }
        }
      }
      if closesMeanwhile {
        group.addTask { @Sendable in
          while helpers.withLock({ $0.count }) < 20 { await Task.yield() }
          pool.close()
        }
      }
    }
    pool.close()
    let deadline = ContinuousClock.now + .seconds(5)
    while helpers.withLock({ $0.contains(where: processExists) }), ContinuousClock.now < deadline {
      await Task.yield()
    }
    #expect(helpers.withLock { $0.count { processExists($0) } } == 0)
    #expect(helpers.withLock { $0.count } >= 20)
  }
}
