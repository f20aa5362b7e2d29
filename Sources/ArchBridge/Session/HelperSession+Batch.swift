internal import ArchBridgeWire

/// What a batch brought back.
struct BatchReply {
  /// How many calls were made.
  let count: Int
  /// What `errno` was after the last one.
  let errno: Int32
  private let body: [UInt8]

  init?(_ body: [UInt8], atMost limit: Int) {
    guard body.count >= ResultsBody.headByteCount else { return nil }
    self.body = body
    count = Int(Self.number(body, 0) & 0xFFFF_FFFF)
    errno = Int32(truncatingIfNeeded: Self.number(body, 0) >> 32)
    guard count <= limit, body.count == ResultsBody.headByteCount + 8 * count else { return nil }
  }

  /// The number that a call gave.
  subscript(index: Int) -> UInt64 { Self.number(body, ResultsBody.headByteCount + 8 * index) }

  private static func number(_ bytes: [UInt8], _ offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset + 8 <= bytes.count, "eight bytes of the body")
    // Safe: checked above.
    return unsafe bytes.withUnsafeBytes {
      unsafe UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
  }
}

extension HelperSession {
  /// Makes the calls of a batch, in one exchange.
  ///
  /// An error says during which call it came up; what the library's callbacks throw is
  /// thrown once all calls have been made.
  func run(_ request: inout BatchRequest) throws(BridgeError) -> BatchReply {
    let count = request.count
    var callbackError: BridgeError?
    do throws(ExchangeError) {
      let body = try exchange(
        .batch, request.finish(), expecting: .results,
        replyLimit: ResultsBody.headByteCount + 8 * count, symbol: nil,
        callbackError: &callbackError)
      guard let reply = BatchReply(body, atMost: count) else {
        throw ExchangeError.bridge(rejected("its answer does not fit the request", symbol: nil))
      }
      if let callbackError { throw ExchangeError.bridge(callbackError) }
      return reply
    } catch {
      var failure = self.error(error)
      if failure.code == .helperEnded || failure.code == .timedOut, let sharedMemory,
        case let place = Int(sharedMemory.progress), place < count
      {
        failure.symbol = request.calls[place].context.name
        failure = failure.inCall(place, of: count)
      }
      throw failure
    }
  }
}

extension BridgeError {
  /// This error as that of one call of a batch.
  func inCall(_ index: Int, of count: Int) -> BridgeError {
    var error = BridgeError(
      code, "in call \(index + 1) of \(count): \(message)", symbol: symbol, library: library)
    error.exitStatus = exitStatus
    error.status = status
    error.errno = errno
    error.underlyingError = underlyingError
    return error
  }
}
