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
          try exchangeInside(requestKind, body, on: lane, expecting: kind, replyLimit, symbol)
        }
      }
      return try result.get()
    }
    return try exchangeInTurn(
      requestKind, body, expecting: kind, replyLimit, symbol, &callbackError)
  }

  private func exchangeInside(
    _ requestKind: EnvelopeKind, _ body: [UInt8], on lane: SessionLane,
    expecting kind: EnvelopeKind, _ replyLimit: Int, _ symbol: String?
  ) throws(ExchangeError) -> [UInt8] {
    let scope = CallScope.current(of: line)
    let limit = limit(in: scope)
    guard
      let watch = try watch(
        scope, symbol ?? (requestKind == .batch ? "the batch" : nil), on: lane, limit, of: limit)
    else {
      return try watched(
        requestKind, body, on: lane, expecting: kind, replyLimit, symbol, left: limit)
    }
    return try watch.run(on: lane) { () throws(ExchangeError) in
      try watched(requestKind, body, on: lane, expecting: kind, replyLimit, symbol, left: -1)
    }
  }

  /// Not a part of what closures' requests run through, which takes from their threads' stacks.
  @inline(never) private func exchangeInTurn(
    _ requestKind: EnvelopeKind, _ body: [UInt8], expecting kind: EnvelopeKind, _ replyLimit: Int,
    _ symbol: String?, _ callbackError: inout BridgeError?
  ) throws(ExchangeError) -> [UInt8] {
    var thrown: BridgeError?
    defer { callbackError = thrown }
    return try inTurn(symbol, isBatch: requestKind == .batch) { (left) throws(ExchangeError) in
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
      lane.expect(bodyLimit: replyLimit)
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
      throw .bridge(fail(error, left: left, symbol, isAside: lane === lanes.aside))
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
      : try lane.receive(deadline: deadline)
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
      if !watchesCalls, lane.thread == 0, !lane.isWatched.load(ordering: .relaxed),
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
      lane.expect(bodyLimit: limit)
      try channel.send(answer, deadline: deadline)
      next = try receive(on: lane, limit: limit, deadline: deadline)
    }
    return next
  }

  /// The version of the protocol that has been agreed on; 0 before.
  var version: UInt16 { agreedVersion.load(ordering: .relaxed) }

  /// When so many nanoseconds have passed; nil for −1.
  static func deadline(_ nanoseconds: Int64) -> ContinuousClock.Instant? {
    nanoseconds < 0 ? nil : .now + .nanoseconds(nanoseconds)
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
