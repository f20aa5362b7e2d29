internal import ArchBridgeTransport
internal import ArchBridgeWire
internal import Synchronization

/// What a prepared call brought back, if it is more than a number.
@usableFromInline final class InvokeReply: Sendable {
  let bits: UInt64
  /// Nil where it is not known any more.
  let errno: Int32?
  let text: [UInt8]?
  /// What one of the library's callbacks threw meanwhile.
  let callbackError: BridgeError?

  init(bits: UInt64, errno: Int32?, text: [UInt8]? = nil, callbackError: BridgeError? = nil) {
    self.bits = bits
    self.errno = errno
    self.text = text
    self.callbackError = callbackError
  }
}

/// Prepared calls: the way that costs least.
extension HelperSession {
  /// Has the helper make a function ready.
  ///
  /// - Throws: also `.unmade`, where the session is at its end.
  func prepare(_ message: PrepareMessage, symbol: String) throws(BridgeError) -> UInt32 {
    do throws(ExchangeError) {
      let body = try exchange(message, expecting: .prepared)
      guard let prepared = try? PreparedMessage(decoding: body) else {
        throw ExchangeError.bridge(rejected("its answer does not fit the request", symbol: symbol))
      }
      return prepared.id
    } catch {
      if case .unmade = error { throw .unmade }
      throw self.error(error, symbol: symbol)
    }
  }

  /// Makes a call whose `invoke` body follows room for a header in `request`.
  ///
  /// Returns nil where the answer is a `result` without a text, which then is in `reply`.
  @unsafe func invoke(
    _ request: UnsafeMutableRawBufferPointer, reply: UnsafeMutableRawBufferPointer,
    _ plan: CallPlan
  ) throws(BridgeError) -> InvokeReply? {
    do throws(ExchangeError) {
      if lanes.isSpecial {
        // A closure's own requests are part of the one that it runs in.
        return lanes.current == nil
          ? unsafe try invokeSpecially(request, reply, plan)
          : unsafe try invokeInside(request, plan)
      }
      var left = timeoutNanoseconds
      if !turn.takeIfFree() { left = try waitForTurn(plan.context.name) }
      defer { turn.give() }
      guard callbacks.isUsed.load(ordering: .relaxed) else {
        return unsafe try invokeInTurn(request, reply, plan, left)
      }
      return unsafe try invokeCallable(request, reply, plan, left)
    } catch {
      if case .unmade = error { return unsafe try invokeElsewhere(request, reply, plan) }
      let error = self.error(error, symbol: plan.context.name)
      unsafe error.note(UnsafeRawBufferPointer(request), of: plan)
      throw error
    }
  }

  /// Makes a call in the session that has taken this one's place.
  @inline(never) @unsafe private func invokeElsewhere(
    _ request: UnsafeMutableRawBufferPointer, _ reply: UnsafeMutableRawBufferPointer,
    _ plan: CallPlan
  ) throws(BridgeError) -> InvokeReply? {
    let next: HelperSession
    do throws(BridgeError) {
      next = try ready()
    } catch {
      throw named(error, plan.context.name)
    }
    let moved: CallPlan
    do throws(BridgeError) {
      moved = try plan.moved(to: next)
    } catch {
      guard error.code == .unmade else { throw error }
      return unsafe try invokeElsewhere(request, reply, plan)
    }
    unsafe request.storeBytes(
      of: moved.id.littleEndian, toByteOffset: EnvelopeHeader.byteCount, as: UInt32.self)
    return unsafe try next.invoke(request, reply: reply, moved)
  }

  /// Makes a call for which more may hold than for others.
  @inline(never) @unsafe private func invokeSpecially(
    _ request: UnsafeMutableRawBufferPointer, _ reply: UnsafeMutableRawBufferPointer,
    _ plan: CallPlan
  ) throws(ExchangeError) -> InvokeReply? {
    try inTurn(plan.context.name) { (left) throws(ExchangeError) in
      guard callbacks.isUsed.load(ordering: .relaxed) else {
        return unsafe try invokeInTurn(request, reply, plan, left)
      }
      return unsafe try invokeCallable(request, reply, plan, left)
    }
  }

  @unsafe private func invokeInside(
    _ request: UnsafeMutableRawBufferPointer, _ plan: CallPlan
  ) throws(ExchangeError) -> InvokeReply {
    var callbackError: BridgeError?
    let name = plan.context.name
    let body = try exchange(
      .invoke, unsafe [UInt8](request[EnvelopeHeader.byteCount...]), expecting: .result,
      replyLimit: plan.replyLimit, symbol: name, callbackError: &callbackError)
    return try result(body, callbackError, name)
  }

  /// Makes a call during which the library may call back.
  @unsafe private func invokeCallable(
    _ request: UnsafeMutableRawBufferPointer, _ reply: UnsafeMutableRawBufferPointer,
    _ plan: CallPlan, _ left: Int64
  ) throws(ExchangeError) -> InvokeReply? {
    lanes.main.beginRequest()
    let answer: InvokeReply?
    do throws(ExchangeError) {
      answer = unsafe try invokeInTurn(request, reply, plan, left)
    } catch {
      let callbackError = lanes.main.endRequest() ?? callbacks.takeError()
      // The first of two reasons is the closure's.
      if case .refused = error, let callbackError { throw .bridge(callbackError) }
      throw error
    }
    guard let error = lanes.main.endRequest() ?? callbacks.takeError() else { return answer }
    return InvokeReply(bits: answer?.bits ?? 0, errno: answer?.errno ?? 0, callbackError: error)
  }

  @unsafe private func invokeInTurn(
    _ request: UnsafeMutableRawBufferPointer, _ reply: UnsafeMutableRawBufferPointer,
    _ plan: CallPlan, _ left: Int64
  ) throws(ExchangeError) -> InvokeReply? {
    guard !isAtEnd else { throw .unmade }
    let header = EnvelopeHeader(
      kind: .invoke, version: version, sequence: lanes.main.nextSequence,
      bodyByteCount: UInt32(truncatingIfNeeded: request.count - EnvelopeHeader.byteCount))
    unsafe header.store(to: request)
    // Only a limit costs a look at the clock.
    let start = left < 0 ? 0 : monotonicNanoseconds()
    let count: Int?
    do throws(ChannelError) {
      // Safe: the channel lives as long as this does; no reference to it is counted for a call.
      if let sharedMemory = unsafe sharedMemoryOfCalls {
        count = unsafe try sharedMemory._withUnsafeGuaranteedRef { channel in
          Result { () throws(ChannelError) in
            unsafe try channel.exchange(
              UnsafeRawBufferPointer(request), reply: reply, nanoseconds: left)
          }
        }.get()
      } else {
        count = unsafe try channel.exchange(
          UnsafeRawBufferPointer(request), reply: reply, nanoseconds: left)
      }
    } catch {
      throw .bridge(fail(error, left: left, plan.context.name))
    }
    if let count, unsafe isResult(reply, count, of: header) { return nil }
    return unsafe try finish(reply, count, header, plan, start, left)
  }

  /// Whether the usual answer is there: a number.
  @unsafe private func isResult(
    _ reply: UnsafeMutableRawBufferPointer, _ count: Int, of request: EnvelopeHeader
  ) -> Bool {
    guard count == EnvelopeHeader.byteCount + ResultBody.headByteCount,
      let header = unsafe EnvelopeHeader(loading: UnsafeRawBufferPointer(reply))
    else { return false }
    let isText = unsafe reply.load(fromByteOffset: EnvelopeHeader.byteCount + 4, as: UInt32.self)
    return header.kind == .result && header.sequence == request.sequence
      && header.version == request.version && header.thread == 0
      && Int(header.bodyByteCount) == ResultBody.headByteCount && isText == 0
  }

  /// Any other answer, after the library's callbacks; nil for the usual one after them.
  @unsafe private func finish(
    _ reply: UnsafeMutableRawBufferPointer, _ count: Int?, _ request: EnvelopeHeader,
    _ plan: CallPlan, _ start: Int64, _ left: Int64
  ) throws(ExchangeError) -> InvokeReply? {
    let name = plan.context.name
    // The limit counts from the request, not from what the library calls first.
    var deadline =
      left < 0 ? nil : ContinuousClock.now + .nanoseconds(left - (monotonicNanoseconds() - start))
    var answer: Envelope
    do throws(ChannelError) {
      if let count, lanes.main.isWatched.load(ordering: .relaxed) {
        answer = try unsafe Envelope(
          ofMainLane: UnsafeRawBufferPointer(rebasing: reply[..<count]))
      } else if let count, let next = unsafe try answerNumbers(reply, count, &deadline) {
        if unsafe isResult(reply, next, of: request) { return nil }
        answer = try unsafe Envelope(
          ofMainLane: UnsafeRawBufferPointer(rebasing: reply[..<next]))
      } else {
        answer = try receive(on: lanes.main, limit: plan.replyLimit, deadline: deadline)
      }
      answer = try self.reply(answer, on: lanes.main, limit: plan.replyLimit, deadline: deadline)
    } catch {
      throw .bridge(fail(error, left: left, name))
    }
    return try result(body(of: answer, answering: request, expecting: .result, name), nil, name)
  }

  private func result(
    _ body: [UInt8], _ callbackError: BridgeError?, _ symbol: String
  ) throws(ExchangeError) -> InvokeReply {
    let head = ResultBody.headByteCount
    func number(_ offset: Int, _ byteCount: Int) -> UInt64 {
      (0..<byteCount).reduce(0) { $0 | UInt64(body[offset + $1]) << UInt64(8 * $1) }
    }
    guard body.count >= head, number(4, 4) == 1 || body.count == head else {
      throw .bridge(rejected("its answer does not fit the request", symbol: symbol))
    }
    return InvokeReply(
      bits: number(8, 8), errno: Int32(truncatingIfNeeded: number(0, 4)),
      text: number(4, 4) == 1 ? [UInt8](body[head...]) : nil, callbackError: callbackError)
  }
}
