internal import ArchBridgeTransport
internal import Dispatch
internal import Synchronization

/// Jobs on the client's own thread, which tasks wait for.
extension HelperSession {
  /// Runs a job on the client's own thread, and waits for it without blocking a thread.
  ///
  /// Cancelling the task ends its calls. One that waits for the thread is not begun any more, where
  /// `Failure` can say so.
  func onThread<Value: Sendable, Failure: Error>(
    _ job: @escaping @Sendable () throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    try await onThread(symbol: nil, start: 0, job)
  }

  /// Makes one call on the client's own thread; its limit counts from here.
  func callOnThread<Value: Sendable>(
    _ symbol: String, _ job: @escaping @Sendable () throws(BridgeError) -> Value
  ) async throws(BridgeError) -> Value {
    try await onThread(symbol: symbol, start: monotonicNanoseconds(), job)
  }

  private func onThread<Value: Sendable, Failure: Error>(
    symbol: String?, start: Int64, _ job: @escaping @Sendable () throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let cancellation = CallCancellation()
    let scope = CallScope(
      line, limit: TaskLimits.limit(for: line), start: start, cancellation: cancellation,
      interrupt: TaskLimits.interrupt(for: line))
    let waiting = WaitingJob<Value, Failure>()
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        guard waiting.begin(continuation) else { return }
        if start > 0 { waiting.limit(self.limit(in: scope), symbol) }
        thread.async { [self] in
          guard let continuation = waiting.take() else { return }
          continuation.resume(
            returning: Result { () throws(Failure) in
              try scope.run(on: self) { () throws(Failure) in try job() }
            })
        }
      }
    } onCancel: {
      cancellation.cancel()
      waiting.leave(.cancelled(unmade: symbol ?? "the piece of work"))
    }
    return try result.get()
  }
}

/// A job that waits for its thread, and whoever waits for the job.
private final class WaitingJob<Value: Sendable, Failure: Error>: Sendable {
  typealias Outcome = Result<Value, Failure>

  private enum Stage {
    case new
    case waiting(CheckedContinuation<Outcome, Never>)
    case left(Outcome)
    /// It runs, or nobody waits for it any more.
    case taken
  }

  private struct State {
    var stage = Stage.new
    var timer: (any DispatchSourceTimer)?
  }

  private let state = Mutex(State())

  /// Waits from now on; false where it has left already.
  func begin(_ continuation: CheckedContinuation<Outcome, Never>) -> Bool {
    let outcome = state.withLock { state -> Outcome? in
      guard case .left(let outcome) = state.stage else {
        state.stage = .waiting(continuation)
        return nil
      }
      state.stage = .taken
      return outcome
    }
    if let outcome { continuation.resume(returning: outcome) }
    return outcome == nil
  }

  /// Leaves when so many nanoseconds have passed; never for −1.
  func limit(_ nanoseconds: Int64, _ symbol: String?) {
    guard nanoseconds >= 0 else { return }
    state.withLock { state in
      let timer = DispatchSource.makeTimerSource(queue: .limits)
      timer.schedule(deadline: .now() + .nanoseconds(Int(nanoseconds)))
      timer.setEventHandler { [self] in
        leave(.timedOut(unmade: symbol, limit: nanoseconds))
      }
      state.timer = timer
      timer.resume()
    }
  }

  /// Begins to run; nil where it has left.
  func take() -> CheckedContinuation<Outcome, Never>? {
    state.withLock { state in
      state.timer?.cancel()
      state.timer = nil
      guard case .waiting(let continuation) = state.stage else { return nil }
      state.stage = .taken
      return continuation
    }
  }

  /// Leaves with an error, unless it runs or throws no such errors.
  func leave(_ error: BridgeError) {
    guard let failure = (error as any Error) as? Failure else { return }
    let continuation = state.withLock { state -> CheckedContinuation<Outcome, Never>? in
      state.timer?.cancel()
      state.timer = nil
      switch state.stage {
      case .new: state.stage = .left(.failure(failure))
      case .waiting(let continuation):
        state.stage = .taken
        return continuation
      case .left, .taken: break
      }
      return nil
    }
    continuation?.resume(returning: .failure(failure))
  }
}

/// The limits that hold for the calls of a task.
enum TaskLimits {
  /// A limit for the calls on one client, inside others.
  final class Limit: Sendable {
    let line: SessionLine
    let limit: CallLimit
    let interrupt: Interrupt?
    let outer: Limit?

    init(_ line: SessionLine, _ limit: CallLimit, _ interrupt: Interrupt?) {
      (self.line, self.limit, self.interrupt) = (line, limit, interrupt)
      outer = TaskLimits.innermost
    }
  }

  @TaskLocal static var innermost: Limit?

  /// The innermost interrupt of those that hold for calls on a client.
  static func interrupt(for line: SessionLine) -> Interrupt? {
    var next = innermost
    while let one = next {
      if one.line === line, let interrupt = one.interrupt { return interrupt }
      next = one.outer
    }
    return nil
  }

  /// The shortest that holds for calls on a client.
  static func limit(for line: SessionLine) -> CallLimit {
    var limit = CallLimit.none
    var next = innermost
    while let one = next {
      if one.line === line { limit = limit.shorter(one.limit) }
      next = one.outer
    }
    return limit
  }
}
