import ArchBridgeTransport
import Dispatch
import Glibc
import Synchronization
import Testing

@testable import ArchBridge

/// The turn itself, without a helper.
@Suite(.timeLimit(.minutes(4)))
struct CallTurnTests {
  private final class Shared: Sendable {
    let turn = CallTurn()
    let order = Mutex<[Int]>([])
    let count = Mutex(0)

    var isFree: Bool { turn.takeIfFree() }

    func wait(
      _ waiter: CallTurn.Waiter = .init(), nanoseconds: Int64 = -1
    ) -> CallTurn.Outcome {
      turn.wait(waiter, nanoseconds: nanoseconds)
    }
  }

  /// Starts a thread.
  private func thread(_ body: @escaping @Sendable () -> Void) -> DispatchSemaphore {
    let done = DispatchSemaphore(value: 0)
    WorkerThread().async {
      body()
      done.signal()
    }
    return done
  }

  @Test func `whoever comes first is first`() {
    let shared = Shared()
    #expect(shared.isFree && !shared.isFree)
    var done: [DispatchSemaphore] = []
    for number in 0..<8 {
      let waiter = CallTurn.Waiter()
      done.append(
        thread {
          #expect(shared.wait(waiter) == .taken)
          shared.order.withLock { $0.append(number) }
          shared.turn.give()
        })
      while !shared.turn.hasQueued(number + 1) { sched_yield() }
    }
    shared.turn.give()
    for one in done { one.wait() }
    #expect(shared.order.withLock { $0 } == Array(0..<8))
    #expect(shared.isFree)
  }

  @Test func `whoever waits too long leaves, and the next has the turn`() {
    let shared = Shared()
    #expect(shared.isFree)
    #expect(shared.wait(nanoseconds: 1_000_000) == .timedOut)
    let next = thread {
      #expect(shared.wait() == .taken)
      shared.turn.give()
    }
    shared.turn.give()
    next.wait()
    #expect(shared.isFree)
  }

  @Test func `whoever is cancelled leaves, before or while it waits`() {
    let shared = Shared()
    #expect(shared.isFree)
    let early = CallTurn.Waiter()
    shared.turn.cancel(early)
    #expect(shared.wait(early) == .cancelled)
    let waiter = CallTurn.Waiter()
    let cancelled = thread { #expect(shared.wait(waiter) == .cancelled) }
    while !shared.turn.hasQueued(1) { sched_yield() }
    shared.turn.cancel(waiter)
    cancelled.wait()
    shared.turn.give()
    #expect(shared.isFree)
  }

  @Test func `one at a time has it, whatever becomes of the others`() {
    let shared = Shared()
    let inside = Atomic(0)
    let taken = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      var generator = SystemRandomNumberGenerator()
      for _ in 0..<2_000 {
        let waiter = CallTurn.Waiter()
        let choice = Int.random(in: 0..<4, using: &generator)
        if choice == 0 { shared.turn.cancel(waiter) }
        let outcome =
          shared.turn.takeIfFree()
          ? .taken : shared.turn.wait(waiter, nanoseconds: choice == 1 ? 1_000 : -1)
        guard outcome == .taken else { continue }
        #expect(inside.add(1, ordering: .relaxed).newValue == 1)
        shared.count.withLock { $0 += 1 }
        inside.subtract(1, ordering: .relaxed)
        taken.add(1, ordering: .relaxed)
        shared.turn.give()
      }
    }
    #expect(shared.count.withLock { $0 } == taken.load(ordering: .relaxed))
    #expect(shared.isFree)
  }
}
