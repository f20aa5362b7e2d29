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
    // A closure's own requests are part of the one that it runs in.
    if let lane = lanes.current {
      lane.beginRequest()
      defer { callbackError = lane.endRequest() }
      let result = callbacks.turn.yield {
        Result { () throws(ExchangeError) in
          try exchange(request, on: lane, expecting: kind, replyLimit: replyLimit, symbol)
        }
      }
      return try result.get()
    }
    let (result, error) = turn.withLock { _ in
      lanes.main.beginRequest()
      let result = Result { () throws(ExchangeError) in
        try exchange(request, on: lanes.main, expecting: kind, replyLimit: replyLimit, symbol)
      }
      return (result, lanes.main.endRequest() ?? callbacks.takeError())
    }
    callbackError = error
    return try result.get()
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

  private func exchange(
    _ request: some Message, on lane: SessionLane, expecting kind: EnvelopeKind, replyLimit: Int,
    _ symbol: String?
  ) throws(ExchangeError) -> [UInt8] {
    do throws(ExchangeError) {
      guard !isClosed.load(ordering: .acquiring) else { throw .bridge(Self.closed) }
      if let failure = failure.withLock({ $0 }) { throw .bridge(failure.again) }
      var envelope = request.envelope(
        version: version, sequence: sequence.add(1, ordering: .relaxed).newValue)
      envelope.thread = lane.thread
      let reply = try reply(to: envelope, on: lane, limit: replyLimit)
      guard reply.sequence == envelope.sequence, reply.version == envelope.version else {
        throw .bridge(violated("it answered another request"))
      }
      if reply.kind == .failure, let failure = try? FailureMessage(decoding: reply.body) {
        throw .refused(failure)
      }
      guard reply.kind == kind else { throw .bridge(violated("it answered with something else")) }
      return reply.body
    } catch .bridge(var error) {
      failure.withLock { failure in
        if failure == nil {
          error.symbol = symbol
          failure = error
        }
      }
      throw .bridge(error)
    } catch {
      throw error
    }
  }

  /// Sends a request and waits for its reply, running what the library calls back meanwhile.
  ///
  /// The time that closures take is not the library's: it does not count.
  private func reply(
    to envelope: Envelope, on lane: SessionLane, limit replyLimit: Int
  ) throws(ExchangeError) -> Envelope {
    let limit = version == 0 ? Self.startLimit : configuration.timeout
    var deadline = limit.map { ContinuousClock.now + min($0, Self.longestLimit) }
    do throws(ChannelError) {
      try channel.send(envelope, deadline: deadline)
      while true {
        let reply =
          lane.thread == 0
          ? try channel.receive(
            bodyLimit: max(replyLimit, callbacks.bodyLimit), deadline: deadline)
          : try lane.receive(bodyLimit: replyLimit, deadline: deadline)
        guard reply.thread == lane.thread else { throw ChannelError.notAnEnvelope(.notAnEnvelope) }
        guard reply.kind == .callback else { return reply }
        let start = ContinuousClock.now
        let answer = try callBack(reply, on: lane)
        deadline? += ContinuousClock.now - start
        try channel.send(answer, deadline: deadline)
      }
    } catch .tooLarge(let byteCount) {
      // Nothing was sent: the session goes on.
      throw .tooLarge(byteCount: byteCount)
    } catch {
      throw .bridge(failed(error, limit))
    }
  }

  /// The version of the protocol that has been agreed on; 0 before.
  var version: UInt16 { agreedVersion.load(ordering: .relaxed) }

  /// Ends the session because of an answer that fits no request; the first failure is kept.
  func rejected(_ what: String, symbol: String?) -> BridgeError {
    var error = violated(what)
    error.symbol = symbol
    return failure.withLock { failure in
      let first = failure ?? error
      failure = first
      return first
    }
  }

  /// Ends the helper, which has sent what makes no sense, and returns the error that says so.
  func violated(_ what: String) -> BridgeError {
    channel.close(grace: .zero)
    return BridgeError(
      .protocolViolation, "the helper has been ended: \(what), as if its memory were damaged")
  }

  static let closed = BridgeError(.sessionClosed, "the session has been closed")

  private func failed(_ error: ChannelError, _ limit: Duration?) -> BridgeError {
    if isClosed.load(ordering: .acquiring) { return Self.closed }
    channel.close(grace: .zero)
    if let failure = failure.withLock({ $0 }) { return failure }
    return BridgeError(error, limit: limit)
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
    error.exitStatus = exitStatus
    return error
  }
}

/// Why an exchange has no result.
enum ExchangeError: Error {
  /// The session is at its end.
  case bridge(BridgeError)
  /// The helper did not carry out the request, and is well.
  case refused(FailureMessage)
  /// The request is larger than any can be, and was not sent.
  case tooLarge(byteCount: Int)
}
