internal import ArchBridgeGenerator

/// Reads the statements of the shell's language.
enum ShellParser {
  /// Reads one statement, whose brackets are closed and whose comments are gone.
  static func statement(_ text: String) throws(CommandFailure) -> ShellStatement {
    let text = text.trimmed
    if text.isEmpty { return .nothing }
    if let statement = try keyword(text) { return statement }
    if FortranInterface.isFortran(text) { return .declare(text) }
    let code = text.last == ";" ? text.dropLast().trimmed : text
    if let equals = assignment(code), ShellSignature.isQualified(code[..<equals]),
      !code[..<equals].contains("operator")
    {
      return .setVariable(
        code[..<equals].trimmed, try expression(code[code.index(after: equals)...].trimmed))
    }
    if let equals = assignment(code), let path = ShellPath(code[..<equals].trimmed) {
      guard ShellKeyword(rawValue: path.name) == nil else {
        throw CommandFailure("'\(path.name)' is a word of the shell's own; take another name")
      }
      return .set(path, try expression(code[code.index(after: equals)...].trimmed))
    }
    if text.last == ";", !ShellSignature.isQualified(code), !isExpression(code) {
      return .declare(text)
    }
    return .show(try expression(code))
  }

  private static func keyword(_ text: String) throws(CommandFailure) -> ShellStatement? {
    let word = text.prefix(while: \.isIdentifierPart)
    let rest = text[word.endIndex...]
    guard let keyword = ShellKeyword(rawValue: String(word)),
      rest.isEmpty || rest.first?.isWhitespace == true,
      rest.trimmed.first != "="
    else { return nil }
    let operand = rest.trimmed
    switch keyword {
    case .quit, .exit: return .quit
    case .help: return .help(operand.isEmpty ? nil : operand)
    case .read: return .show(try expression(text))
    case .load:
      guard !operand.isEmpty else { throw CommandFailure("load needs a library: load libz.so.1") }
      if case .text(let name)? = try? LiteralParser.literal(operand) { return .load(name) }
      return .load(operand)
    case .declare:
      guard !operand.isEmpty else {
        throw CommandFailure("declare needs a declaration: declare int add(int a, int b);")
      }
      return .declare(operand)
    }
  }

  private static func expression(_ text: String) throws(CommandFailure) -> ShellExpression {
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    guard words.first == "read", words.count > 1 else {
      if text == "read" { throw CommandFailure("read needs an address: read ADDRESS COUNT TYPE") }
      if let call = ShellSignature(text) {
        return .literal(.call(call.signature, try call.literals()))
      }
      if ShellSignature.isQualified(text) { return .literal(.word(text)) }
      return .literal(try LiteralParser.literal(text, hasCalls: true))
    }
    let count = words.count > 2 ? NumberText.integer(String(words[2]), Int.self) : nil
    let type = words.dropFirst(count == nil ? 2 : 3).joined(separator: " ")
    return .read(address: String(words[1]), count: count, type: type.isEmpty ? nil : type)
  }

  /// Where a variable is set: the `=` that stands before any bracket or quote.
  private static func assignment(_ text: String) -> String.Index? {
    text.firstIndex { "=({\"".contains($0) }.flatMap { text[$0] == "=" ? $0 : nil }
  }

  /// Whether this is a call or a value: what begins with one word, where a declaration has two.
  private static func isExpression(_ text: String) -> Bool {
    let rest = text.drop { $0.isIdentifierPart || ".[]".contains($0) }
    return rest.isEmpty || rest.drop(while: \.isWhitespace).first == "("
  }
}

/// Puts a statement together from the lines that it is on.
struct ShellLines {
  private var text = ""

  /// Whether a statement has begun that is not at its end.
  private(set) var isOpen = false

  /// Takes a line; returns the statement that it ends, if it ends one.
  mutating func add(_ line: String) -> String? {
    let code = Self.withoutComment(line)
    text += text.isEmpty ? code : "\n" + code
    isOpen = Self.depth(text) > 0
    guard !isOpen else { return nil }
    defer { text = "" }
    return text
  }

  /// Gives up the statement that has begun.
  mutating func drop() { self = ShellLines() }

  /// A `#` begins a comment at the beginning of a line and after a blank, outside of quotes.
  static func withoutComment(_ line: String) -> String {
    var end = line.endIndex
    var isAfterBlank = true
    scan(line) { index, character, isQuoted in
      if character == "#", isAfterBlank, !isQuoted, index < end { end = index }
      isAfterBlank = character.isWhitespace
    }
    return String(line[..<end])
  }

  /// How many brackets are open at the end.
  private static func depth(_ text: String) -> Int {
    var depth = 0
    scan(text) { _, character, isQuoted in
      guard !isQuoted else { return }
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
    }
    return depth
  }

  private static func scan(_ text: String, _ body: (String.Index, Character, Bool) -> Void) {
    var isQuoted = false
    var isEscaped = false
    for index in text.indices {
      let character = text[index]
      if character == "\"", !isEscaped { isQuoted.toggle() }
      // A text ends with its line.
      if character.isNewline { isQuoted = false }
      isEscaped = character == "\\" && isQuoted && !isEscaped
      body(index, character, isQuoted)
    }
  }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
