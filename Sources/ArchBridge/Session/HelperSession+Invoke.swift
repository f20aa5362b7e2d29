internal import ArchBridgeTransport
internal import ArchBridgeWire
internal import Synchronization

/// What a prepared call brought back.
struct InvokeReply {
  var bits: UInt64
  var errno: Int32
  var text: [UInt8]?
  /// What one of the library's callbacks threw meanwhile.
  var callbackError: BridgeError?
}

/// Prepared calls: the way that costs least.
extension HelperSession {
  /// Has the helper make a function ready.
  func prepare(_ message: PrepareMessage, symbol: String) throws(BridgeError) -> UInt32 {
    do throws(ExchangeError) {
      let body = try exchange(message, expecting: .prepared)
      guard let prepared = try? PreparedMessage(decoding: body) else {
        throw ExchangeError.bridge(rejected("its answer does not fit the request", symbol: symbol))
      }
      return prepared.id
    } catch {
      throw self.error(error, symbol: symbol)
    }
  }

  /// Makes a call whose `invoke` body follows room for a header in `request`.
  @unsafe func invoke(
    _ request: UnsafeMutableRawBufferPointer, replyLimit: Int, symbol: String
  ) throws(BridgeError) -> InvokeReply {
    do throws(ExchangeError) {
      // A closure's own requests are part of the one that it runs in.
      if lanes.current != nil {
        var callbackError: BridgeError?
        let reply = try exchange(
          .invoke, unsafe [UInt8](request[EnvelopeHeader.byteCount...]), expecting: .result,
          replyLimit: replyLimit, symbol: symbol, callbackError: &callbackError)
        return try result(reply, callbackError, symbol)
      }
      let result = turn.withLock { _ -> Result<InvokeReply, ExchangeError> in
        lanes.main.beginRequest()
        var result = Result { () throws(ExchangeError) in
          unsafe try invokeInTurn(request, replyLimit, symbol)
        }
        let error = lanes.main.endRequest() ?? callbacks.takeError()
        if let error {
          switch result {
          case .success(var reply):
            reply.callbackError = error
            result = .success(reply)
          // The first of two reasons is the closure's.
          case .failure(.refused): result = .failure(.bridge(error))
          case .failure: break
          }
        }
        return result
      }
      return try result.get()
    } catch {
      throw self.error(error, symbol: symbol)
    }
  }

  @unsafe private func invokeInTurn(
    _ request: UnsafeMutableRawBufferPointer, _ replyLimit: Int, _ symbol: String
  ) throws(ExchangeError) -> InvokeReply {
    guard !isAtEnd else { throw .bridge(keep(ended, symbol: symbol)) }
    let limit = configuration.timeout
    let deadline = limit.map { ContinuousClock.now + min($0, Self.longestLimit) }
    let header = EnvelopeHeader(
      kind: .invoke, version: version,
      sequence: sequence.add(1, ordering: .relaxed).newValue,
      bodyByteCount: UInt32(request.count - EnvelopeHeader.byteCount))
    unsafe header.store(to: request)
    return unsafe try withUnsafeTemporaryAllocation(
      byteCount: 64, alignment: 8
    ) { place throws(ExchangeError) in
      let answer: ShortReply
      do throws(ChannelError) {
        answer = unsafe try channel.exchange(
          UnsafeRawBufferPointer(request), reply: place,
          bodyLimit: max(replyLimit, callbacks.bodyLimit), deadline: deadline)
      } catch {
        throw .bridge(keep(failed(error, limit), symbol: symbol))
      }
      switch answer {
      case .short(let count):
        let bytes = unsafe UnsafeRawBufferPointer(rebasing: place[..<count])
        if let reply = unsafe shortResult(bytes, of: header) { return reply }
        guard let other = unsafe EnvelopeHeader(loading: bytes) else {
          throw .bridge(keep(violated("it sent no envelope"), symbol: symbol))
        }
        let envelope = unsafe Envelope(
          header: other, body: [UInt8](bytes[EnvelopeHeader.byteCount...]))
        return try finish(envelope, header, deadline, replyLimit, symbol)
      case .long(let envelope):
        return try finish(envelope, header, deadline, replyLimit, symbol)
      }
    }
  }

  /// The usual answer: a number.
  @unsafe private func shortResult(
    _ bytes: UnsafeRawBufferPointer, of request: EnvelopeHeader
  ) -> InvokeReply? {
    guard let header = unsafe EnvelopeHeader(loading: bytes), header.kind == .result,
      header.sequence == request.sequence, header.version == request.version, header.thread == 0,
      bytes.count == EnvelopeHeader.byteCount + ResultBody.headByteCount,
      Int(header.bodyByteCount) == ResultBody.headByteCount,
      unsafe bytes.loadUnaligned(fromByteOffset: EnvelopeHeader.byteCount + 4, as: UInt32.self) == 0
    else { return nil }
    return unsafe InvokeReply(
      bits: bytes.loadUnaligned(fromByteOffset: EnvelopeHeader.byteCount + 8, as: UInt64.self),
      errno: bytes.loadUnaligned(fromByteOffset: EnvelopeHeader.byteCount, as: Int32.self))
  }

  /// Any other answer, after the library's callbacks.
  private func finish(
    _ first: Envelope, _ request: EnvelopeHeader, _ deadline: ContinuousClock.Instant?,
    _ replyLimit: Int, _ symbol: String
  ) throws(ExchangeError) -> InvokeReply {
    let reply: Envelope
    do throws(ChannelError) {
      reply = try self.reply(first, on: lanes.main, limit: replyLimit, deadline: deadline)
    } catch {
      throw .bridge(keep(failed(error, configuration.timeout), symbol: symbol))
    }
    return try result(try body(of: reply, answering: request, expecting: .result, symbol), nil, symbol)
  }

  private func result(
    _ body: [UInt8], _ callbackError: BridgeError?, _ symbol: String
  ) throws(ExchangeError) -> InvokeReply {
    let head = ResultBody.headByteCount
    guard body.count >= head else {
      throw .bridge(rejected("its answer does not fit the request", symbol: symbol))
    }
    func number(_ offset: Int, _ byteCount: Int) -> UInt64 {
      (0..<byteCount).reduce(0) { $0 | UInt64(body[offset + $1]) << UInt64(8 * $1) }
    }
    let isText = number(4, 4) == 1
    guard isText || body.count == head else {
      throw .bridge(rejected("its answer does not fit the request", symbol: symbol))
    }
    return InvokeReply(
      bits: number(8, 8), errno: Int32(truncatingIfNeeded: number(0, 4)),
      text: isText ? [UInt8](body[head...]) : nil, callbackError: callbackError)
  }
}
