/// `[offset, byteCount]`: maps a piece of the file that both sides share.
public struct MapMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .map }
  /// Where the piece begins in the file; a page's beginning.
  public var offset: UInt64
  /// How long the piece is; whole pages.
  public var byteCount: UInt64

  /// Makes the message.
  public init(offset: UInt64, byteCount: UInt64) {
    self.offset = offset
    self.byteCount = byteCount
  }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 2)
    writer.write(unsigned: offset)
    writer.write(unsigned: byteCount)
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 2)
    offset = try reader.readUnsigned()
    byteCount = try reader.readUnsigned()
  }
}

/// `[address, room]`: where the piece is now, or how much there would have been room for.
public struct MappedMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .mapped }
  /// The piece's address; 0 where it has none, since it does not fit.
  public var address: UInt64
  /// How many bytes would fit in one piece, where the piece does not; else 0.
  public var room: UInt64

  /// Makes the message.
  public init(address: UInt64, room: UInt64 = 0) {
    self.address = address
    self.room = room
  }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 2)
    writer.write(unsigned: address)
    writer.write(unsigned: room)
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 2)
    address = try reader.readUnsigned()
    room = try reader.readUnsigned()
  }
}

/// `[address, byteCount]`: ends the mapping of a piece, or of a part of one.
public struct UnmapMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .unmap }
  /// Where the part begins.
  public var address: UInt64
  /// How long it is; whole pages.
  public var byteCount: UInt64

  /// Makes the message.
  public init(address: UInt64, byteCount: UInt64) {
    self.address = address
    self.byteCount = byteCount
  }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 2)
    writer.write(unsigned: address)
    writer.write(unsigned: byteCount)
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 2)
    address = try reader.readUnsigned()
    byteCount = try reader.readUnsigned()
  }
}

/// `[]`: the mapping is no more.
public struct UnmappedMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .unmapped }

  /// Makes the message.
  public init() {}

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) { writer.beginArray(count: 0) }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 0)
  }
}
