/// `[member, does set, [value, …]]`: asks a server for one of its members.
public struct RequestMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .request }
  /// The member's number.
  public var member: UInt32
  /// Whether a property is to be written.
  public var isSetting: Bool
  /// The arguments in the order of the parameters, each an encoded item.
  public var arguments: [[UInt8]]

  /// Makes the message.
  public init(member: UInt32, isSetting: Bool, arguments: [[UInt8]]) {
    self.member = member
    self.isSetting = isSetting
    self.arguments = arguments
  }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 3)
    writer.write(unsigned: UInt64(member))
    writer.write(bool: isSetting)
    writer.beginArray(count: arguments.count)
    for argument in arguments { writer.write(raw: argument) }
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 3)
    member = try reader.readUnsigned(UInt32.self)
    isSetting = try Bool(from: &reader)
    arguments = try reader.readItems { (reader) throws(CBORError) in
      try reader.readItem()
    }
  }
}

/// A server's answer to a request: the value that it gives, `null` where that is none.
public struct AnswerMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .answer }
  /// The encoded value.
  public var item: [UInt8]

  /// Makes the message.
  public init(item: [UInt8]) { self.item = item }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) { writer.write(raw: item) }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    item = try reader.readItem()
  }
}
