/// `[keptByteCount]`: guards the memory that calls lend, from now on.
///
/// The latest memory of calls that have returned is kept from being used, up to so many bytes of
/// addresses.
public struct GuardMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .guardBuffers }
  /// How many bytes of addresses memory may take that has been returned.
  public var keptByteCount: UInt64

  /// Makes the message.
  public init(keptByteCount: UInt64) { self.keptByteCount = keptByteCount }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 1)
    writer.write(unsigned: keptByteCount)
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 1)
    keptByteCount = try reader.readUnsigned()
  }
}

/// `[]`: memory is guarded.
public struct GuardedMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .guardedBuffers }

  /// Makes the message.
  public init() {}

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) { writer.beginArray(count: 0) }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) { try reader.readArray(count: 0) }
}

/// `[argument, text / null, byteCount, first, last, bytes]`: which of a call's guarded memory has
/// been written beside, as the text of a failure has it.
public struct OverrunMessage: Equatable, Sendable {
  /// The argument, counted from 0; one more than the last is the result.
  public var argument: UInt8
  /// Which of an argument's texts it is, counted from 0; nil where it is the argument itself.
  public var text: UInt32?
  /// How many bytes the library had.
  public var byteCount: UInt64
  /// The first byte that was written, counted from the memory's beginning.
  public var first: Int64
  /// The last one, on the same side.
  public var last: Int64
  /// What is there now, as far as it is short.
  public var bytes: [UInt8]

  /// How many bytes are shown.
  public static let byteLimit = 32

  /// Makes the message.
  public init(
    argument: UInt8, text: UInt32? = nil, byteCount: UInt64, first: Int64, last: Int64,
    bytes: [UInt8]
  ) {
    self.argument = argument
    self.text = text
    self.byteCount = byteCount
    self.first = first
    self.last = last
    self.bytes = bytes
  }

  /// The message's bytes.
  public var encoded: [UInt8] {
    var writer = CBORWriter()
    writer.beginArray(count: 6)
    writer.write(unsigned: UInt64(argument))
    if let text { writer.write(unsigned: UInt64(text)) } else { writer.writeNull() }
    writer.write(unsigned: byteCount)
    writer.write(signed: first)
    writer.write(signed: last)
    writer.write(bytes: bytes)
    return writer.bytes
  }

  /// Reads the message that is the whole of `body`.
  public init(decoding body: [UInt8]) throws(CBORError) {
    var reader = CBORReader(body)
    try reader.readArray(count: 6)
    var start = reader.offset
    argument = try reader.readUnsigned(UInt8.self)
    guard Int(argument) <= CallMessage.argumentLimit else { throw .unexpectedItem(offset: start) }
    text = try reader.readNullIfNext() ? nil : try reader.readUnsigned(UInt32.self)
    byteCount = try reader.readUnsigned()
    start = reader.offset
    first = try reader.readSigned()
    last = try reader.readSigned()
    bytes = try reader.readBytes()
    // Something was written, before the memory or behind it.
    let isOutside = last < 0 || first >= 0 && UInt64(first) >= byteCount
    guard first <= last, isOutside, !bytes.isEmpty, bytes.count <= Self.byteLimit,
      UInt64(bytes.count - 1) <= UInt64(bitPattern: last &- first)
    else { throw .unexpectedItem(offset: start) }
    try reader.finish()
  }
}
