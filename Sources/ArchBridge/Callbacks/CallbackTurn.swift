internal import Dispatch
internal import Glibc
internal import Synchronization

/// A lock for the closure that runs, which the thread that holds it can take again.
final class CallbackTurn: Sendable {
  /// The thread that holds it, which alone finds itself here; 0 for none.
  private let owner = Atomic<pthread_t>(0)
  /// The number of the closure that it runs; 0 where that is not known yet.
  private let closure = Atomic<UInt32>(0)
  private let turn = CallTurn()

  /// A closure that has begun, and has let others have the turn.
  private struct Suspended {
    let closure: UInt32
    /// What waits until it goes on.
    var waiter: DispatchSemaphore?
  }

  private let suspended = Mutex<[Suspended]>([])

  /// Waits until no other thread has the turn, and runs `body`, which is a closure's, with it.
  func take<Value>(for id: UInt32, _ body: () -> Value) -> Value {
    let thread = pthread_self()
    // Who has it already leaves it to its first taking to let it go.
    let isNested = owner.load(ordering: .relaxed) == thread
    let outer = isNested ? closure.load(ordering: .relaxed) : 0
    if !isNested { acquire(thread) }
    closure.store(id, ordering: .relaxed)
    defer {
      closure.store(outer, ordering: .relaxed)
      if !isNested { release() }
    }
    return body()
  }

  /// Lets other threads have the turn while `body` runs, if the caller's thread has it.
  func yield<Value>(_ body: () -> Value) -> Value {
    let thread = pthread_self()
    guard owner.load(ordering: .relaxed) == thread else { return body() }
    let id = closure.load(ordering: .relaxed)
    suspend(id)
    defer { resume(id, on: thread) }
    return body()
  }

  @inline(never) private func suspend(_ id: UInt32) {
    suspended.withLock { suspended in
      suspended.append(Suspended(closure: id))
      release()
    }
  }

  @inline(never) private func resume(_ id: UInt32, on thread: pthread_t) {
    acquire(thread)
    closure.store(id, ordering: .relaxed)
    let waiter = suspended.withLock { suspended in
      // Several threads may be in one closure: which of them is meant does not matter.
      suspended.firstIndex { $0.closure == id }.flatMap { suspended.remove(at: $0).waiter }
    }
    waiter?.signal()
  }

  /// Where a closure is that has begun.
  private enum Place {
    case running
    case suspended(DispatchSemaphore)
  }

  /// Waits until none of these closures, which cannot be found any more, runs on another thread, or
  /// is going to go on there when a call that it makes has returned.
  func wait(forEndOf ids: [UInt32]) {
    while let place = place(of: ids) {
      switch place {
      case .running: take(for: 0) {}
      case .suspended(let waiter): yield { waiter.wait() }
      }
    }
  }

  /// Where the first of these closures is that has not ended; nil where none is anywhere.
  ///
  /// Whoever has the turn for another one has looked for it after these were gone. None begins to wait,
  /// nor ends waiting, meanwhile.
  private func place(of ids: [UInt32]) -> Place? {
    suspended.withLock { suspended in
      if let index = suspended.firstIndex(where: { ids.contains($0.closure) }) {
        let waiter = suspended[index].waiter ?? DispatchSemaphore(value: 0)
        suspended[index].waiter = waiter
        return .suspended(waiter)
      }
      guard turn.isTaken, owner.load(ordering: .relaxed) != pthread_self() else { return nil }
      let running = closure.load(ordering: .acquiring)
      return running == 0 || ids.contains(running) ? .running : nil
    }
  }

  private func acquire(_ thread: pthread_t) {
    if !turn.takeIfFree() { _ = turn.wait() }
    owner.store(thread, ordering: .relaxed)
  }

  private func release() {
    closure.store(0, ordering: .relaxed)
    owner.store(0, ordering: .relaxed)
    turn.give()
  }
}
