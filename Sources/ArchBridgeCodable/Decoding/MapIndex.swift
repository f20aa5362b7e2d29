import ArchBridgeWire

/// Where each of a map's values is.
struct MapIndex {
  private var offsets: [MapKey: Int] = [:]

  init(_ input: DecodingInput, offset: Int, count: Int?) throws {
    var cursor = ArrayCursor(input, offset: offset, count: count)
    while !cursor.isAtEnd {
      let key = try Self.key(input, at: cursor.offset)
      let valueOffset = try input.end(ofItemAt: cursor.offset)
      guard offsets.updateValue(valueOffset, forKey: key) == nil else {
        throw DecodingFault.corrupted("The key \(key.description) occurs twice in a map.")
      }
      cursor.advance(to: try input.end(ofItemAt: valueOffset))
    }
  }

  /// The keys that can be coding keys, in the order in which they stand.
  var keys: [MapKey] {
    offsets.sorted { $0.value < $1.value }.map(\.key)
  }

  /// Where the value for `key` is, or nil where there is none.
  ///
  /// A coding key with an integer is looked for by both of its spellings.
  func offset(for key: some CodingKey) throws(DecodingFault) -> Int? {
    let byText = offsets[.text(key.stringValue)]
    guard let integer = key.intValue, let byInteger = offsets[.integer(integer)] else {
      return byText
    }
    guard byText == nil else {
      throw .corrupted("The key \(integer) occurs twice in a map, as integer and as text.")
    }
    return byInteger
  }

  func contains(_ key: some CodingKey) -> Bool {
    if offsets[.text(key.stringValue)] != nil { return true }
    guard let integer = key.intValue else { return false }
    return offsets[.integer(integer)] != nil
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
