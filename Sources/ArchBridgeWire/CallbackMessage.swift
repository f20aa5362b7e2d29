/// `callback` as `[id, [value, …]]`: the library calls a function of the controller's.
///
/// It is read against the function: whatever does not fit that is refused.
public struct CallbackMessage: Equatable, Sendable {
  /// The function's number.
  public var id: UInt32
  /// What the library gives to it.
  public var arguments: [CallValue]

  /// Makes the message.
  public init(id: UInt32, arguments: [CallValue]) {
    self.id = id
    self.arguments = arguments
  }

  /// Makes the envelope that carries this message.
  public func envelope(version: UInt16, sequence: UInt64, thread: UInt32) -> Envelope {
    var writer = CBORWriter()
    writer.beginArray(count: 2)
    writer.write(unsigned: UInt64(id))
    writer.beginArray(count: arguments.count)
    for argument in arguments { argument.write(to: &writer) }
    return Envelope(
      kind: .callback, version: version, sequence: sequence, body: writer.bytes, thread: thread)
  }

  /// Reads the number of the function that a body calls.
  public static func id(in body: [UInt8]) throws(CBORError) -> UInt32 {
    var reader = CBORReader(body)
    try reader.readArray(count: 2)
    return try reader.readUnsigned(UInt32.self)
  }

  /// Reads a call of `callback`.
  public init(decoding body: [UInt8], calling callback: WireCallback) throws(CBORError) {
    var reader = CBORReader(body)
    try reader.readArray(count: 2)
    id = try reader.readUnsigned(UInt32.self)
    let start = reader.offset
    guard id == callback.id, try reader.readArray() == callback.parameters.count else {
      throw .unexpectedItem(offset: start)
    }
    arguments = []
    for parameter in callback.parameters {
      arguments.append(
        try CallValue(parameter, textLimit: callback.textLimit, from: &reader))
    }
    try reader.finish()
  }
}

/// `calledBack` as `[value]`: what the function returns to the library; `null` for nothing, and
/// where the library is to get zeros because the function has no answer.
public struct CalledBackMessage: Equatable, Sendable {
  /// The value.
  public var value: CallValue

  /// Makes the message.
  public init(value: CallValue) { self.value = value }

  /// Makes the envelope that carries this message.
  public func envelope(version: UInt16, sequence: UInt64, thread: UInt32) -> Envelope {
    var writer = CBORWriter()
    writer.beginArray(count: 1)
    value.write(to: &writer)
    return Envelope(
      kind: .calledBack, version: version, sequence: sequence, body: writer.bytes, thread: thread)
  }

  /// Reads the answer of `callback`.
  public init(decoding body: [UInt8], from callback: WireCallback) throws(CBORError) {
    var reader = CBORReader(body)
    try reader.readArray(count: 1)
    if try reader.readNullIfNext() {
      value = .void
    } else {
      value = try CallValue(callback.result, textLimit: 0, from: &reader)
    }
    try reader.finish()
  }
}
