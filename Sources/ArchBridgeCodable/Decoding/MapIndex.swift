import ArchBridgeWire

/// Where each of a map's values is: a list while it is short, which is faster than a dictionary.
struct MapIndex {
  private static let listCount = 16

  private var list: [(key: MapKey, offset: Int)] = []
  private var dictionary: [MapKey: Int] = [:]

  init(_ input: DecodingInput, offset: Int, count: Int?) throws {
    var cursor = ArrayCursor(input, offset: offset, count: count)
    while !cursor.isAtEnd {
      let key = try Self.key(input, at: cursor.offset)
      guard self[key] == nil else {
        throw DecodingFault.corrupted("The key \(key.description) occurs twice in a map.")
      }
      let valueOffset = try input.end(ofItemAt: cursor.offset)
      insert(key, valueOffset)
      cursor.advance(to: try input.end(ofItemAt: valueOffset))
    }
  }

  /// The keys, in the order in which they stand.
  var keys: [MapKey] {
    list.map(\.key) + dictionary.sorted { $0.value < $1.value }.map(\.key)
  }

  /// Where the value for `key` is, or nil where there is none.
  ///
  /// A coding key with an integer is looked for by both of its spellings.
  func offset(for key: some CodingKey) throws(DecodingFault) -> Int? {
    let byText = self[.text(key.stringValue)]
    guard let integer = key.intValue, let byInteger = self[.integer(integer)] else {
      return byText
    }
    guard byText == nil else {
      throw .corrupted("The key \(integer) occurs twice in a map, as integer and as text.")
    }
    return byInteger
  }

  func contains(_ key: some CodingKey) -> Bool {
    if self[.text(key.stringValue)] != nil { return true }
    guard let integer = key.intValue else { return false }
    return self[.integer(integer)] != nil
  }

  private subscript(_ key: MapKey) -> Int? {
    dictionary.isEmpty ? list.first { $0.key == key }?.offset : dictionary[key]
  }

  private mutating func insert(_ key: MapKey, _ offset: Int) {
    guard dictionary.isEmpty && list.count < Self.listCount else {
      for entry in list { dictionary[entry.key] = entry.offset }
      list = []
      dictionary[key] = offset
      return
    }
    list.append((key, offset))
  }

  private static func key(_ input: DecodingInput, at offset: Int) throws -> MapKey {
    switch try input.item(at: offset) {
    case .text(let text): return .text(text)
    case .integer(let value):
      if let integer = value.converted(to: Int.self) { return .integer(integer) }
    default: break
    }
    var reader = CBORReader(input.bytes, offset: offset)
    return .other(try reader.readValue().encoded)
  }
}
