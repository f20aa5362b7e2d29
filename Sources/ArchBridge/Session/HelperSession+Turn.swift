internal import ArchBridgeTransport
internal import Synchronization

/// A session's requests wait for their turn: how long, and who may end that.
extension HelperSession {
  /// Makes a request in its turn.
  ///
  /// `body` gets how many nanoseconds are left of its limit, −1 for none: the limit counts from here,
  /// so that waiting counts.
  ///
  /// A request that expires or is cancelled while it waits has not been made, and ends nothing.
  @inline(never) func inTurn<Value>(
    _ symbol: String?, isBatch: Bool = false, _ body: (Int64) throws(ExchangeError) -> Value
  ) throws(ExchangeError) -> Value {
    let scope = lanes.isSpecial ? CallScope.current(of: line) : nil
    let limit = limit(in: scope)
    var left = limit
    if let start = scope?.start, start > 0, limit >= 0 {
      left = limit - (monotonicNanoseconds() - start)
    }
    guard left > 0 || limit < 0 else { throw .bridge(.timedOut(unmade: symbol, limit: limit)) }
    let cancellation = scope?.cancellation
    if !turn.takeIfFree() { left = try wait(left, of: limit, cancellation, symbol) }
    defer { turn.give() }
    let watch = try watch(
      scope, symbol ?? (isBatch ? "the batch" : nil), on: lanes.main, left, of: limit)
    guard let cancellation else { return try run(watch, left, body) }
    guard cancellation.begin(self, symbol, watch) else {
      throw .bridge(.cancelled(unmade: symbol))
    }
    let result = Result { () throws(ExchangeError) in try run(watch, left, body) }
    // An answer that came beside the end is nobody's any more.
    if cancellation.end(), watch == nil { throw .bridge(failure.withLock { $0 } ?? ended) }
    return try result.get()
  }

  /// Runs a request, which ends by itself at its limit where nothing watches it.
  private func run<Value>(
    _ watch: InterruptWatch?, _ left: Int64, _ body: (Int64) throws(ExchangeError) -> Value
  ) throws(ExchangeError) -> Value {
    guard let watch else { return try body(left) }
    return try watch.run(on: lanes.main) { () throws(ExchangeError) in try body(-1) }
  }

  /// The turn of a request that nothing but the session's own limit holds for; returns what is left
  /// of that.
  @inline(never) func waitForTurn(_ symbol: String?) throws(ExchangeError) -> Int64 {
    try wait(timeoutNanoseconds, of: timeoutNanoseconds, nil, symbol)
  }

  private func wait(
    _ left: Int64, of limit: Int64, _ cancellation: CallCancellation?, _ symbol: String?
  ) throws(ExchangeError) -> Int64 {
    let start = monotonicNanoseconds()
    let waiter = CallTurn.Waiter()
    if let cancellation, !cancellation.wait(leave: { self.turn.cancel(waiter) }) {
      throw .bridge(.cancelled(unmade: symbol))
    }
    let outcome = turn.wait(waiter, nanoseconds: left)
    cancellation?.endWaiting()
    switch outcome {
    case .cancelled: throw .bridge(.cancelled(unmade: symbol))
    case .timedOut: throw .bridge(.timedOut(unmade: symbol, limit: limit))
    case .taken: break
    }
    guard left >= 0 else { return left }
    let rest = left - (monotonicNanoseconds() - start)
    guard rest > 0 else {
      turn.give()
      throw .bridge(.timedOut(unmade: symbol, limit: limit))
    }
    return rest
  }

  /// How long a request may take that the calling thread makes.
  func limit(in scope: CallScope?) -> Int64 {
    if version == 0 { return CallLimit(Self.startLimit).nanoseconds }
    guard let scope, scope.limit.nanoseconds >= 0 else { return timeoutNanoseconds }
    return scope.limit.nanoseconds
  }

  /// The same, where nothing else is known.
  var currentLimit: Int64 { limit(in: lanes.isSpecial ? CallScope.current(of: line) : nil) }

  /// Ends the helper for a reason, which is the session's unless it has one.
  func end(_ error: BridgeError, symbol: String?) {
    failing.withLock { _ in
      var error = error
      if !isAtEnd {
        if error.code == .timedOut { error = located(error, symbol) }
        archive.note(end: error)
      }
      _ = keep(error, symbol: symbol)
    }
    channel.close(grace: .zero)
  }
}
