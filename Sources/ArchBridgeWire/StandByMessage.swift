/// `[]`: has a thread stand by that makes calls beside the one that is under way.
///
/// What is for it has `thread` as its thread's number, and crosses the side lane.
public struct StandByMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .standBy }
  /// The number of the thread; no other thread of a helper has it.
  public static var thread: UInt32 { .max }

  /// Makes the message.
  public init() {}

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) { writer.beginArray(count: 0) }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 0)
  }
}

/// `[isThere]`: 1 where the thread stands by, 0 where it does not.
public struct StandingByMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .standingBy }
  /// False where the process can have no other thread.
  public var isThere: Bool

  /// Makes the message.
  public init(isThere: Bool) { self.isThere = isThere }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 1)
    writer.write(unsigned: isThere ? 1 : 0)
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 1)
    let start = reader.offset
    let number = try reader.readUnsigned(UInt8.self)
    guard number <= 1 else { throw .unexpectedItem(offset: start) }
    isThere = number == 1
  }
}
