internal import ArchBridgeTransport
internal import ArchBridgeWire
internal import Synchronization

extension HelperSession {
  /// Makes the calls of a batch, whose body follows room for a header in `request`, in one exchange.
  ///
  /// What comes back is in `reply`, which has room for it, after a header. Returns how many calls
  /// were made.
  @unsafe func runBatch(
    _ request: UnsafeMutableRawBufferPointer, _ reply: UnsafeMutableRawBufferPointer, _ count: Int
  ) throws(BridgeError) -> Int {
    do throws(ExchangeError) {
      if !watchesCalls, lanes.current == nil, request.count <= SharedMemoryChannel.shortByteCount,
        let sharedMemory,
        // Who may be called back needs more.
        !callbacks.isUsed.load(ordering: .relaxed),
        let byteCount = try inTurn(
          nil, isBatch: true,
          { (left) throws(ExchangeError) -> Int? in
            guard !callbacks.isUsed.load(ordering: .relaxed) else { return nil }
            return unsafe try runInTurn(request, reply, count, over: sharedMemory, left)
          })
      {
        return unsafe try made(reply, byteCount, count)
      }
      var callbackError: BridgeError?
      let body = try exchange(
        .batch, unsafe [UInt8](request[EnvelopeHeader.byteCount...]), expecting: .results,
        replyLimit: ResultsBody.headByteCount + 8 * count, symbol: nil,
        callbackError: &callbackError)
      guard body.count <= reply.count - EnvelopeHeader.byteCount else {
        throw ExchangeError.bridge(rejected("its answer does not fit the request", symbol: nil))
      }
      unsafe UnsafeMutableRawBufferPointer(rebasing: reply[EnvelopeHeader.byteCount...])
        .copyBytes(from: body)
      if let callbackError { throw ExchangeError.bridge(callbackError) }
      return unsafe try made(reply, EnvelopeHeader.byteCount + body.count, count)
    } catch {
      throw self.error(error)
    }
  }

  /// Returns how many bytes the usual answer has.
  @unsafe private func runInTurn(
    _ request: UnsafeMutableRawBufferPointer, _ reply: UnsafeMutableRawBufferPointer, _ count: Int,
    over channel: SharedMemoryChannel, _ left: Int64
  ) throws(ExchangeError) -> Int {
    guard !isAtEnd else { throw .unmade }
    let header = EnvelopeHeader(
      kind: .batch, version: version, sequence: lanes.main.nextSequence,
      bodyByteCount: UInt32(request.count - EnvelopeHeader.byteCount))
    unsafe header.store(to: request)
    let answer: Envelope
    do throws(ChannelError) {
      if let byteCount = unsafe try channel.exchange(
        UnsafeRawBufferPointer(request), reply: reply, nanoseconds: left)
      {
        if unsafe isResults(reply, byteCount, of: header) { return byteCount }
        let bytes = unsafe UnsafeRawBufferPointer(rebasing: reply[..<byteCount])
        guard let other = unsafe EnvelopeHeader(loading: bytes), other.thread == 0,
          Int(other.bodyByteCount) == byteCount - EnvelopeHeader.byteCount
        else { throw ChannelError.notAnEnvelope(.notAnEnvelope) }
        answer = Envelope(header: other, body: unsafe [UInt8](bytes[EnvelopeHeader.byteCount...]))
      } else {
        answer = try receive(on: lanes.main, limit: 65_536, deadline: Self.deadline(left))
      }
    } catch {
      throw .bridge(fail(error, left: left, nil))
    }
    // Without callbacks there is nothing else that is right but a failure.
    _ = try body(of: answer, answering: header, expecting: .failure, nil)
    throw .bridge(rejected("it answered with something else", symbol: nil))
  }

  /// Whether the usual answer is there.
  @unsafe private func isResults(
    _ reply: UnsafeMutableRawBufferPointer, _ byteCount: Int, of request: EnvelopeHeader
  ) -> Bool {
    guard let header = unsafe EnvelopeHeader(loading: UnsafeRawBufferPointer(reply)) else {
      return false
    }
    return header.kind == .results && header.sequence == request.sequence
      && header.version == request.version && header.thread == 0
      && Int(header.bodyByteCount) == byteCount - EnvelopeHeader.byteCount
  }

  @unsafe private func made(
    _ reply: UnsafeMutableRawBufferPointer, _ byteCount: Int, _ limit: Int
  ) throws(ExchangeError) -> Int {
    let head = EnvelopeHeader.byteCount + ResultsBody.headByteCount
    guard byteCount >= head,
      case let made = unsafe Int(
        UInt32(littleEndian: reply.load(fromByteOffset: EnvelopeHeader.byteCount, as: UInt32.self))),
      made <= limit, byteCount == head + 8 * made
    else { throw .bridge(rejected("its answer does not fit the request", symbol: nil)) }
    return made
  }

  /// During which of a batch's calls the helper ended, or a closure threw, as the helper said itself.
  ///
  /// `before` is the number of the request before the batch.
  func place(of error: BridgeError, in count: Int, after before: UInt64) -> Int? {
    if let place = error.inputIndex { return 0..<count ~= place ? place : nil }
    guard error.code == .helperEnded || error.code == .timedOut,
      lanes.main.latestSequence > before,
      let place = sharedMemory?.progress(of: before &+ 1), place < count
    else { return nil }
    return place
  }
}

extension BridgeError {
  /// This error as that of one call of a batch.
  func inCall(_ index: Int, of count: Int) -> BridgeError {
    var error = BridgeError(
      code, "in call \(index + 1) of \(count): \(message)", symbol: symbol, library: library)
    error.end = end
    error.status = status
    error.errno = errno
    error.underlyingError = underlyingError
    error.exception = exception
    return error
  }
}
