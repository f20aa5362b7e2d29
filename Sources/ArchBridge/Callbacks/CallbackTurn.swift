internal import Dispatch
internal import Glibc
internal import Synchronization

/// A lock that the thread which holds it can take again.
final class CallbackTurn: Sendable {
  /// The thread that holds it, which alone finds itself here; 0 for none.
  private let owner = Atomic<pthread_t>(0)
  private let free = DispatchSemaphore(value: 1)

  /// Waits until no other thread has the turn, and runs `body` with it.
  func take<Value>(_ body: () -> Value) -> Value {
    let thread = pthread_self()
    // Who has it already leaves it to its first taking to let it go.
    guard owner.load(ordering: .relaxed) != thread else { return body() }
    acquire(thread)
    defer { release() }
    return body()
  }

  /// Lets other threads have the turn while `body` runs, if the caller's thread has it.
  func yield<Value>(_ body: () -> Value) -> Value {
    let thread = pthread_self()
    guard owner.load(ordering: .relaxed) == thread else { return body() }
    release()
    defer { acquire(thread) }
    return body()
  }

  private func acquire(_ thread: pthread_t) {
    free.wait()
    owner.store(thread, ordering: .relaxed)
  }

  private func release() {
    owner.store(0, ordering: .relaxed)
    free.signal()
  }
}
