/// `[result, [bytes, …]]`: what a call returned, and the buffers that come back, in their order.
///
/// A third item is `errno`, where the call asks for it. It is read against the call that it
/// answers: whatever does not fit that call is refused.
public struct ReturnedMessage: Equatable, Sendable {
  /// The result.
  public var result: CallValue
  /// The buffers that come back.
  public var buffers: [[UInt8]]
  /// The value of `errno`, where the call asks for it.
  public var errno: Int32?

  /// Makes the message.
  public init(result: CallValue, buffers: [[UInt8]], errno: Int32? = nil) {
    self.result = result
    self.buffers = buffers
    self.errno = errno
  }

  /// Makes the envelope that carries this message.
  public func envelope(version: UInt16, sequence: UInt64) -> Envelope {
    var byteCount = 32
    for buffer in buffers { byteCount += buffer.count + 9 }
    var writer = CBORWriter(byteCapacity: byteCount)
    writer.beginArray(count: errno == nil ? 2 : 3)
    result.write(to: &writer)
    writer.beginArray(count: buffers.count)
    for buffer in buffers { writer.write(bytes: buffer) }
    if let errno { writer.write(signed: Int64(errno)) }
    return Envelope(kind: .returned, version: version, sequence: sequence, body: writer.bytes)
  }

  /// Reads the answer to `call`.
  public init(decoding body: [UInt8], answering call: CallMessage) throws(CBORError) {
    var reader = CBORReader(body)
    try reader.readArray(count: call.reportsErrno ? 3 : 2)
    var start = reader.offset
    result = try CallValue(call.result, textLimit: call.textLimit, from: &reader)
    if case .unreadableText = result { throw .unexpectedItem(offset: start) }
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
    errno = nil
    if call.reportsErrno {
      start = reader.offset
      guard let value = Int32(exactly: try reader.readSigned()) else {
        throw .unexpectedItem(offset: start)
      }
      errno = value
    }
    try reader.finish()
  }

  /// How many bytes the body of an answer to `call` can have.
  public static func byteLimit(answering call: CallMessage) -> Int {
    let text = call.result.type.kind == .text ? UInt64(call.textLimit) : 0
    let value = UInt64(call.result.byteCount ?? 0)
    return Int(clamping: 1_024 + text + value + bufferByteCount(answering: call))
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
