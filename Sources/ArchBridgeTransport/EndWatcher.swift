internal import CArchBridgeShims
internal import Synchronization

/// Hears of the end of any helper at once, on one thread for the whole program.
///
/// Who waits in shared memory sees nothing of its helper's end, and is told.
final class EndWatcher: Sendable {
  /// The program's own; nil where the system has nothing left for one.
  static let shared = EndWatcher()

  private struct State {
    var actions: [UInt64: @Sendable () -> Void] = [:]
    var lastNumber: UInt64 = 0
  }

  private let watch: Int32
  private let state = Mutex(State())
  private let thread = WorkerThread()

  private init?() {
    watch = ab_watch_make()
    guard watch >= 0, thread.isRunning else { return nil }
    thread.async { [self] in
      var number: UInt64 = 0
      while unsafe ab_watch_next(watch, &number) == 0 {
        // With the lock held: who has removed an action knows that it does not run any more.
        state.withLock { $0.actions[number]?() }
      }
    }
  }

  /// Runs `action` once, as soon as the process behind a descriptor has ended; returns a number to
  /// remove it by, or nil where the system refuses.
  func add(_ descriptor: Int32, _ action: @escaping @Sendable () -> Void) -> UInt64? {
    let number = state.withLock { state in
      state.lastNumber += 1
      state.actions[state.lastNumber] = action
      return state.lastNumber
    }
    guard ab_watch_add(watch, descriptor, number) == 0 else {
      state.withLock { $0.actions[number] = nil }
      return nil
    }
    return number
  }

  /// Forgets an action, which does not run any more when this returns.
  func remove(_ number: UInt64, _ descriptor: Int32) {
    ab_watch_remove(watch, descriptor)
    state.withLock { $0.actions[number] = nil }
  }
}
