internal import ArchBridgeTransport
internal import Glibc
internal import Synchronization

/// What ends a session, of which the first is kept.
extension HelperSession {
  /// Whether nothing can be asked any more.
  var isAtEnd: Bool {
    isClosed.load(ordering: .acquiring) || hasFailed.load(ordering: .acquiring)
  }

  /// What says so.
  var ended: BridgeError {
    if isClosed.load(ordering: .acquiring) { return Self.closed }
    return failure.withLock { $0 }?.again ?? Self.closed
  }

  /// Keeps the error that ends the session, unless there is one.
  func keep(_ error: BridgeError, symbol: String?) -> BridgeError {
    var error = error
    let isFirst = failure.withLock { failure in
      guard failure == nil else {
        // The one that came first may not have known.
        if failure?.symbol == nil { failure?.symbol = symbol }
        return false
      }
      error.symbol = symbol
      failure = error
      hasFailed.store(true, ordering: .releasing)
      return true
    }
    if isFirst { observer.failed(error) }
    return error
  }

  /// Ends the session because of an answer that fits no request; the first failure is kept.
  func rejected(_ what: String, symbol: String?) -> BridgeError {
    // Whoever waits for an answer meanwhile finds the channel closed, and asks for the reason.
    let error = keep(Self.violation(what), symbol: symbol)
    channel.close(grace: .zero)
    return failure.withLock { $0 } ?? error
  }

  /// The error for a helper that has sent what makes no sense, and is to be ended.
  static func violation(_ what: String) -> BridgeError {
    BridgeError(
      .protocolViolation, "the helper has been ended: \(what), as if its memory were damaged")
  }

  static let closed = BridgeError(.sessionClosed, "the session has been closed")

  /// Ends the session whose channel has failed, and returns why: of a time limit so much was `left` at
  /// first.
  ///
  /// `symbol` is the function that was being called, be it beside another.
  func fail(
    _ error: ChannelError, left: Int64, _ symbol: String?, isAside: Bool = false
  ) -> BridgeError {
    // Who meets it meanwhile meets what the first makes of it.
    failing.withLock { _ in failAlone(error, left: left, symbol, isAside) }
  }

  private func failAlone(
    _ error: ChannelError, left: Int64, _ symbol: String?, _ isAside: Bool
  ) -> BridgeError {
    var failure = failed(error, left: left, symbol, isAside)
    guard let crash = failure.end?.crash else { return keep(failure, symbol: symbol) }
    guard crash.isInInterrupt else {
      // Whose call is on the main thread says which that was.
      let known = isAside && turn.isTaken ? nil : symbol
      crash.note(function: known)
      failure = keep(failure, symbol: known)
      failure.symbol = symbol
      return failure
    }
    if let call = interrupts.call.withLock({ $0 }) {
      crash.note(function: call.function)
      crash.note(arguments: call.arguments.map { CallText.text(of: $0) }, of: call.function)
    }
    failure = keep(failure, symbol: crash.call.withLock { $0.function })
    if !isAside { failure = failure.inInterrupt("was called beside it") }
    failure.symbol = symbol
    return failure
  }

  private func failed(
    _ error: ChannelError, left: Int64, _ symbol: String?, _ isAside: Bool
  ) -> BridgeError {
    if isClosed.load(ordering: .acquiring) { return Self.closed }
    // Whoever else waits for the helper meets its end, and that is not the reason.
    if error == .timedOut {
      // The main thread's place says nothing of what another one does.
      let end = archive.settledEnd ?? (isAside ? late(left) : located(late(left), symbol))
      archive.note(end: end)
      _ = keep(end, symbol: symbol)
    }
    channel.close(grace: .zero)
    return failure.withLock { $0 } ?? archive?.failure ?? archive.settledEnd
      ?? settled(BridgeError(error, limit: nil, crash: crash(error)), symbol)
  }

  /// The error of a call whose time is over, of whose time limit so much was `left` at first.
  private func late(_ left: Int64) -> BridgeError {
    let limit = currentLimit
    guard limit >= 0, left >= 0 else { return BridgeError(.timedOut, limit: nil) }
    return BridgeError(
      .timedOut, limit: .nanoseconds(limit), waited: BridgeError.rounded(limit - left))
  }

  /// The error with all that there is to say, as it was said when the session was recorded.
  private func settled(_ error: BridgeError, _ symbol: String?) -> BridgeError {
    let error = overrun(error, symbol) ?? explained(error)
    guard error.code == .helperEnded else { return error }
    var settled = archive.settle(error)
    settled.end = error.end
    // What was recorded of it may be what cannot be read.
    return archive?.failure ?? settled
  }

  /// What is known of a helper's end.
  private func crash(_ error: ChannelError) -> CrashReport.Storage? {
    guard case .ended(let status) = error else { return nil }
    return archive.settle(status, crash(status, channel.report()))
  }

  private func crash(_ status: HelperExitStatus, _ report: HelperReport?) -> CrashReport.Storage {
    let helper = HelperProgram.readablePath(configuration)
    return CrashReport.Storage(
      status, report, helperPath: helper, standardError: output?.lastErrors() ?? [],
      isPassedOn: output is ErrorRelay)
  }

  /// Why the helper is to be ended while it calls `symbol`, with where in the library it is, if it can
  /// still tell.
  func located(_ error: BridgeError, _ symbol: String?) -> BridgeError {
    channel.locate()
    guard let report = channel.report(), report.isLocated else { return error }
    let crash = crash(.signalled(SIGKILL), report)
    guard let place = crash.innermost?.place else { return error }
    crash.note(function: symbol)
    var located = BridgeError(
      error.code, "\(error.message); it was in \(place)", symbol: error.symbol)
    located.end = HelperEnd(.signalled(SIGKILL), crash: crash)
    return located
  }
}

extension BridgeError {
  /// This failure of an interrupt, as the call that it was made beside meets it.
  ///
  /// `event` is what became of the interrupt.
  func inInterrupt(_ event: String) -> BridgeError {
    let function = crash?.function ?? "a function"
    var error = BridgeError(
      code, "\(function) \(event), and in it \(message)", symbol: symbol, library: library)
    error.end = end
    return error
  }

  /// This failure, as whatever comes after it meets it.
  fileprivate var again: BridgeError {
    let who = symbol.map { "\($0) ended the session earlier" } ?? "the session ended earlier"
    let reason =
      symbol.map {
        message.hasPrefix("\($0): ") ? String(message.dropFirst($0.count + 2)) : message
      }
      ?? message
    var error = BridgeError(code, "\(who): \(reason)", symbol: symbol, library: library)
    error.end = end
    return error
  }
}
