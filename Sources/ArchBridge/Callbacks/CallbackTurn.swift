internal import Dispatch
internal import Glibc
internal import Synchronization

/// A lock that the thread which holds it can take again.
final class CallbackTurn: Sendable {
  private struct State {
    var owner: pthread_t?
    var depth = 0
  }

  private let state = Mutex(State())
  private let free = DispatchSemaphore(value: 1)

  /// Waits until no other thread has the turn, and runs `body` with it.
  func take<Value>(_ body: () -> Value) -> Value {
    let thread = pthread_self()
    let isMine = state.withLock { state in
      if state.owner == thread { state.depth += 1 }
      return state.owner == thread
    }
    if !isMine {
      free.wait()
      state.withLock { $0 = State(owner: thread, depth: 1) }
    }
    defer {
      let isLast = state.withLock { state in
        state.depth -= 1
        if state.depth == 0 { state.owner = nil }
        return state.depth == 0
      }
      if isLast { free.signal() }
    }
    return body()
  }

  /// Lets other threads have the turn while `body` runs, if the caller's thread has it.
  func yield<Value>(_ body: () -> Value) -> Value {
    let thread = pthread_self()
    let depth = state.withLock { state -> Int in
      guard state.owner == thread else { return 0 }
      defer { state = State() }
      return state.depth
    }
    guard depth > 0 else { return body() }
    free.signal()
    defer {
      free.wait()
      state.withLock { $0 = State(owner: thread, depth: depth) }
    }
    return body()
  }
}
