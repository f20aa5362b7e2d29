import ArchBridgeWire

/// The encoder that one value is given, and what the value has put into it so far.
final class EncodingFrame: Encoder {
  /// What the value turned out to be.
  enum Shape {
    case nothing, single, array, map
  }

  let path: CodingPath?
  let depth: Int
  let userInfo: [CodingUserInfoKey: Any]
  private let valueType: Any.Type
  private(set) var shape = Shape.nothing
  /// How many entries the array or map has.
  private(set) var count = 0
  private(set) var contents = EncodedContents()
  /// The coding key's type, once the value has asked for a keyed container.
  private(set) var keyType: ObjectIdentifier?
  private var keys = KeyLedger()
  private var misuse: String?

  init(
    valueType: Any.Type, path: CodingPath?, depth: Int, userInfo: [CodingUserInfoKey: Any]
  ) {
    self.valueType = valueType
    self.path = path
    self.depth = depth
    self.userInfo = userInfo
  }

  var codingPath: [any CodingKey] { CodingPath.keys(of: path) }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    keyType = ObjectIdentifier(type)
    take(.map)
    return KeyedEncodingContainer(KeyedEncoder(frame: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    take(.array)
    return UnkeyedEncoder(frame: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    SingleValueEncoder(frame: self)
  }

  /// Throws if the value has used its encoder in a way that no item can express.
  func checkUse() throws { if let misuse { throw invalid(valueType, misuse) } }

  /// Encodes a map's next entry.
  func encode<Value: Encodable, Key: CodingKey>(_ value: Value, for key: Key) throws {
    let mapKey = try unused(MapKey(key, encodedBy: valueType), for: value, at: key)
    if let type = Value.self as? any DirectlyEncodable.Type {
      contents.write(mapKey)
      type.write(any: value, to: &contents)
    } else {
      let child = try encoded(value, at: key)
      contents.write(mapKey)
      try contents.append(finished: child)
    }
    keys.insert(mapKey)
    count += 1
  }

  /// Encodes an array's next element.
  func encodeElement<Value: Encodable>(_ value: Value) throws {
    if let type = Value.self as? any DirectlyEncodable.Type {
      type.write(any: value, to: &contents)
    } else {
      try contents.append(finished: encoded(value, at: PathKey.index(count)))
    }
    count += 1
  }

  /// Encodes the one value there is.
  func encodeSingle<Value: Encodable>(_ value: Value) throws {
    guard shape == .nothing else { throw invalid(value, "A second value for one encoder.") }
    if let type = Value.self as? any DirectlyEncodable.Type {
      type.write(any: value, to: &contents)
    } else {
      try contents.append(finished: encoded(value, at: nil))
    }
    shape = .single
  }

  /// A frame for a map's next entry, whose contents come later.
  func pendingEntry<Key: CodingKey>(for key: Key) -> EncodingFrame {
    let mapKey = MapKey(key, encodedBy: valueType)
    if keys.contains(mapKey) { misuse = "The key \(mapKey.description) is used twice." }
    keys.insert(mapKey)
    contents.write(mapKey)
    return pending(at: key)
  }

  /// A frame for an array's next element, whose contents come later.
  func pendingElement() -> EncodingFrame { pending(at: PathKey.index(count)) }

  private func pending(at key: any CodingKey) -> EncodingFrame {
    let frame = child(of: valueType, at: key)
    if frame.depth >= CBOREncoder.depthLimit { frame.misuse = Self.tooDeep }
    contents.append(pending: frame)
    count += 1
    return frame
  }

  private func encoded<Value: Encodable>(
    _ value: Value, at key: (any CodingKey)?
  ) throws -> EncodingFrame {
    let frame = child(of: Value.self, at: key)
    guard frame.depth < CBOREncoder.depthLimit else { throw frame.invalid(value, Self.tooDeep) }
    try value.encode(to: frame)
    return frame
  }

  private func child(of type: Any.Type, at key: (any CodingKey)?) -> EncodingFrame {
    let childPath = if let key { CodingPath(path, key) } else { path }
    return EncodingFrame(valueType: type, path: childPath, depth: depth + 1, userInfo: userInfo)
  }

  private func take(_ wanted: Shape) {
    if shape == .nothing {
      shape = wanted
    } else if shape != wanted {
      misuse = "Containers of two kinds for one encoder."
    }
  }

  private func unused(
    _ mapKey: MapKey, for value: Any, at key: any CodingKey
  ) throws -> MapKey {
    guard keys.contains(mapKey) else { return mapKey }
    let keys = CodingPath.keys(of: path, then: key)
    let reason = "The key \(mapKey.description) is used twice."
    throw EncodingError.invalidValue(value, .init(codingPath: keys, debugDescription: reason))
  }

  private func invalid(_ value: Any, _ reason: String) -> EncodingError {
    .invalidValue(value, .init(codingPath: codingPath, debugDescription: reason))
  }

  private static let tooDeep = "Nested deeper than \(CBOREncoder.depthLimit) levels."
}
