internal import Glibc
internal import Synchronization

/// A lock for the closure that runs, which the thread that holds it can take again.
final class CallbackTurn: Sendable {
  /// The thread that holds it, which alone finds itself here; 0 for none.
  private let owner = Atomic<pthread_t>(0)
  /// The number of the closure that it runs; 0 where that is not known yet.
  private let closure = Atomic<UInt32>(0)
  private let turn = CallTurn()

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
    release()
    defer {
      acquire(thread)
      closure.store(id, ordering: .relaxed)
    }
    return body()
  }

  /// Waits until none of these closures, which cannot be found any more, runs on another thread.
  ///
  /// Whoever has the turn for another one has looked for it after these were gone.
  func wait(forEndOf ids: [UInt32]) {
    guard turn.isTaken, owner.load(ordering: .relaxed) != pthread_self() else { return }
    let running = closure.load(ordering: .acquiring)
    if running == 0 || ids.contains(running) { take(for: 0) {} }
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
