import ArchBridge
import Synchronization
import Testing

/// Tasks that are cancelled at any moment of a call.
///
/// They wait for threads while other tests have them, which may be until those are done.
@Suite(.fixtures, .timeLimit(.minutes(30)))
struct CancellationMomentTests {
  private final class Tally: Sendable {
    let made = Atomic(0)
  }

  @Test func `cancelling at any moment gives no wrong answer, and hangs nothing`() async throws {
    let helpers = Mutex<Set<Int32>>([])
    var remaining = 1_000
    let tally = Tally()
    while remaining > 0 {
      try await withControl { lib in
        helpers.withLock { _ = $0.insert(lib.helperProcessID) }
        // Until one of them is met while it runs.
        while remaining > 0, processExists(lib.helperProcessID) {
          let (first, second) = (Int.random(in: 0..<1_000), Int.random(in: 0..<1_000))
          let pause = Int.random(in: 0..<300)
          let isSlow = Int.random(in: 0..<20) == 0
          await withTaskGroup(of: Void.self) { group in
            for offset in 0..<2 {
              let task = Task { () async throws -> Int in
                guard isSlow, offset == 0 else { return try await lib.add(first, second) }
                return try await lib.add_later(1, first, second)
              }
              group.addTask {
                if offset == 0 {
                  try? await Task.sleep(for: .microseconds(pause))
                  task.cancel()
                }
                switch await task.result {
                case .success(let sum):
                  #expect(sum == first + second)
                  tally.made.add(1, ordering: .relaxed)
                case .failure(let error):
                  #expect((error as? BridgeError)?.code == .cancelled, "\(error)")
                }
              }
            }
          }
          remaining -= 1
        }
      }
    }
    #expect(tally.made.load(ordering: .relaxed) > 0)
    #expect(helpers.withLock { $0.filter { processExists($0) } }.isEmpty)
  }
}
