/// `[library, name or address, result, textLimit, [type, …]]`: makes a function ready to be called.
///
/// A sixth item is its convention where that is not C's. Its types are numbers, pointers, and for the result a text.
public struct PrepareMessage: Message, Hashable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .prepare }
  /// What is called.
  public var function: CallMessage.Function
  /// The result's type.
  public var result: WireType
  /// How many bytes a returned text can have.
  public var textLimit: UInt32
  /// The arguments' types in order.
  public var parameters: [WireType]
  /// How the function is called.
  public var convention: WireConvention

  /// Makes the message.
  public init(
    function: CallMessage.Function, result: WireType, textLimit: UInt32, parameters: [WireType],
    convention: WireConvention = .c
  ) {
    self.function = function
    self.result = result
    self.textLimit = textLimit
    self.parameters = parameters
    self.convention = convention
  }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: convention == .c ? 5 : 6)
    function.write(to: &writer)
    writer.write(unsigned: UInt64(result.rawValue))
    writer.write(unsigned: UInt64(textLimit))
    writer.beginArray(count: parameters.count)
    for parameter in parameters { writer.write(unsigned: UInt64(parameter.rawValue)) }
    convention.write(to: &writer)
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    let start = reader.offset
    let itemCount = try reader.readArray()
    guard itemCount == 5 || itemCount == 6 else { throw .unexpectedItem(offset: start) }
    function = try CallMessage.Function(from: &reader)
    result = try Self.type(&reader)
    guard result.kind != .bytes else { throw .unexpectedItem(offset: reader.offset) }
    textLimit = try reader.readUnsigned(UInt32.self)
    let count = try reader.readArray()
    guard count <= CallMessage.argumentLimit else { throw .unexpectedItem(offset: reader.offset) }
    parameters = []
    for _ in 0..<count {
      let type = try Self.type(&reader)
      switch type.kind {
      case .signed, .unsigned, .floating: parameters.append(type)
      case .none, .text, .bytes, .reference: throw .unexpectedItem(offset: reader.offset)
      }
    }
    convention = itemCount == 6 ? try WireConvention(from: &reader) : .c
  }

  private static func type(_ reader: inout CBORReader) throws(CBORError) -> WireType {
    let start = reader.offset
    guard let type = WireType(rawValue: try reader.readUnsigned(UInt8.self)),
      type.kind != .reference
    else { throw .unexpectedItem(offset: start) }
    return type
  }
}

/// `[id]`: a function is ready, and called by this number.
public struct PreparedMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .prepared }
  /// The function's number.
  public var id: UInt32

  /// Makes the message.
  public init(id: UInt32) { self.id = id }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 1)
    writer.write(unsigned: UInt64(id))
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 1)
    id = try reader.readUnsigned(UInt32.self)
  }
}
