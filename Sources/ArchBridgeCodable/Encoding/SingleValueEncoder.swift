/// Encodes the one value that a value consists of.
struct SingleValueEncoder: SingleValueEncodingContainer {
  let frame: EncodingFrame

  var codingPath: [any CodingKey] { frame.codingPath }

  func encodeNil() throws { try frame.encodeSingle(NullItem()) }
  func encode<Value: Encodable>(_ value: Value) throws { try frame.encodeSingle(value) }
  func encode(_ value: Int128) throws { try frame.encodeSingle(value) }
  func encode(_ value: UInt128) throws { try frame.encodeSingle(value) }
}
