internal import Synchronization

/// Whether a piece of work has been cancelled, and what its call is doing just now.
///
/// A call that waits for its turn leaves the queue; for one that runs the helper is ended. The call of
/// somebody else never is: what is ended is ended while this says that it runs.
package final class CallCancellation: Sendable {
  private enum Stage {
    case idle
    /// It waits, and is told to leave by this.
    case waiting(@Sendable () -> Void)
    case running(HelperSession, symbol: String?, since: Int64, InterruptWatch?)
  }

  private struct State {
    var stage = Stage.idle
    var isCancelled = false
    /// Whether the call that runs has been ended.
    var hasEnded = false
  }

  private let state = Mutex(State())

  package init() {}

  /// Whether the work has been cancelled.
  var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Ends the call of the work, if it makes one, and lets it make no other.
  ///
  /// Cancelled again, what an interrupt has not ended is ended with its helper at once.
  package func cancel() {
    state.withLock { state in
      guard !state.isCancelled else {
        if case .running(_, _, _, let watch?) = state.stage { watch.giveUp() }
        return
      }
      state.isCancelled = true
      switch state.stage {
      case .idle: break
      case .waiting(let leave): leave()
      case .running(let session, let symbol, let since, let watch):
        state.hasEnded = true
        let time = monotonicNanoseconds() - since
        if let watch { return watch.cancel(after: time) }
        session.end(.cancelled(symbol, after: time), symbol: symbol)
      }
    }
  }

  /// The call begins to wait; false where it is not to be made any more.
  func wait(leave: @escaping @Sendable () -> Void) -> Bool {
    state.withLock { state in
      if !state.isCancelled { state.stage = .waiting(leave) }
      return !state.isCancelled
    }
  }

  /// The call waits no more.
  func endWaiting() { state.withLock { $0.stage = .idle } }

  /// The call runs from now on; false where it is not to be made any more.
  ///
  /// What watches it ends it where it is cancelled.
  func begin(_ session: HelperSession, _ symbol: String?, _ watch: InterruptWatch?) -> Bool {
    state.withLock { state in
      if !state.isCancelled {
        state.stage = .running(session, symbol: symbol, since: monotonicNanoseconds(), watch)
      }
      return !state.isCancelled
    }
  }

  /// The call has ended; whether that was by being cancelled.
  func end() -> Bool {
    state.withLock { state in
      state.stage = .idle
      defer { state.hasEnded = false }
      return state.hasEnded
    }
  }
}

extension LibraryClient {
  /// Runs a piece of code on the calling thread, whose calls on this client `cancellation` ends.
  package final func withCancellation<Value, Failure: Error>(
    _ cancellation: CallCancellation, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let session = session
    return try CallScope(session.line, cancellation: cancellation).run(on: session, body)
  }
}

extension BridgeError {
  /// A call that has been cancelled while it ran.
  static func cancelled(_ symbol: String?, after nanoseconds: Int64) -> BridgeError {
    BridgeError(
      .cancelled,
      "\(symbol ?? "the request") was cancelled after it had run for \(rounded(nanoseconds)); the "
        + "helper has been ended", symbol: symbol)
  }

  /// A call that has been cancelled before it was made.
  static func cancelled(unmade symbol: String?) -> BridgeError {
    BridgeError(
      .cancelled, "\(symbol ?? "the request") was cancelled before it was made, and did not run",
      symbol: symbol)
  }

  /// A call whose turn did not come in time.
  static func timedOut(unmade symbol: String?, limit: Int64) -> BridgeError {
    let reason =
      limit == 0
      ? "its limit, which `timeout` or `withTimeout` gives, is no time, or less"
      : "its turn did not come within \(Duration.nanoseconds(limit))"
    return BridgeError(
      .timedOut, "\(symbol ?? "the request") was not made: \(reason); the helper goes on",
      symbol: symbol)
  }

  /// A time as it can be read: in milliseconds.
  static func rounded(_ nanoseconds: Int64) -> Duration {
    .milliseconds((nanoseconds + 500_000) / 1_000_000)
  }
}
