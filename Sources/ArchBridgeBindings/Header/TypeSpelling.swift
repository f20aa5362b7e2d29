internal import ArchBridgeABI

/// Reads the spellings that clang gives to types, and declarations of one name.
///
///     TypeSpelling.type("int (*)(const double *, size_t)")
struct TypeSpelling {
  struct Qualified {
    var type: HeaderType
    var isConst: Bool
  }

  struct Unreadable: Error {}

  let tokens: [TypeToken]
  var position = 0
  /// The name that is declared, where the spelling has one.
  var name: String?

  /// What is said of null behind a `typedef` name, outside of every pointer.
  var nullability: Nullability?

  private init(_ spelling: String) { tokens = TypeToken.tokens(of: spelling) }

  /// The type, or why it cannot be read.
  static func type(_ spelling: String) -> (type: HeaderType, isConst: Bool) {
    var parser = TypeSpelling(spelling)
    guard let type = try? parser.qualified(), parser.position == parser.tokens.count else {
      return (.unsupported("the type '\(spelling)'"), false)
    }
    return (type.type, type.isConst)
  }

  /// What the spelling of a pointer's type says of null.
  static func nullability(_ spelling: String) -> Nullability? {
    var parser = TypeSpelling(spelling)
    guard let type = try? parser.qualified().type else { return nil }
    if case .pointer(let pointer) = type, let nullability = pointer.nullability {
      return nullability
    }
    return parser.nullability
  }

  var token: TypeToken? { position < tokens.count ? tokens[position] : nil }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard token == .mark(scalar) else { return false }
    position += 1
    return true
  }

  mutating func word() -> String? {
    guard case .word(let word) = token else { return nil }
    position += 1
    return word
  }

  mutating func qualified() throws(Unreadable) -> Qualified {
    let base = try specifiers()
    return try declarator(base)
  }

  mutating func attribute() throws(Unreadable) -> String { try parentheses() }

  mutating func skipParentheses() throws(Unreadable) { _ = try parentheses() }

  /// What stands between parentheses, without blanks.
  mutating func parentheses() throws(Unreadable) -> String {
    guard take("(") else { throw Unreadable() }
    let start = position
    try skipGroup()
    return tokens[start..<position - 1].map { token in
      switch token {
      case .word(let word): word
      case .number(let number): String(number)
      case .mark(let byte): ByteText.string([byte])
      case .ellipsis: "..."
      }
    }.joined()
  }

  /// Steps behind the parenthesis that closes the one before here.
  mutating func skipGroup() throws(Unreadable) {
    var depth = 1
    while depth > 0 {
      guard let token else { throw Unreadable() }
      if token == .mark("(") { depth += 1 }
      if token == .mark(")") { depth -= 1 }
      position += 1
    }
  }
}
