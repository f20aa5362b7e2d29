/// A map's key, as it crosses.
///
/// Texts are compared as Swift compares them: two spellings of one text that differ in Unicode
/// normalisation alone are the same key.
enum MapKey: Hashable {
  case integer(Int)
  case text(String)
  /// Any other item, in its preferred serialisation.
  case other([UInt8])

  /// The integer if the key has one, else the text.
  ///
  /// The standard library's own key for dictionaries has both whenever a text reads as a number.
  /// `valueType` then tells which of the two the dictionary is keyed by; where something else
  /// encodes a dictionary as its own contents, the text is what loses nothing.
  init<Key: CodingKey>(_ key: Key, encodedBy valueType: Any.Type) {
    if let integer = key.intValue,
      !Self.isDictionaryKey(Key.self) || valueType is any IntegerKeyedDictionary.Type
    {
      self = .integer(integer)
    } else {
      self = .text(key.stringValue)
    }
  }

  var description: String {
    switch self {
    case .integer(let value): "\(value)"
    case .text(let value): "\"\(value)\""
    case .other: "that is neither integer nor text"
    }
  }

  private static func isDictionaryKey(_ type: (some CodingKey).Type) -> Bool {
    ObjectIdentifier(type) == dictionaryKey
  }

  /// The standard library's key type, which has no public name.
  private static let dictionaryKey: ObjectIdentifier? = {
    let frame = EncodingFrame(valueType: [String: Int].self, path: nil, depth: 0, userInfo: [:])
    try? [String: Int]().encode(to: frame)
    return frame.keyType
  }()
}

/// A dictionary whose keys cross as integers.
protocol IntegerKeyedDictionary {}
extension Dictionary: IntegerKeyedDictionary where Key == Int {}
