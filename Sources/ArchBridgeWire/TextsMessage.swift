/// `[address, count, textLimit]`: reads the strings that an array of pointers leads to.
public struct ReadTextsMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .readTexts }
  /// Where the array begins.
  public var address: UInt64
  /// How many pointers it has.
  public var count: UInt32
  /// How many bytes each of the strings can have.
  public var textLimit: UInt32

  /// How many strings can be read at once.
  public static let countLimit: UInt32 = 1_048_576

  /// Makes the message.
  public init(address: UInt64, count: UInt32, textLimit: UInt32) {
    self.address = address
    self.count = count
    self.textLimit = textLimit
  }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 3)
    writer.write(unsigned: address)
    writer.write(unsigned: UInt64(count))
    writer.write(unsigned: UInt64(textLimit))
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 3)
    address = try reader.readUnsigned()
    let start = reader.offset
    count = try reader.readUnsigned(UInt32.self)
    guard count <= Self.countLimit else { throw .unexpectedItem(offset: start) }
    textLimit = try reader.readUnsigned(UInt32.self)
  }
}

/// `[bytes / null, …]`: the strings' bytes before their NULs, `null` for null pointers.
public struct TextsMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .texts }
  /// The strings.
  public var texts: [[UInt8]?]

  /// Makes the message.
  public init(texts: [[UInt8]?]) { self.texts = texts }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) { writer.write(texts: texts) }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) { texts = try reader.readTexts() }
}

extension CBORWriter {
  /// Appends an array of byte strings, with `null` for what is nil.
  mutating func write(texts: [[UInt8]?]) {
    beginArray(count: texts.count)
    for text in texts {
      if let text { write(bytes: text) } else { writeNull() }
    }
  }
}

extension CBORReader {
  /// Reads an array of byte strings and `null`.
  mutating func readTexts() throws(CBORError) -> [[UInt8]?] {
    var texts: [[UInt8]?] = []
    for _ in 0..<(try readArray()) { texts.append(try readOptionalBytes()) }
    return texts
  }
}
