/// The decoder that one value is given.
final class DecodingFrame: Decoder {
  /// What a value is decoded from.
  enum Source {
    /// The item at this offset.
    case encoded(Int)
    /// A typed array's element.
    case element(DecodedItem)
  }

  let input: DecodingInput
  let path: CodingPath?
  private let source: Source
  private let depth: Int
  private var index: MapIndex?

  init(input: DecodingInput, source: Source, path: CodingPath?, depth: Int) {
    self.input = input
    self.source = source
    self.path = path
    self.depth = depth
  }

  var codingPath: [any CodingKey] { CodingPath.keys(of: path) }
  var userInfo: [CodingUserInfoKey: Any] { input.userInfo }

  func container<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(KeyedDecoder(frame: self, index: try mapIndex()))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try DecodingFault.located(at: path) { try UnkeyedDecoder(frame: self, item: item(source)) }
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    SingleValueDecoder(frame: self, source: source)
  }

  /// Decodes the value at `key` from `source`.
  func decode<Value: Decodable>(
    _ type: Value.Type, from source: Source, at key: (any CodingKey)?
  ) throws -> Value {
    guard let direct = Value.self as? any DirectlyDecodable.Type else {
      return try Value(from: child(source, at: key))
    }
    return try DecodingFault.located(at: path, key) {
      let item = try item(source)
      guard let value = try direct.init(item, in: input) as? Value else {
        throw item.mismatch(type)
      }
      return value
    }
  }

  /// The decoder for the value at `key`.
  func child(_ source: Source, at key: (any CodingKey)?) throws -> DecodingFrame {
    let childPath = if let key { CodingPath(path, key) } else { path }
    guard depth + 1 < CBORDecoder.depthLimit else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: CodingPath.keys(of: childPath),
          debugDescription: "Nested deeper than \(CBORDecoder.depthLimit) levels."))
    }
    return DecodingFrame(input: input, source: source, path: childPath, depth: depth + 1)
  }

  /// Whether the value at `key` is `null` or `undefined`.
  func isNull(_ source: Source, at key: (any CodingKey)? = nil) throws -> Bool {
    guard case .encoded(let offset) = source else { return false }
    return try DecodingFault.located(at: path, key) { try input.isNull(at: offset) }
  }

  private func item(_ source: Source) throws -> DecodedItem {
    switch source {
    case .encoded(let offset): try input.item(at: offset)
    case .element(let item): item
    }
  }

  private func mapIndex() throws -> MapIndex {
    if let index { return index }
    let index = try DecodingFault.located(at: path) {
      let item = try item(source)
      guard case .map(let offset, let count) = item else {
        throw item.mismatch([String: Any].self)
      }
      return try MapIndex(input, offset: offset, count: count)
    }
    self.index = index
    return index
  }
}
