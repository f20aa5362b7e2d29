/// A body with a fixed form: a CBOR array whose items stand in the order of the type's members.
public protocol Message {
  /// The kind of envelope that carries it.
  static var kind: EnvelopeKind { get }
  /// Appends the message to `writer`.
  func write(to writer: inout CBORWriter)
  /// Reads the message.
  init(from reader: inout CBORReader) throws(CBORError)
}

extension Message {
  /// Makes the envelope that carries this message.
  public func envelope(version: UInt16, sequence: UInt64) -> Envelope {
    Envelope(kind: Self.kind, version: version, sequence: sequence, body: encoded)
  }

  /// The body.
  public var encoded: [UInt8] {
    var writer = CBORWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// Reads the message that is the whole of `body`.
  public init(decoding body: [UInt8]) throws(CBORError) {
    var reader = CBORReader(body)
    self = try Self(from: &reader)
    try reader.finish()
  }
}
