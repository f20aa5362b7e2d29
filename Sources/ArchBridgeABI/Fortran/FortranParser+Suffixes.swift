/// What follows a procedure's arguments.
extension FortranParser {
  /// Reads `result(r)`, `bind(C, name="symbol")`, `link("symbol")` and `unavailable("reason")`.
  mutating func parseSuffix(_ type: FortranType?) throws(DeclarationError) {
    let last = units.count - 1
    while let word {
      switch word {
      case "result" where units[last].resultName != nil:
        advance()
        try parseResult(type)
      case "bind":
        units[last].isBindC = true
        units[last].linkName = try parseBinding()
      case "link":
        advance()
        try expect("(")
        units[last].linkName = try expectSymbol()
        try expect(")")
      case "unavailable":
        advance()
        try expect("(")
        guard case .text(let reason) = token.kind else { throw unexpected("the reason as a text") }
        advance()
        try expect(")")
        // It is nowhere that it could be mended.
        units[last].omission = DeclarationError(line: 0, column: 0, message: reason)
      default: throw unexpected("'result', 'bind(C)' or the end of the heading")
      }
    }
  }

  private mutating func parseResult(_ type: FortranType?) throws(DeclarationError) {
    let last = units.count - 1
    try expect("(")
    var entity = FortranUnit.Entity(type: type)
    while let word, word == "allocatable" || word == "pointer", self.word(after: 1) != nil {
      if word == "pointer" { entity.isPointer = true } else { entity.isAllocatable = true }
      advance()
    }
    let name = try expectName("the result's name")
    if isSymbol("(") { entity.shape = try parseShape() }
    try expect(")")
    units[last].resultName = name
    units[last].declare(name, entity)
  }

  /// Reads `bind(C)` or `bind(C, name="symbol")`; gives the symbol where it is said.
  mutating func parseBinding() throws(DeclarationError) -> String? {
    advance()
    try expect("(")
    if !take(word: "c") { throw unexpected("'C'; nothing else can be bound to") }
    var symbol: String?
    if take(",") {
      if !take(word: "name") { throw unexpected("'name='") }
      try expect("=")
      symbol = try expectSymbol()
    }
    try expect(")")
    return symbol
  }

  /// Reads a symbol as a text; nil where it is blank.
  private mutating func expectSymbol() throws(DeclarationError) -> String? {
    guard case .text(let text) = token.kind else { throw unexpected("the symbol as a text") }
    let bytes = [UInt8](text.utf8.filter { $0 != 0x20 })
    let isSymbol = bytes.allSatisfy {
      $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\"")
    }
    guard isSymbol, bytes.count <= 256 else { throw unexpected("a symbol") }
    advance()
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
