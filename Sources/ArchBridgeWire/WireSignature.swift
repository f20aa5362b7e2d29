/// A function of the controller's as the helper makes it: `[id, result, textLimit, [type, …]]`, and
/// its convention where that is not C's.
public struct WireCallback: Hashable, Sendable {
  /// The number that the controller gave it.
  public var id: UInt32
  /// What it returns to the library.
  public var result: WireForm
  /// How many bytes a text can have that is read for it.
  public var textLimit: UInt32
  /// What the library gives to it.
  public var parameters: [WireForm]
  /// How the library calls it.
  public var convention: WireConvention

  /// Makes a function.
  public init(
    id: UInt32, result: WireForm, textLimit: UInt32, parameters: [WireForm],
    convention: WireConvention = .c
  ) {
    self.id = id
    self.result = result
    self.textLimit = textLimit
    self.parameters = parameters
    self.convention = convention
  }

  func write(to writer: inout CBORWriter) {
    writer.beginArray(count: convention == .c ? 4 : 5)
    writer.write(unsigned: UInt64(id))
    result.write(to: &writer)
    writer.write(unsigned: UInt64(textLimit))
    writer.beginArray(count: parameters.count)
    for parameter in parameters { parameter.write(to: &writer) }
    convention.write(to: &writer)
  }

  init(from reader: inout CBORReader) throws(CBORError) {
    var start = reader.offset
    let itemCount = try reader.readArray()
    guard itemCount == 4 || itemCount == 5 else { throw .unexpectedItem(offset: start) }
    id = try reader.readUnsigned(UInt32.self)
    start = reader.offset
    result = try WireForm(from: &reader)
    switch result.type.kind {
    case .text, .reference: throw .unexpectedItem(offset: start)
    default: break
    }
    textLimit = try reader.readUnsigned(UInt32.self)
    start = reader.offset
    let count = try reader.readArray()
    guard count <= CallMessage.argumentLimit else { throw .unexpectedItem(offset: start) }
    parameters = []
    for _ in 0..<count {
      start = reader.offset
      let parameter = try WireForm(from: &reader)
      switch parameter.type.kind {
      case .none, .reference: throw .unexpectedItem(offset: start)
      default: parameters.append(parameter)
      }
    }
    convention = itemCount == 5 ? try WireConvention(from: &reader) : .c
  }
}
