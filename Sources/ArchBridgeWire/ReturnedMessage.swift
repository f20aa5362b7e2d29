/// `[result, [bytes, …]]`: what a call returned, and the buffers that come back, in their order.
///
/// It is read against the call that it answers: whatever does not fit that call is refused.
public struct ReturnedMessage: Equatable, Sendable {
  /// A call's result.
  public enum Result: Equatable, Sendable {
    /// Nothing.
    case void
    /// A number or address.
    case scalar(WireScalar)
    /// A text's bytes before its NUL, or nil for a null pointer.
    case text([UInt8]?)
  }

  /// The result.
  public var result: Result
  /// The buffers that come back.
  public var buffers: [[UInt8]]

  /// Makes the message.
  public init(result: Result, buffers: [[UInt8]]) {
    self.result = result
    self.buffers = buffers
  }

  /// Makes the envelope that carries this message.
  public func envelope(version: UInt16, sequence: UInt64) -> Envelope {
    var byteCount = 32
    for buffer in buffers { byteCount += buffer.count + 9 }
    var writer = CBORWriter(byteCapacity: byteCount)
    writer.beginArray(count: 2)
    switch result {
    case .void, .text(nil): writer.writeNull()
    case .scalar(let scalar): scalar.write(to: &writer)
    case .text(let bytes?): writer.write(bytes: bytes)
    }
    writer.beginArray(count: buffers.count)
    for buffer in buffers { writer.write(bytes: buffer) }
    return Envelope(kind: .returned, version: version, sequence: sequence, body: writer.bytes)
  }

  /// Reads the answer to `call`.
  public init(decoding body: [UInt8], answering call: CallMessage) throws(CBORError) {
    var reader = CBORReader(body)
    try reader.readArray(count: 2)
    var start = reader.offset
    switch call.result {
    case .void:
      guard try reader.readNullIfNext() else { throw .unexpectedItem(offset: start) }
      result = .void
    case .text:
      let bytes = try reader.readOptionalBytes()
      if let bytes, bytes.count > Int(clamping: call.textLimit) || bytes.contains(0) {
        throw .unexpectedItem(offset: start)
      }
      result = .text(bytes)
    default:
      result = .scalar(try WireScalar(type: call.result, from: &reader))
    }
    start = reader.offset
    let count = try reader.readArray()
    buffers = []
    for case .buffer(let buffer) in call.arguments where buffer.mode != .input {
      guard buffers.count < count else { throw .unexpectedItem(offset: start) }
      let bytes = try reader.readBytes()
      let limit = Int(clamping: buffer.byteCount)
      let fits =
        buffer.mode == .text ? bytes.count <= limit && !bytes.contains(0) : bytes.count == limit
      guard fits else { throw .unexpectedItem(offset: start) }
      buffers.append(bytes)
    }
    guard buffers.count == count else { throw .unexpectedItem(offset: start) }
    try reader.finish()
  }

  /// How many bytes the body of an answer to `call` can have.
  public static func byteLimit(answering call: CallMessage) -> Int {
    let text = call.result == .text ? UInt64(call.textLimit) : 0
    return Int(clamping: 1_024 + text + bufferByteCount(answering: call))
  }

  /// How many bytes the buffers that come back have at most, with what is written around them.
  public static func bufferByteCount(answering call: CallMessage) -> UInt64 {
    var byteCount: UInt64 = 0
    for case .buffer(let buffer) in call.arguments where buffer.mode != .input {
      byteCount &+= UInt64(buffer.byteCount) &+ 16
    }
    return byteCount
  }
}
