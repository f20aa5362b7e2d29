internal import ArchBridge

/// A value as it is written and printed: what its place's type makes of it.
indirect enum Literal: Equatable, Sendable {
  /// A number, a constant's name, `null`; a text where only a text can be.
  case word(String)
  /// A text.
  case text(String)
  /// `[1, 2]`
  case list([Literal])
  /// `{1, y: 2}`
  case members([Member])
  /// `(1.5, 2)`: the two parts of a complex number.
  case pair(Literal, Literal)
  /// `add(1, 2)`
  case call(String, [Literal])
  /// What a library gave.
  case value(TypedValue)

  /// A member of a structure.
  struct Member: Equatable, Sendable {
    /// The member's name; nil for the next one in order.
    var name: String?
    var value: Literal

    init(_ name: String?, _ value: Literal) {
      self.name = name
      self.value = value
    }
  }

  /// The null pointer.
  static let null = Literal.word("null")

  /// The value on one line: a text bare, an enumeration's value with its name.
  var printed: String {
    switch self {
    case .text(let text): text
    case .value(let value): value.text ?? "\(value)" + (value.constantName.map { " (\($0))" } ?? "")
    default: "\(self)"
    }
  }
}

extension Literal: CustomStringConvertible {
  /// The value as it is written inside another: a text in quotes.
  var description: String {
    switch self {
    case .word(let word): word
    case .text(let text): Self.quoted(text)
    case .list(let elements): "[\(Self.joined(elements))]"
    case .members(let members):
      "{"
        + members.map { ($0.name.map { "\($0): " } ?? "") + "\($0.value)" }.joined(separator: ", ")
        + "}"
    case .pair(let real, let imaginary): "(\(real), \(imaginary))"
    case .call(let name, let arguments): "\(name)(\(Self.joined(arguments)))"
    case .value(let value): "\(value)"
    }
  }

  private static func joined(_ literals: [Literal]) -> String {
    literals.map(\.description).joined(separator: ", ")
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      if character == "\"" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "\""
  }
}

extension TypedValue {
  /// The first declared name of an enumeration's value.
  var constantName: String? {
    guard case .enumeration(let tag) = type.resolved, let number: Int64 = try? get() else {
      return nil
    }
    let declarations = context.declarations
    return declarations.enumerators(ofTag: tag)?
      .first { declarations.constant(named: $0) == number }
  }
}
