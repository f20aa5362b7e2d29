/// Decodes a map's values.
struct KeyedDecoder<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let frame: DecodingFrame
  let index: MapIndex

  var codingPath: [any CodingKey] { frame.codingPath }

  var allKeys: [Key] {
    index.keys.compactMap { key in
      switch key {
      case .integer(let value): Key(intValue: value)
      case .text(let value): Key(stringValue: value)
      case .other: nil
      }
    }
  }

  func contains(_ key: Key) -> Bool { index.contains(key) }

  func decodeNil(forKey key: Key) throws -> Bool { try frame.isNull(source(key), at: key) }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try frame.decode(type, from: source(key), at: key)
  }

  func decode(_ type: Int128.Type, forKey key: Key) throws -> Int128 {
    try frame.decode(type, from: source(key), at: key)
  }

  func decode(_ type: UInt128.Type, forKey key: Key) throws -> UInt128 {
    try frame.decode(type, from: source(key), at: key)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try frame.child(source(key), at: key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try frame.child(source(key), at: key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder {
    try frame.child(source(PathKey.superclass), at: PathKey.superclass)
  }

  func superDecoder(forKey key: Key) throws -> any Decoder {
    try frame.child(source(key), at: key)
  }

  private func source(_ key: some CodingKey) throws -> DecodingFrame.Source {
    let offset = try DecodingFault.located(at: frame.path, key) { try index.offset(for: key) }
    guard let offset else {
      throw DecodingError.keyNotFound(
        key,
        .init(codingPath: codingPath, debugDescription: "No value for \"\(key.stringValue)\"."))
    }
    return .encoded(offset)
  }
}
