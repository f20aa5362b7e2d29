extension FortranParser {
  /// Reads one statement by its first words.
  mutating func parseStatement() throws(DeclarationError) {
    if case .number = token.kind { advance() }
    guard let first = word else {
      if isAtEnd { return }
      return try passOver()
    }
    if isAssignment { return try passOver() }
    if first.hasPrefix("end"), try parseEnd(first) { return }
    if first == "entry", units.last?.kind == .procedure, word(after: 1) != nil {
      return try parseEntry()
    }
    if units.last?.isExecuting == true, first != "contains", first != "interface" { return }
    if units.last?.kind == .derivedType, units.last?.isContaining == true { return }
    if try parseUnitStart(first) { return }
    if try parseSpecification(first) { return }
    if FortranParser.executableWords.contains(first) || isSymbol(":", after: 1) {
      return try passOver()
    }
    throw unknownStatement(first)
  }

  /// Passes over a statement that does something.
  private mutating func passOver() throws(DeclarationError) {
    guard let kind = units.last?.kind else {
      throw failure(
        "expected 'function', 'subroutine', 'module' or 'interface', found \(found(token))")
    }
    switch kind {
    case .procedure, .program: units[units.count - 1].isExecuting = true
    case .derivedType, .enumeration, .module, .submodule, .blockData, .interface:
      throw failure("no statement such as this belongs into this \(units[units.count - 1].keyword)")
    }
  }

  private func unknownStatement(_ first: String) -> DeclarationError {
    var suggestion = SpellingSuggestion(for: first)
    for word in FortranParser.declaringWords { suggestion.consider(word) }
    let advice = suggestion.best.map { "; did you mean '\($0)'?" } ?? ""
    let message = "'\(first)' starts no declaration that is read here\(advice)"
    // What looks like nothing known is another compiler's; all else is a slip.
    return advice.isEmpty ? unsupported(message) : failure(message)
  }

  /// Whether the statement assigns: `n = 5`, `a(1) = 2`, `p%x => y`.
  private var isAssignment: Bool {
    if isSymbol("=", after: 1) || isSymbol("=>", after: 1) { return true }
    guard isSymbol("(", after: 1) || isSymbol("%", after: 1) else { return false }
    var depth = 0
    for token in rest {
      switch token.kind {
      case .symbol("("): depth += 1
      case .symbol(")"): depth -= 1
      case .symbol("::") where depth == 0: return false
      case .symbol("="), .symbol("=>"):
        if depth == 0 { return true }
      case .word where depth == 0 && token.start > rest[rest.startIndex].start:
        // A component's name comes after `%`; any other word makes this something else.
        let before = rest.first { $0.end <= token.start && $0.kind == .symbol("%") }
        if before == nil { return false }
      default: break
      }
    }
    return false
  }

  /// Reads `end` and its like; false where the word is none of them.
  private mutating func parseEnd(_ first: String) throws(DeclarationError) -> Bool {
    var what: String
    if first == "end" {
      what = word(after: 1) ?? ""
    } else {
      what = String(decoding: first.utf8.dropFirst(3), as: UTF8.self)
      if what == "blockdata" { what = "block" }
    }
    switch what {
    case "", "function", "subroutine", "module", "submodule", "program", "procedure", "interface",
      "type", "enum":
      break
    case "block":
      // A construct's end, unless it ends block data.
      guard units.last?.kind == .blockData else { return true }
    case "if", "do", "select", "where", "forall", "associate", "critical", "team", "file", "union",
      "structure", "map":
      return true
    default: return false
    }
    try close(what)
    return true
  }

  private mutating func close(_ what: String) throws(DeclarationError) {
    guard let unit = units.last else { throw failure("there is nothing that this ends") }
    // What stands in an executable part is passed over, its end too.
    if unit.isExecuting, ["interface", "type", "enum"].contains(what) { return }
    let isRight =
      switch what {
      case "": unit.kind != .derivedType && unit.kind != .enumeration
      case "function", "subroutine", "procedure": unit.kind == .procedure
      case "block": unit.kind == .blockData
      default: unit.keyword == what
      }
    guard isRight else {
      let (line, _) = unit.start
      throw failure("expected 'end \(unit.keyword)' for '\(unit.name)' of line \(line)")
    }
    try closeUnit()
  }

  /// The words that statements start with which do things.
  static let executableWords: Set<String> = [
    "call", "if", "else", "elseif", "do", "continue", "return", "stop", "error", "goto", "go",
    "select", "case", "default", "where", "elsewhere", "forall", "allocate", "deallocate",
    "nullify", "open", "close", "inquire", "rewind", "backspace", "flush", "write", "print", "read",
    "cycle", "exit", "associate", "block", "critical", "sync", "assign", "pause", "wait", "entry",
    "format", "rank", "fail", "event", "form", "change", "lock", "unlock", "endfile",
  ]

  /// The words that declarations start with, for suggestions.
  static let declaringWords: [String] = [
    "integer", "real", "double", "complex", "logical", "character", "type", "class", "procedure",
    "function", "subroutine", "module", "interface", "contains", "implicit", "intent", "optional",
    "dimension", "external", "parameter", "common", "allocatable", "pointer", "private", "public",
    "import", "pure", "elemental", "recursive",
  ]
}
