internal import Dispatch
internal import Synchronization

/// A call that is interrupted, from beside it, when its time is over or its task is cancelled; what
/// does not end by that is ended with its helper.
final class InterruptWatch: Sendable {
  /// Why a call is interrupted.
  enum Reason {
    /// It has taken so many nanoseconds.
    case late(Int64)
    /// Its task was cancelled when it had taken so many.
    case cancelled(Int64)
  }

  private struct State {
    /// When the call began to count, later by what its closures have taken.
    var start = monotonicNanoseconds()
    /// When the closure that runs began; nil where none does.
    var closureStart: Int64?
    var timer: (any DispatchSourceTimer)?
    var hasEnded = false
    /// Whether what the interrupt does is not waited for any longer.
    var isGivenUp = false
    var reason: Reason?
    /// Why the interrupt could not be made.
    var failure: BridgeError?
  }

  private let session: HelperSession
  private let interrupt: Interrupt
  private let symbol: String
  /// How many nanoseconds the call may take; −1 for any number.
  private let left: Int64
  private let limit: Int64
  private let state = Mutex(State())
  /// Signalled when the call has ended, and when the interrupt has.
  private let callEnd = DispatchSemaphore(value: 0)
  private let interruptEnd = DispatchSemaphore(value: 0)

  init(
    _ session: HelperSession, _ interrupt: Interrupt, _ symbol: String, left: Int64, of limit: Int64
  ) {
    (self.session, self.interrupt, self.symbol) = (session, interrupt, symbol)
    (self.left, self.limit) = (left, limit)
  }

  /// Runs the call on its lane; whatever it comes to is an error where it was interrupted.
  func run<Value>(
    on lane: SessionLane, _ body: () throws(ExchangeError) -> Value
  ) throws(ExchangeError) -> Value {
    let outer = lane.setWatch(self)
    state.withLock { $0.start = monotonicNanoseconds() }
    arm()
    let result = Result { () throws(ExchangeError) in try body() }
    _ = lane.setWatch(outer)
    let isInterrupted = state.withLock { state in
      state.hasEnded = true
      state.timer?.cancel()
      state.timer = nil
      return state.reason != nil
    }
    guard isInterrupted else { return try result.get() }
    callEnd.signal()
    // It must not meet the next call.
    interruptEnd.wait()
    if let failure = session.failure.withLock({ $0 }) {
      throw .bridge(failure.code == .helperEnded ? crashed(failure) : failure)
    }
    let error = returned
    session.observer.interrupted(error)
    throw .bridge(error)
  }

  // MARK: Closures

  /// A closure of the call begins: its time does not count.
  func closureBegan() { state.withLock { $0.closureStart = monotonicNanoseconds() } }

  /// The closure has ended.
  func closureEnded() {
    state.withLock { state in
      guard let start = state.closureStart else { return }
      state.start += monotonicNanoseconds() - start
      state.closureStart = nil
    }
    arm()
  }

  // MARK: Interrupting

  /// Interrupts the call when its time is over; once more where that is later than it was.
  private func arm() {
    guard left >= 0 else { return }
    let isLate = state.withLock { state -> Bool in
      guard !state.hasEnded, state.reason == nil, state.closureStart == nil else { return false }
      let rest = left - (monotonicNanoseconds() - state.start)
      guard rest > 0 else { return true }
      state.timer?.cancel()
      let timer = DispatchSource.makeTimerSource(queue: .limits)
      timer.schedule(deadline: .now() + .nanoseconds(Int(rest)))
      timer.setEventHandler { [weak self] in self?.arm() }
      state.timer = timer
      timer.resume()
      return false
    }
    if isLate { fire(.late(limit)) }
  }

  /// Interrupts the call because its task is cancelled.
  func cancel(after nanoseconds: Int64) { fire(.cancelled(nanoseconds)) }

  /// Ends the helper, though the grace is not over.
  func giveUp() {
    state.withLock { $0.isGivenUp = true }
    callEnd.signal()
  }

  private func fire(_ reason: Reason) {
    let isFirst = state.withLock { state in
      guard !state.hasEnded, state.reason == nil else { return false }
      state.reason = reason
      state.timer?.cancel()
      state.timer = nil
      return true
    }
    guard isFirst else { return }
    let thread = WorkerThread()
    thread.async { self.end() }
    thread.end()
  }

  /// Makes the interrupt, gives both it and the call time to return, and ends the helper then.
  private func end() {
    let grace = CallLimit(interrupt.grace).nanoseconds
    let end: DispatchTime = grace < 0 ? .distantFuture : .now() + .nanoseconds(Int(grace))
    let made = DispatchSemaphore(value: 0)
    let thread = WorkerThread()
    thread.async {
      do throws(BridgeError) {
        try self.session.interrupt(self.interrupt, left: -1)
      } catch {
        self.state.withLock { $0.failure = error }
      }
      made.signal()
    }
    thread.end()
    if callEnd.wait(timeout: end) == .timedOut || !state.withLock({ $0.hasEnded }) {
      session.end(ended, symbol: symbol)
    } else if made.wait(timeout: end) == .timedOut {
      session.end(hung, symbol: symbol)
    } else {
      made.signal()
    }
    // What ends the helper ends it too.
    made.wait()
    interruptEnd.signal()
  }

  // MARK: Errors

  /// The error of a call that has returned after it was interrupted.
  private var returned: BridgeError {
    error("\(interrupt.function) was called, and \(symbol) returned; the helper goes on")
  }

  /// The error of a call during which the helper has ended by itself.
  private func crashed(_ failure: BridgeError) -> BridgeError {
    let place = failure.crash?.isInInterrupt == true ? "in it " : ""
    var error = self.error(
      "\(interrupt.function) was called, and \(place)\(failure.message)", .helperEnded)
    error.end = failure.end
    return error
  }

  /// The error of a call that has, while the interrupt has not.
  private var hung: BridgeError {
    let grace = BridgeError.rounded(CallLimit(interrupt.grace).nanoseconds)
    return error(
      "\(interrupt.function) was called, and did not return within \(grace); the helper has been ended"
    )
  }

  /// The error of a call that has not.
  private var ended: BridgeError {
    let (failure, isGivenUp) = state.withLock { ($0.failure, $0.isGivenUp) }
    let grace = BridgeError.rounded(CallLimit(interrupt.grace).nanoseconds)
    let called =
      failure.map { "\(interrupt.function) could not be called (\($0.message))" }
      ?? "\(interrupt.function) was called, and \(symbol) went on"
      + (isGivenUp ? "" : " for \(grace)")
    return error("\(called); the helper has been ended")
  }

  /// The error of a call to which this came, with the code of its reason unless there is another.
  private func error(_ outcome: String, _ code: BridgeError.Code? = nil) -> BridgeError {
    switch state.withLock({ $0.reason }) {
    case .cancelled(let nanoseconds):
      BridgeError(
        code ?? .cancelled,
        "\(symbol) was cancelled after it had run for \(BridgeError.rounded(nanoseconds)): \(outcome)",
        symbol: symbol)
    case .late, nil:
      BridgeError(
        code ?? .timedOut,
        "\(symbol) took longer than \(Duration.nanoseconds(limit)): \(outcome)", symbol: symbol)
    }
  }
}
