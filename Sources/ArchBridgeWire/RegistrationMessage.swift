/// `[id, result, textLimit, [type, …]]`: makes a function of the controller's callable until it is
/// unregistered.
public struct RegisterMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .register }
  /// The function.
  public var callback: WireCallback

  /// Makes the message.
  public init(callback: WireCallback) { self.callback = callback }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) { callback.write(to: &writer) }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    callback = try WireCallback(from: &reader)
  }
}

/// `[address]`: where the library calls the function.
public struct RegisteredMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .registered }
  /// The address.
  public var address: UInt64

  /// Makes the message.
  public init(address: UInt64) { self.address = address }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 1)
    writer.write(unsigned: address)
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 1)
    address = try reader.readUnsigned()
  }
}

/// `[id]`: ends a registration.
public struct UnregisterMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .unregister }
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

/// `[]`: the registration has ended.
public struct UnregisteredMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .unregistered }

  /// Makes the message.
  public init() {}

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) { writer.beginArray(count: 0) }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 0)
  }
}
