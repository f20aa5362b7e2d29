/// Encodes an array's elements.
struct UnkeyedEncoder: UnkeyedEncodingContainer {
  let frame: EncodingFrame

  var codingPath: [any CodingKey] { frame.codingPath }
  var count: Int { frame.count }

  func encodeNil() throws { try frame.encodeElement(NullItem()) }
  func encode<Value: Encodable>(_ value: Value) throws { try frame.encodeElement(value) }
  func encode(_ value: Int128) throws { try frame.encodeElement(value) }
  func encode(_ value: UInt128) throws { try frame.encodeElement(value) }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    frame.pendingElement().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    frame.pendingElement().unkeyedContainer()
  }

  func superEncoder() -> any Encoder { frame.pendingElement() }
}
