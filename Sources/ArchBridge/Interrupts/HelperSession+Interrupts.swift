internal import ArchBridgeTransport
internal import ArchBridgeWire
internal import Synchronization

/// Calls beside the one that is under way, on a thread of the helper's own.
extension HelperSession {
  /// Has the helper start that thread; what it cannot do is said when it is needed.
  func standBy() {
    guard let body = try? exchange(StandByMessage(), expecting: .standingBy),
      let answer = try? StandingByMessage(decoding: body)
    else { return }
    interrupts.isThere.store(answer.isThere, ordering: .relaxed)
  }

  /// Calls a function whatever it returns, within so many nanoseconds, −1 for any number; nil for
  /// the limit that holds.
  func interrupt(_ interrupt: Interrupt, left: Int64?) throws(BridgeError) {
    _ = try performAside(pending(interrupt), left: left)
  }

  /// A call, checked, of which nothing is taken.
  private func pending(_ interrupt: Interrupt) throws(BridgeError) -> PendingCall {
    let context = context(interrupt.function, in: 0)
    let isVoid = context.declaration.map { $0.type.result.resolved == .void } ?? true
    let call = try PendingCall(
      interrupt.arguments, result: isVoid ? nil : Int.resultKind, isStated: isVoid, context)
    try refuseClosures(call)
    return call
  }

  private func refuseClosures(_ call: PendingCall) throws(BridgeError) {
    guard call.callbacks.isEmpty else {
      throw call.context.error(
        .unsupportedType, "what is called beside another call takes no closures")
    }
  }

  /// What interrupts a request of this name, where that is wanted; within its turn on `lane`.
  func watch(
    _ scope: CallScope?, _ symbol: String?, on lane: SessionLane, _ left: Int64, of limit: Int64
  ) throws(ExchangeError) -> InterruptWatch? {
    guard let symbol, version != 0, let interrupt = scope?.interrupt ?? configuration.interrupt,
      left >= 0 || scope?.cancellation != nil
    else { return nil }
    try check(interrupt, on: lane, left: left)
    return InterruptWatch(self, interrupt, symbol, left: left, of: limit)
  }

  /// Refuses an interrupt that could not be called, before anything depends on it; within the turn of a
  /// request on `lane`.
  private func check(
    _ interrupt: Interrupt, on lane: SessionLane, left: Int64
  ) throws(ExchangeError) {
    let name = interrupt.function
    do throws(BridgeError) {
      _ = try pending(interrupt)
      try requireThread(name)
    } catch {
      throw .bridge(error)
    }
    guard !interrupts.knows(name) else { return }
    do throws(ExchangeError) {
      _ = try watched(
        .resolve, ResolveMessage(library: 0, name: name).encoded, on: lane, expecting: .resolved,
        65_536, name, left: left)
    } catch .refused(let failure) {
      throw .bridge(error(.refused(failure), symbol: name))
    }
    interrupts.add(name)
  }

  private func requireThread(_ name: String) throws(BridgeError) {
    guard interrupts.isThere.load(ordering: .relaxed) else {
      throw BridgeError(
        .system,
        "\(name) cannot be called beside another call: the helper could not start a thread for that",
        symbol: name)
    }
  }

  /// Makes a call on the thread that stands by; nothing of it goes through shared memory.
  func performAside(
    _ call: PendingCall, left: Int64? = nil
  ) throws(BridgeError) -> ReturnedMessage {
    let name = call.context.name
    try refuseClosures(call)
    if isAtEnd { throw named(ended, name) }
    try requireThread(name)
    let staging = try Staging(sending: call)
    let message = call.message(callbackIDs: [], staging)
    do throws(ExchangeError) {
      let body = try exchangeAside(message, call, left: left ?? currentLimit)
      guard let reply = try? ReturnedMessage(decoding: body, answering: message) else {
        throw ExchangeError.bridge(
          rejected("its answer does not fit the request", symbol: name))
      }
      let outcome = CallOutcome(
        reply: reply, callbackError: nil, memory: staging.returned(reply, to: call))
      do throws(BridgeError) {
        try call.receive(outcome)
      } catch {
        throw ExchangeError.bridge(error)
      }
      return reply
    } catch {
      let error = self.error(error, symbol: name)
      error.note(call.arguments, of: name)
      throw error
    }
  }

  private func exchangeAside(
    _ message: CallMessage, _ call: PendingCall, left: Int64
  ) throws(ExchangeError) -> [UInt8] {
    let name = call.context.name
    let start = monotonicNanoseconds()
    if !interrupts.turn.takeIfFree(),
      interrupts.turn.wait(nanoseconds: left) == .timedOut
    {
      throw .bridge(.timedOut(unmade: name, limit: left))
    }
    interrupts.call.withLock { $0 = (name, call.arguments) }
    defer {
      interrupts.call.withLock { $0 = nil }
      interrupts.turn.give()
    }
    listen()
    lanes.beginAside(.closed)
    defer { lanes.end(lanes.aside) }
    let rest = left < 0 ? left : left - (monotonicNanoseconds() - start)
    guard left < 0 || rest > 0 else { throw .bridge(.timedOut(unmade: name, limit: left)) }
    do throws(ExchangeError) {
      return try watched(
        .call, message.encoded, on: lanes.aside, expecting: .returned,
        ReturnedMessage.byteLimit(answering: message), name, left: rest)
    } catch .unmade {
      throw .bridge(named(ended, name))
    }
  }
}
