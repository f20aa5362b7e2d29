/// Decodes an array's elements, whether they are items or lie in a typed array or byte string.
struct UnkeyedDecoder: UnkeyedDecodingContainer {
  private enum Elements {
    case items(ArrayCursor)
    case numbers(NumberArray)
  }

  private let frame: DecodingFrame
  private var elements: Elements
  /// How many elements there are; unknown where the array has an indefinite length.
  let count: Int?
  private(set) var currentIndex = 0

  init(frame: DecodingFrame, item: DecodedItem) throws {
    self.frame = frame
    switch item {
    case .array(let offset, let count):
      elements = .items(ArrayCursor(frame.input, offset: offset, count: count))
      self.count = count
    case .numbers(let numbers):
      elements = .numbers(numbers)
      count = numbers.count
    case .bytes(let bytes):
      elements = .numbers(try NumberArray(bytes: bytes))
      count = bytes.count
    default: throw item.mismatch([Any].self)
    }
  }

  var codingPath: [any CodingKey] { frame.codingPath }

  var isAtEnd: Bool {
    switch elements {
    case .items(let cursor): cursor.isAtEnd
    case .numbers(let numbers): currentIndex == numbers.count
    }
  }

  mutating func decodeNil() throws -> Bool {
    guard try frame.isNull(source(Any?.self), at: key) else { return false }
    try advance()
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let value = try frame.decode(type, from: source(type), at: key)
    try advance()
    return value
  }

  mutating func decode(_ type: Int128.Type) throws -> Int128 {
    let value = try frame.decode(type, from: source(type), at: key)
    try advance()
    return value
  }

  mutating func decode(_ type: UInt128.Type) throws -> UInt128 {
    let value = try frame.decode(type, from: source(type), at: key)
    try advance()
    return value
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    let container = try frame.child(source([String: Any].self), at: key).container(keyedBy: type)
    try advance()
    return container
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let container = try frame.child(source([Any].self), at: key).unkeyedContainer()
    try advance()
    return container
  }

  mutating func superDecoder() throws -> any Decoder {
    let decoder = try frame.child(source((any Decoder).self), at: key)
    try advance()
    return decoder
  }

  private var key: PathKey { .index(currentIndex) }

  private func source(_ type: Any.Type) throws -> DecodingFrame.Source {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        type,
        .init(
          codingPath: codingPath + [key],
          debugDescription: "The array ends after \(currentIndex) elements."))
    }
    return switch elements {
    case .items(let cursor): .encoded(cursor.offset)
    case .numbers(let numbers): .element(numbers[currentIndex])
    }
  }

  private mutating func advance() throws {
    if case .items(var cursor) = elements {
      try DecodingFault.located(at: frame.path, key) { try cursor.advance() }
      elements = .items(cursor)
    }
    currentIndex += 1
  }
}
