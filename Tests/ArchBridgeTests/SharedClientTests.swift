import Dispatch
import Glibc
import Synchronization
import Testing

@testable import ArchBridge

/// One client that many threads and tasks use.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct SharedClientTests {
  private final class Tally: Sendable {
    let wrong = Atomic(0)
    /// The number that each call got.
    let numbers = Mutex<[Int]>([])
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
      let threadCount = 4
      // From the third call on there is nothing to be prepared.
      var last = 0
      for _ in 0..<3 { last = try lib.next_number() }
      for _ in 0..<40 {
        let firsts = Tally()
        let seconds = Tally()
        let threads = DispatchGroup()
        let held = HeldCall(lib)
        for thread in 0..<threadCount {
          DispatchQueue(label: "thread \(thread)").async(group: threads) {
            for tally in [firsts, seconds] {
              let number: Int = (try? lib.next_number()) ?? 0
              tally.numbers.withLock { $0.append(number) }
            }
          }
          while !lib.session.turn.hasQueued(thread + 1) { usleep(100) }
        }
        #expect(held.release() == 3)
        threads.wait()
        // Whoever waits is not overtaken by one that comes for the second time.
        let all = [firsts, seconds].map { tally in tally.numbers.withLock { $0.sorted() } }
        #expect(all[0] == (1...threadCount).map { last + $0 })
        #expect(all[1] == (threadCount + 1...2 * threadCount).map { last + $0 })
        last += 2 * threadCount
      }
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
