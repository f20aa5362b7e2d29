/// The keys of one mapping in an API notes file.
///
/// What is not a key is an error: a mistyped one would otherwise say nothing.
struct NoteKeys {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private let container: KeyedDecodingContainer<Key>

  init(_ decoder: any Decoder) throws { container = try decoder.container(keyedBy: Key.self) }

  func value<Value: Decodable>(_ key: String) throws -> Value? {
    try container.decodeIfPresent(Value.self, forKey: Key(stringValue: key))
  }

  func text(_ key: String) throws -> String? { try value(key) }

  func nullability(_ key: String) throws -> Nullability? {
    try text(key).flatMap(nullability(of:))
  }

  /// Reads clang's words for it, the short ones too.
  func nullability(of word: String) throws -> Nullability? {
    switch word {
    case "Nonnull", "N": .nonnull
    case "Optional", "O": .nullable
    case "Unspecified", "U", "Scalar", "S": nil
    default: throw error("'\(word)' is no nullability: Nonnull, Optional or Unspecified")
    }
  }

  /// Throws where there is a key that is not one of these.
  func allow(_ keys: Set<String>, in place: String) throws {
    for key in container.allKeys.map(\.stringValue).sorted() where !keys.contains(key) {
      throw error(
        "\(place) has the unknown key '\(key)'; known are \(keys.sorted().joined(separator: ", "))")
    }
  }

  func error(_ message: String) -> BindingsError { BindingsError(message) }
}
