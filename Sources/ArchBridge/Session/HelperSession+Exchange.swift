internal import ArchBridgeTransport
internal import ArchBridgeWire
internal import Synchronization

/// A session's requests: sent one at a time, with those that closures make inside.
extension HelperSession {
  /// Sends a request, and returns the body of the reply, whose kind must be `kind`.
  ///
  /// `symbol` is the function that the request is about, for the error that ends a session: the
  /// first one is kept, and thrown again by whatever comes after it. What closures throw meanwhile
  /// goes to `callbackError`.
  func exchange(
    _ request: some Message, expecting kind: EnvelopeKind, replyLimit: Int = 65_536,
    symbol: String? = nil, callbackError: inout BridgeError?
  ) throws(ExchangeError) -> [UInt8] {
    try exchange(
      type(of: request).kind, request.encoded, expecting: kind, replyLimit: replyLimit,
      symbol: symbol, callbackError: &callbackError)
  }

  /// Sends a request of a kind that has this body.
  func exchange(
    _ requestKind: EnvelopeKind, _ body: [UInt8], expecting kind: EnvelopeKind, replyLimit: Int,
    symbol: String?, callbackError: inout BridgeError?
  ) throws(ExchangeError) -> [UInt8] {
    // A closure's own requests are part of the one that it runs in.
    if let lane = lanes.current {
      lane.beginRequest()
      defer { callbackError = lane.endRequest() }
      let result = callbacks.turn.yield {
        Result { () throws(ExchangeError) in
          try watched(
            requestKind, body, on: lane, expecting: kind, replyLimit, symbol, left: currentLimit)
        }
      }
      return try result.get()
    }
    return try exchangeInTurn(
      requestKind, body, expecting: kind, replyLimit, symbol, &callbackError)
  }

  /// Not a part of what closures' requests run through, which takes from their threads' stacks.
  @inline(never) private func exchangeInTurn(
    _ requestKind: EnvelopeKind, _ body: [UInt8], expecting kind: EnvelopeKind, _ replyLimit: Int,
    _ symbol: String?, _ callbackError: inout BridgeError?
  ) throws(ExchangeError) -> [UInt8] {
    var thrown: BridgeError?
    defer { callbackError = thrown }
    return try inTurn(symbol) { (left) throws(ExchangeError) in
      lanes.main.beginRequest()
      defer { thrown = lanes.main.endRequest() ?? callbacks.takeError() }
      return try watched(
        requestKind, body, on: lanes.main, expecting: kind, replyLimit, symbol, left: left)
    }
  }

  /// Sends a request that is no call; what closures throw meanwhile is thrown by the next call.
  func exchange(
    _ request: some Message, expecting kind: EnvelopeKind, replyLimit: Int = 65_536
  ) throws(ExchangeError) -> [UInt8] {
    var callbackError: BridgeError?
    defer { if let callbackError { callbacks.keep(callbackError) } }
    return try exchange(
      request, expecting: kind, replyLimit: replyLimit, callbackError: &callbackError)
  }

  func exchange(
    _ requestKind: EnvelopeKind, _ body: [UInt8], on lane: SessionLane,
    expecting kind: EnvelopeKind, _ replyLimit: Int, _ symbol: String?, left: Int64
  ) throws(ExchangeError) -> [UInt8] {
    guard !isAtEnd else { throw .unmade }
    let request = Envelope(
      kind: requestKind, version: version,
      sequence: lane.nextSequence, body: body, thread: lane.thread)
    let deadline = Self.deadline(left)
    let answer: Envelope
    do throws(ChannelError) {
      try channel.send(request, deadline: deadline)
      let first = try receive(on: lane, limit: replyLimit, deadline: deadline)
      let rest = { () throws(ChannelError) in
        try self.reply(first, on: lane, limit: replyLimit, deadline: deadline)
      }
      let (shared, sequence) = (sharedMemory, request.sequence)
      answer =
        requestKind == .batch
        ? try lane.asBatch({ shared?.progress(of: sequence) }, rest) : try rest()
    } catch .tooLarge(let byteCount) {
      // Nothing was sent: the session goes on.
      throw .tooLarge(byteCount: byteCount)
    } catch {
      throw .bridge(keep(failed(error, left: left, symbol), symbol: symbol))
    }
    return try self.body(of: answer, answering: request.header, expecting: kind, symbol)
  }

  /// Checks an answer.
  func body(
    of reply: Envelope, answering request: EnvelopeHeader, expecting kind: EnvelopeKind,
    _ symbol: String?
  ) throws(ExchangeError) -> [UInt8] {
    guard reply.sequence == request.sequence, reply.version == request.version else {
      throw .bridge(rejected("it answered another request", symbol: symbol))
    }
    if reply.kind == .failure, let failure = try? FailureMessage(decoding: reply.body) {
      throw .refused(failure)
    }
    guard reply.kind == kind else {
      throw .bridge(rejected("it answered with something else", symbol: symbol))
    }
    return reply.body
  }

  func receive(
    on lane: SessionLane, limit: Int, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope {
    let envelope =
      lane.thread == 0
      ? try channel.receive(bodyLimit: max(limit, callbacks.bodyLimit), deadline: deadline)
      : try lane.receive(bodyLimit: limit, deadline: deadline)
    guard envelope.thread == lane.thread else { throw .notAnEnvelope(.notAnEnvelope) }
    return envelope
  }

  /// Runs what the library calls back, from the first envelope on, until a reply comes.
  ///
  /// The time that closures take is not the library's: it does not count.
  func reply(
    _ first: Envelope, on lane: SessionLane, limit: Int, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope {
    var (next, deadline) = (first, deadline)
    while next.kind == .callback || next.kind == .callbackNumbers {
      if !watchesCalls, lane.thread == 0,
        let other = try answerNumbers(next, limit: limit, &deadline)
      {
        next = other
        continue
      }
      let start = ContinuousClock.now
      // A library that calls without end is late as well.
      if let deadline, start >= deadline { throw .timedOut }
      let answer = try watchedCallBack(next, on: lane)
      deadline? += ContinuousClock.now - start
      try channel.send(answer, deadline: deadline)
      next = try receive(on: lane, limit: limit, deadline: deadline)
    }
    return next
  }

  /// The version of the protocol that has been agreed on; 0 before.
  var version: UInt16 { agreedVersion.load(ordering: .relaxed) }

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
      guard failure == nil else { return false }
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

  /// When so many nanoseconds have passed; nil for −1.
  static func deadline(_ nanoseconds: Int64) -> ContinuousClock.Instant? {
    nanoseconds < 0 ? nil : .now + .nanoseconds(nanoseconds)
  }

  /// Ends the session whose channel has failed, of whose time limit so much was `left` at first.
  ///
  /// `symbol` is the function that was being called.
  func failed(_ error: ChannelError, left: Int64, _ symbol: String?) -> BridgeError {
    if isClosed.load(ordering: .acquiring) { return Self.closed }
    channel.close(grace: .zero)
    let limit = currentLimit
    let isLimited = limit >= 0 && left >= 0
    let failure =
      failure.withLock { $0 } ?? archive?.failure
      ?? settled(
        BridgeError(
          error, limit: isLimited ? .nanoseconds(limit) : nil,
          waited: isLimited ? BridgeError.rounded(limit - left) : .zero, crash: crash(error)))
    // The innermost call comes first.
    failure.end?.crash?.note(function: symbol)
    return failure
  }

  /// The error with all that there is to say, as it was said when the session was recorded.
  private func settled(_ error: BridgeError) -> BridgeError {
    let error = explained(error)
    guard error.code == .helperEnded else { return error }
    var settled = archive.settle(error)
    settled.end = error.end
    // What was recorded of it may be what cannot be read.
    return archive?.failure ?? settled
  }

  /// What is known of a helper's end.
  private func crash(_ error: ChannelError) -> CrashReport.Storage? {
    guard case .ended(let status) = error else { return nil }
    let helper = HelperProgram.readablePath(
      configuration.architecture, path: configuration.helperPath)
    return archive.settle(
      status,
      CrashReport.Storage(
        status, channel.report(), helperPath: helper, standardError: output?.lastErrors() ?? []))
  }
}

extension BridgeError {
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

/// Why an exchange has no result.
enum ExchangeError: Error {
  /// The session is at its end.
  case bridge(BridgeError)
  /// The session is at its end, and the request has not been sent.
  case unmade
  /// The helper did not carry out the request, and is well.
  case refused(FailureMessage)
  /// The request is larger than any can be, and was not sent.
  case tooLarge(byteCount: Int)
}
