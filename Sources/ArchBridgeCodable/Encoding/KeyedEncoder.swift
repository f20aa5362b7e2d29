/// Encodes a map's entries.
struct KeyedEncoder<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let frame: EncodingFrame

  var codingPath: [any CodingKey] { frame.codingPath }

  func encodeNil(forKey key: Key) throws { try frame.encode(NullItem(), for: key) }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try frame.encode(value, for: key)
  }

  func encode(_ value: Int128, forKey key: Key) throws { try frame.encode(value, for: key) }
  func encode(_ value: UInt128, forKey key: Key) throws { try frame.encode(value, for: key) }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    frame.pendingEntry(for: key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    frame.pendingEntry(for: key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { frame.pendingEntry(for: PathKey.superclass) }

  func superEncoder(forKey key: Key) -> any Encoder { frame.pendingEntry(for: key) }
}
