/// A function of the controller's as the helper makes it: `[id, result, textLimit, [type, …]]`.
public struct WireCallback: Hashable, Sendable {
  /// The number that the controller gave it.
  public var id: UInt32
  /// What it returns to the library.
  public var result: WireForm
  /// How many bytes a text can have that is read for it.
  public var textLimit: UInt32
  /// What the library gives to it.
  public var parameters: [WireForm]

  /// Makes a function.
  public init(id: UInt32, result: WireForm, textLimit: UInt32, parameters: [WireForm]) {
    self.id = id
    self.result = result
    self.textLimit = textLimit
    self.parameters = parameters
  }

  func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 4)
    writer.write(unsigned: UInt64(id))
    result.write(to: &writer)
    writer.write(unsigned: UInt64(textLimit))
    writer.beginArray(count: parameters.count)
    for parameter in parameters { parameter.write(to: &writer) }
  }

  init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 4)
    id = try reader.readUnsigned(UInt32.self)
    var start = reader.offset
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
  }
}
