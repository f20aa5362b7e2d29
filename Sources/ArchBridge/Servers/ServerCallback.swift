internal import ArchBridgeCodable
internal import Synchronization

/// A closure that a server calls while it answers: what it gives before it returns, or what it asks.
///
///     try client.server.scan(10, ServerCallback { (volts: Double) in print(volts) })
///     let area: Double = try client.server.integrate(
///       ServerCallback { (x: Double) in x * x }, 0.0, 1.0)
///
/// It runs on the thread that calls the server, and may call the server in turn. An error that it
/// throws is thrown by that call. When the call returns, the server cannot call it any more.
public struct ServerCallback: Encodable, Sendable {
  /// Runs the closure with an encoded argument, and returns its encoded result.
  let run: @Sendable ([UInt8]) throws -> [UInt8]

  /// Makes one of a closure that takes a value and gives one back.
  public init<Argument: Decodable & SendableMetatype, Result: Encodable & SendableMetatype>(
    _ body: @escaping @Sendable (Argument) throws -> Result
  ) {
    run = { try CBOREncoder().encode(body(CBORDecoder().decode(Argument.self, from: $0))) }
  }

  /// Makes one of a closure that takes a value.
  public init<Argument: Decodable & SendableMetatype>(
    _ body: @escaping @Sendable (Argument) throws -> Void
  ) {
    run = { item in
      try body(CBORDecoder().decode(Argument.self, from: item))
      return []
    }
  }

  /// Never done so: a closure is an argument of a server's function, and nothing else.
  ///
  /// - Throws: always.
  public func encode(to encoder: any Encoder) throws {
    throw EncodingError.invalidValue(
      self,
      .init(
        codingPath: encoder.codingPath,
        debugDescription: "a closure crosses as an argument of a server's function only"))
  }
}

extension HelperSession {
  /// Makes a closure callable for the server until it is removed.
  func register(_ callback: ServerCallback) throws(BridgeError) -> RegisteredCallback {
    let kept = KeptResult()
    let run = callback.run
    // As the server's `ClosurePort` calls it.
    let body = {
      [unowned self] (address: RemoteAddress, count: UInt32, isResult: Int32) throws -> Int32 in
      if isResult != 0 {
        let result = kept.take()
        // There is room for so many bytes.
        guard result.count == Int(count) else { return -1 }
        try write(result, to: address)
        return 0
      }
      let result = try run(read(address, byteCount: Int(count)))
      kept.keep(result)
      return Int32(clamping: result.count)
    }
    return try register(CallbackBody(body, fallback: -1), as: nil)
  }
}

/// The result of a closure until the server has made room for it.
private final class KeptResult: Sendable {
  private let bytes = Mutex<[UInt8]>([])

  func keep(_ result: [UInt8]) { bytes.withLock { $0 = result } }
  func take() -> [UInt8] { bytes.withLock { $0 } }
}
