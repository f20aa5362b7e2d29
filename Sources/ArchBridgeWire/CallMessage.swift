/// `[library, name or address, result, textLimit, [type, value, …]]`: calls a function.
///
/// A number is its type and its value. A buffer is the type `pointer` and, for one that only goes
/// in, its bytes (tagged as an array of numbers or not), else `[mode, byteCount, bytes]`. A sixth
/// item is there where the call asks for `errno`, 1, or where its convention is not C's: that times 2.
public struct CallMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .call }
  /// How many arguments a call can have.
  public static let argumentLimit = 127
  /// The number that stands for the server itself where libraries have theirs.
  public static let serverLibrary = UInt32.max

  /// What is called.
  public enum Function: Hashable, Sendable {
    /// A symbol of a library, or of any where `library` is 0; or a function of the server itself.
    case symbol(library: UInt32, name: String)
    /// An address in the helper.
    case address(UInt64)
  }

  /// One argument.
  public enum Argument: Equatable, Sendable {
    /// A number.
    case scalar(WireScalar)
    /// A value of many bytes, as many as its form says.
    indirect case bytes(WireForm, [UInt8])
    /// A pointer to memory that exists for the length of the call.
    case buffer(WireBuffer)
    /// A pointer to pointers to strings, which exist for the length of the call.
    case texts([[UInt8]?])
    /// A function of the controller's that exists for the length of the call.
    indirect case callback(WireCallback)
  }

  /// What is called.
  public var function: Function
  /// The result's form.
  public var result: WireForm
  /// How many bytes a returned text can have.
  public var textLimit: UInt32
  /// The arguments in order.
  public var arguments: [Argument]
  /// Whether `errno` is cleared before the call, and comes back.
  public var reportsErrno: Bool
  /// How the function is called.
  public var convention: WireConvention

  /// Makes the message.
  public init(
    function: Function, result: WireForm, textLimit: UInt32, arguments: [Argument],
    reportsErrno: Bool = false, convention: WireConvention = .c
  ) {
    self.function = function
    self.result = result
    self.textLimit = textLimit
    self.arguments = arguments
    self.reportsErrno = reportsErrno
    self.convention = convention
  }

  private var flags: UInt8 { convention.rawValue * 2 + (reportsErrno ? 1 : 0) }

  /// Makes the message of a call whose result is no block.
  public init(function: Function, result: WireType, textLimit: UInt32, arguments: [Argument]) {
    self.init(
      function: function, result: WireForm(result), textLimit: textLimit, arguments: arguments)
  }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: flags > 0 ? 6 : 5)
    function.write(to: &writer)
    result.write(to: &writer)
    writer.write(unsigned: UInt64(textLimit))
    writer.beginArray(count: arguments.count * 2)
    for argument in arguments { argument.write(to: &writer) }
    if flags > 0 { writer.write(unsigned: UInt64(flags)) }
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    var start = reader.offset
    let itemCount = try reader.readArray()
    guard itemCount == 5 || itemCount == 6 else { throw .unexpectedItem(offset: start) }
    function = try Function(from: &reader)
    start = reader.offset
    result = try WireForm(from: &reader)
    guard result.type.kind != .reference else { throw .unexpectedItem(offset: start) }
    textLimit = try reader.readUnsigned(UInt32.self)
    start = reader.offset
    let count = try reader.readArray()
    guard count % 2 == 0, count / 2 <= Self.argumentLimit else {
      throw .unexpectedItem(offset: start)
    }
    arguments = []
    for _ in 0..<count / 2 { arguments.append(try Argument(from: &reader)) }
    start = reader.offset
    let flags = itemCount == 6 ? try reader.readUnsigned(UInt8.self) : 0
    guard let convention = WireConvention(rawValue: flags / 2), itemCount == 5 || flags > 0 else {
      throw .unexpectedItem(offset: start)
    }
    self.convention = convention
    reportsErrno = flags % 2 == 1
  }
}

extension CallMessage.Function {
  func write(to writer: inout CBORWriter) {
    switch self {
    case .symbol(let library, let name):
      writer.write(unsigned: UInt64(library))
      writer.write(text: name)
    case .address(let address):
      writer.write(unsigned: 0)
      writer.write(unsigned: address)
    }
  }

  init(from reader: inout CBORReader) throws(CBORError) {
    let start = reader.offset
    let library = try reader.readUnsigned(UInt32.self)
    if case .text = try reader.peek() {
      self = .symbol(library: library, name: try reader.readText())
    } else {
      // An address lies in no library.
      guard library == 0 else { throw .unexpectedItem(offset: start) }
      self = .address(try reader.readUnsigned())
    }
  }
}

extension CallMessage.Argument {
  fileprivate func write(to writer: inout CBORWriter) {
    switch self {
    case .scalar(let scalar):
      writer.write(unsigned: UInt64(scalar.type.rawValue))
      scalar.write(to: &writer)
    case .bytes(let form, let bytes):
      form.write(to: &writer)
      writer.write(bytes: bytes)
    case .buffer(let buffer):
      writer.write(unsigned: UInt64(WireType.pointer.rawValue))
      buffer.write(to: &writer)
    case .texts(let texts):
      writer.write(unsigned: UInt64(WireType.texts.rawValue))
      writer.write(texts: texts)
    case .callback(let callback):
      writer.write(unsigned: UInt64(WireType.callback.rawValue))
      callback.write(to: &writer)
    }
  }

  fileprivate init(from reader: inout CBORReader) throws(CBORError) {
    let form = try WireForm(from: &reader)
    let start = reader.offset
    switch form.type {
    case .texts: self = .texts(try reader.readTexts())
    case .callback: self = .callback(try WireCallback(from: &reader))
    case .block, .extended:
      let bytes = try reader.readBytes()
      guard bytes.count == form.byteCount else { throw .unexpectedItem(offset: start) }
      self = .bytes(form, bytes)
    case .pointer:
      if case .unsigned = try reader.peek() {
        self = .scalar(try WireScalar(type: .pointer, from: &reader))
      } else {
        self = .buffer(try WireBuffer(from: &reader))
      }
    default: self = .scalar(try WireScalar(type: form.type, from: &reader))
    }
  }
}
