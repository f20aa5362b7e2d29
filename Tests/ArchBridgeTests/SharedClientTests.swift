import ArchBridge
import Dispatch
import Glibc
import Synchronization
import Testing

/// One client that many threads and tasks use.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct SharedClientTests {
  private final class Tally: Sendable {
    let wrong = Atomic(0)
    let ready = Atomic(0)
    let counts = Mutex([Int](repeating: 0, count: 4))
  }

  @Test func `threads and tasks that share a client each get their own answers`() async throws {
    try await withControl { lib in
      let tally = Tally()
      let prepared = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
      let threads = DispatchGroup()
      DispatchQueue.global().async(group: threads) {
        DispatchQueue.concurrentPerform(iterations: 8) { thread in
          for number in 0..<500 {
            let sum: Int? = try? lib.add(thread * 1_000, number)
            let other = try? prepared(Int32(thread), Int32(number))
            let limited: Int? = try? lib.withTimeout(.seconds(60)) { try $0.add(thread, number) }
            if sum != thread * 1_000 + number || other != Int32(thread + number)
              || limited != thread + number
            {
              tally.wrong.add(1, ordering: .relaxed)
            }
          }
        }
      }
      await withTaskGroup(of: Void.self) { group in
        for task in 0..<100 {
          group.addTask {
            for number in 0..<20 {
              let sum: Int? = try? await lib.add(task, number)
              if sum != task + number { tally.wrong.add(1, ordering: .relaxed) }
            }
          }
        }
      }
      await lib.run { _ in threads.wait() }
      #expect(tally.wrong.load(ordering: .relaxed) == 0)
    }
  }

  @Test func `threads that share a client take turns`() throws {
    try withControl { lib in
      let tally = Tally()
      DispatchQueue.concurrentPerform(iterations: 4) { thread in
        // A thread that begins late would have had fewer turns.
        tally.ready.add(1, ordering: .relaxed)
        let latest = ContinuousClock.now + .seconds(5)
        while tally.ready.load(ordering: .relaxed) < 2, ContinuousClock.now < latest {
          usleep(100)
        }
        let end = ContinuousClock.now + .milliseconds(800)
        while ContinuousClock.now < end {
          guard let _: Int = try? lib.add_later(2, 1, 2) else { return }
          tally.counts.withLock { $0[thread] += 1 }
        }
      }
      // Whoever waits is not overtaken twice.
      let all = tally.counts.withLock { $0 }
      let busy = all.filter { $0 > 0 }
      #expect(busy.count > 1)
      #expect((busy.max() ?? 0) - (busy.min() ?? 0) <= 40, "\(all)")
    }
  }

  @Test func `a call returns though another's closure runs`() throws {
    try withControl { lib in
      for _ in 0..<200 {
        let isInside = DispatchSemaphore(value: 0)
        let hasReturned = DispatchSemaphore(value: 0)
        DispatchQueue.global().async {
          let sum: Int? = try? lib.call(
            "call",
            Callback { (value: Int32) -> Int32 in
              isInside.signal()
              return value + 1
            }, 1)
          #expect(sum == 2)
          hasReturned.signal()
        }
        isInside.wait()
        // It comes next, and waits in its closure for what the other thread does after its call.
        let sum: Int = try lib.call(
          "call",
          Callback { (value: Int32) -> Int32 in
            hasReturned.wait()
            return value + 1
          }, 2)
        #expect(sum == 3)
      }
    }
  }
}
