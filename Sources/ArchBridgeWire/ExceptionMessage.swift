/// What a function threw, as the text of a failure: `[type, text, callCount]`.
public struct ExceptionMessage: Equatable, Sendable {
  /// The mangled name of its C++ type, as far as it is short; empty where another language threw it.
  public var type: [UInt8]
  /// What it says, as far as it is short; nil where it says nothing.
  public var text: [UInt8]?
  /// How many calls of a batch had returned; nil where it was no batch.
  public var callCount: UInt32?

  /// How many bytes a type's name can have.
  public static let typeByteLimit = 1_024
  /// How many bytes a text can have.
  public static let textByteLimit = 4_096

  /// Makes the message.
  public init(type: [UInt8], text: [UInt8]? = nil, callCount: UInt32? = nil) {
    self.type = type
    self.text = text
    self.callCount = callCount
  }

  /// The message's bytes.
  public var encoded: [UInt8] {
    var writer = CBORWriter()
    writer.beginArray(count: 3)
    writer.write(bytes: type)
    if let text { writer.write(bytes: text) } else { writer.writeNull() }
    if let callCount { writer.write(unsigned: UInt64(callCount)) } else { writer.writeNull() }
    return writer.bytes
  }

  /// Reads the message that is the whole of `body`.
  public init(decoding body: [UInt8]) throws(CBORError) {
    var reader = CBORReader(body)
    try reader.readArray(count: 3)
    let start = reader.offset
    type = try reader.readBytes()
    text = try reader.readNullIfNext() ? nil : try reader.readBytes()
    guard type.count <= Self.typeByteLimit, (text?.count ?? 0) <= Self.textByteLimit else {
      throw .unexpectedItem(offset: start)
    }
    callCount = try reader.readNullIfNext() ? nil : try reader.readUnsigned(UInt32.self)
    try reader.finish()
  }
}
