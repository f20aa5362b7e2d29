internal import ArchBridgeGenerator

/// Reads the text of a literal: brackets, braces, quotes and what is between them.
struct LiteralParser {
  private var rest: Substring
  private let text: String
  /// Whether `name(…)` is a call; else it is a word like any other.
  private let hasCalls: Bool

  private init(_ text: String, hasCalls: Bool) {
    self.text = text
    self.hasCalls = hasCalls
    rest = text[...]
  }

  /// Reads the one literal that `text` is.
  static func literal(_ text: String, hasCalls: Bool = false) throws(CommandFailure) -> Literal {
    var parser = LiteralParser(text, hasCalls: hasCalls)
    let literal = try parser.value(nesting: 0)
    parser.skipBlanks()
    guard parser.rest.isEmpty else { throw parser.failure("'\(parser.rest)' is too much") }
    return literal
  }

  private func failure(_ message: String) -> CommandFailure {
    CommandFailure("\(message) in '\(text)'")
  }

  private mutating func skipBlanks() { rest = rest.drop(while: \.isWhitespace) }

  private mutating func take(_ character: Character) -> Bool {
    skipBlanks()
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func value(nesting: Int) throws(CommandFailure) -> Literal {
    guard nesting < 64 else { throw failure("there are too many brackets") }
    if take("[") { return .list(try elements(until: "]", nesting + 1)) }
    if take("{") { return .members(try members(nesting + 1)) }
    if take("\"") { return .text(try quoted()) }
    if take("(") {
      let parts = try elements(until: ")", nesting + 1)
      guard parts.count == 2 else { throw failure("a complex number has two parts") }
      return .pair(parts[0], parts[1])
    }
    let word = word()
    guard !word.isEmpty else { throw failure("a value is missing") }
    guard hasCalls, rest.first == "(" else { return .word(word) }
    rest.removeFirst()
    return .call(word, try elements(until: ")", nesting + 1))
  }

  /// What comes before a comma, the end of a bracket, or a call's arguments; an index in brackets is
  /// part of it.
  private mutating func word() -> String {
    var depth = 0
    let word = rest.prefix { character in
      if character == "[" { depth += 1 }
      if character == "]", depth > 0 {
        depth -= 1
        return true
      }
      return !",]})".contains(character) && !(hasCalls && character == "(")
    }
    rest = rest[word.endIndex...]
    return word.trimmed
  }

  private mutating func elements(
    until end: Character, _ nesting: Int
  ) throws(CommandFailure) -> [Literal] {
    var elements: [Literal] = []
    if take(end) { return [] }
    repeat {
      elements.append(try value(nesting: nesting))
    } while take(",")
    guard take(end) else { throw failure("there is no '\(end)'") }
    return elements
  }

  private mutating func members(_ nesting: Int) throws(CommandFailure) -> [Literal.Member] {
    var members: [Literal.Member] = []
    if take("}") { return [] }
    repeat {
      let name = memberName()
      members.append(Literal.Member(name, try value(nesting: nesting)))
    } while take(",")
    guard take("}") else { throw failure("there is no '}'") }
    return members
  }

  /// The name before a colon; what is none stays to be read.
  private mutating func memberName() -> String? {
    skipBlanks()
    let name = rest.prefix { $0.isIdentifierPart }
    let after = rest[name.endIndex...].drop(while: \.isWhitespace)
    guard !name.isEmpty, after.first == ":" else { return nil }
    rest = after.dropFirst()
    return String(name)
  }

  private mutating func quoted() throws(CommandFailure) -> String {
    var text = ""
    while let character = rest.popFirst() {
      switch character {
      case "\"": return text
      case "\\": text.unicodeScalars.append(try escaped())
      default: text.append(character)
      }
    }
    throw failure("a text has no '\"' at its end")
  }

  private mutating func escaped() throws(CommandFailure) -> Unicode.Scalar {
    switch rest.popFirst() {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "\"": return "\""
    case "\\": return "\\"
    case let other:
      throw failure(
        "'\\\(other.map(String.init) ?? "")' means nothing; there are \\n, \\t, \\r, \\\" and \\\\")
    }
  }
}

extension Character {
  /// Whether this can be in a name of C's.
  var isIdentifierPart: Bool { isASCII && (isLetter || isNumber || self == "_") }
}
