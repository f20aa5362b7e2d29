/// `[library, name or address, result, textLimit, [type, value, …]]`: calls a function.
///
/// A number is its type and its value. A buffer is the type `pointer` and, for one that only goes
/// in, its bytes (tagged as an array of numbers or not), else `[mode, byteCount, bytes]`.
public struct CallMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .call }
  /// How many arguments a call can have.
  public static let argumentLimit = 127

  /// What is called.
  public enum Function: Equatable, Sendable {
    /// A symbol of a library, or of any where `library` is 0.
    case symbol(library: UInt32, name: String)
    /// An address in the helper.
    case address(UInt64)
  }

  /// One argument.
  public enum Argument: Equatable, Sendable {
    /// A number.
    case scalar(WireScalar)
    /// A pointer to memory that exists for the length of the call.
    case buffer(WireBuffer)
  }

  /// What is called.
  public var function: Function
  /// The result's type.
  public var result: WireType
  /// How many bytes a returned text can have.
  public var textLimit: UInt32
  /// The arguments in order.
  public var arguments: [Argument]

  /// Makes the message.
  public init(function: Function, result: WireType, textLimit: UInt32, arguments: [Argument]) {
    self.function = function
    self.result = result
    self.textLimit = textLimit
    self.arguments = arguments
  }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 5)
    switch function {
    case .symbol(let library, let name):
      writer.write(unsigned: UInt64(library))
      writer.write(text: name)
    case .address(let address):
      writer.write(unsigned: 0)
      writer.write(unsigned: address)
    }
    writer.write(unsigned: UInt64(result.rawValue))
    writer.write(unsigned: UInt64(textLimit))
    writer.beginArray(count: arguments.count * 2)
    for argument in arguments {
      switch argument {
      case .scalar(let scalar):
        writer.write(unsigned: UInt64(scalar.type.rawValue))
        scalar.write(to: &writer)
      case .buffer(let buffer):
        writer.write(unsigned: UInt64(WireType.pointer.rawValue))
        buffer.write(to: &writer)
      }
    }
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 5)
    let libraryOffset = reader.offset
    let library = try reader.readUnsigned(UInt32.self)
    if case .text = try reader.peek() {
      function = .symbol(library: library, name: try reader.readText())
    } else {
      // An address lies in no library.
      guard library == 0 else { throw .unexpectedItem(offset: libraryOffset) }
      function = .address(try reader.readUnsigned())
    }
    result = try reader.readWireType()
    textLimit = try reader.readUnsigned(UInt32.self)
    let start = reader.offset
    let count = try reader.readArray()
    guard count % 2 == 0, count / 2 <= Self.argumentLimit else {
      throw .unexpectedItem(offset: start)
    }
    arguments = []
    for _ in 0..<count / 2 {
      let type = try reader.readWireType()
      if type == .pointer, !(try reader.isUnsignedNext()) {
        arguments.append(.buffer(try WireBuffer(from: &reader)))
      } else {
        arguments.append(.scalar(try WireScalar(type: type, from: &reader)))
      }
    }
  }
}

extension CBORReader {
  fileprivate mutating func readWireType() throws(CBORError) -> WireType {
    let start = offset
    guard let type = WireType(rawValue: try readUnsigned(UInt8.self)) else {
      throw .unexpectedItem(offset: start)
    }
    return type
  }

  fileprivate func isUnsignedNext() throws(CBORError) -> Bool {
    if case .unsigned = try peek() { return true }
    return false
  }
}
