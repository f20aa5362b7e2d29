/// `[address, byteCount, unit]`: reads memory, whole or up to a NUL.
public struct ReadMemoryMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .readMemory }
  /// Where to begin.
  public var address: UInt64
  /// How many bytes to read, or at most to search for a NUL.
  public var byteCount: UInt32
  /// How many bytes a character of the text has that ends before a NUL, which must come within
  /// `byteCount` bytes: 1, 2 or 4; 0 where no text is read.
  public var textUnit: UInt8

  /// Makes the message.
  public init(address: UInt64, byteCount: UInt32, textUnit: UInt8 = 0) {
    self.address = address
    self.byteCount = byteCount
    self.textUnit = textUnit
  }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 3)
    writer.write(unsigned: address)
    writer.write(unsigned: UInt64(byteCount))
    writer.write(unsigned: UInt64(textUnit))
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 3)
    address = try reader.readUnsigned()
    byteCount = try reader.readUnsigned(UInt32.self)
    let start = reader.offset
    textUnit = try reader.readUnsigned(UInt8.self)
    guard textUnit <= 2 || textUnit == 4 else { throw .unexpectedItem(offset: start) }
  }
}

/// `[bytes]`: what was read.
public struct MemoryMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .memory }
  /// The memory's contents.
  public var bytes: [UInt8]

  /// Makes the message.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 1)
    writer.write(bytes: bytes)
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 1)
    bytes = try reader.readBytes()
  }
}

/// `[address, bytes]`: writes memory.
public struct WriteMemoryMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .writeMemory }
  /// Where to begin.
  public var address: UInt64
  /// What to write.
  public var bytes: [UInt8]

  /// Makes the message.
  public init(address: UInt64, bytes: [UInt8]) {
    self.address = address
    self.bytes = bytes
  }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 2)
    writer.write(unsigned: address)
    writer.write(bytes: bytes)
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 2)
    address = try reader.readUnsigned()
    bytes = try reader.readBytes()
  }
}

/// `[]`: memory was written.
public struct WrittenMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .written }

  /// Makes the message.
  public init() {}

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) { writer.beginArray(count: 0) }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 0)
  }
}
