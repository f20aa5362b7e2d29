/// One token of a Fortran statement, and where it starts.
struct FortranToken {
  /// What a token is.
  enum Kind: Equatable {
    /// A name or keyword, in lower case.
    case word(String)
    /// A number as it is written.
    case number(String)
    /// What stands between quotation marks.
    case text(String)
    /// `(`, `,`, `::`, `**` and their like.
    case symbol(String)
    case end
  }

  var kind: Kind
  /// The offset of the first byte in its statement.
  var start: Int
  /// The offset after the last byte.
  var end: Int
}

/// Cuts a Fortran statement into tokens.
struct FortranLexer {
  let statement: FortranStatement
  private var position = 0

  init(_ statement: FortranStatement) { self.statement = statement }

  /// All tokens of a statement, `.end` at their end.
  static func tokens(of statement: FortranStatement) -> [FortranToken] {
    var lexer = FortranLexer(statement)
    var tokens: [FortranToken] = []
    while true {
      let token = lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private var bytes: [UInt8] { statement.bytes }

  private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private mutating func next() -> FortranToken {
    while byte(position) == 0x20 || byte(position) == 0x09 { position += 1 }
    let start = position
    guard start < bytes.count else {
      return FortranToken(kind: .end, start: start, end: start)
    }
    let first = byte(start)
    let kind: FortranToken.Kind
    if first.startsWord {
      while byte(position).continuesWord { position += 1 }
      kind = .word(text(start, position).fortranLowercased)
    } else if first.isDigit || first == UInt8(ascii: ".") && byte(start + 1).isDigit {
      skipNumber()
      kind = .number(text(start, position).fortranLowercased)
    } else if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
      kind = .text(readText(first))
    } else {
      position += symbolLength
      kind = .symbol(text(start, position))
    }
    return FortranToken(kind: kind, start: start, end: position)
  }

  /// How many bytes the symbol here has; one that is unknown is a character.
  private var symbolLength: Int {
    let first = byte(position)
    let second = byte(position + 1)
    switch (first, second) {
    case (UInt8(ascii: ":"), first), (UInt8(ascii: "*"), first), (UInt8(ascii: "="), first),
      (UInt8(ascii: "="), UInt8(ascii: ">")), (UInt8(ascii: "."), first),
      (UInt8(ascii: "/"), first):
      return 2
    default: break
    }
    var count = 1
    while byte(position + count) & 0xC0 == 0x80 { count += 1 }
    return count
  }

  /// Steps over a number: `12`, `1_8`, `1.5d0`; the `.` of `1.eq.n` is none of it.
  private mutating func skipNumber() {
    while byte(position).isDigit { position += 1 }
    if byte(position) == UInt8(ascii: "."), !isWordedOperator {
      position += 1
      while byte(position).isDigit { position += 1 }
    }
    switch byte(position) {
    case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "d"), UInt8(ascii: "D"),
      UInt8(ascii: "q"), UInt8(ascii: "Q"):
      let sign = byte(position + 1)
      let hasSign = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
      if byte(position + (hasSign ? 2 : 1)).isDigit {
        position += hasSign ? 2 : 1
        while byte(position).isDigit { position += 1 }
      }
    default: break
    }
    if byte(position) == UInt8(ascii: "_") {
      while byte(position).continuesWord { position += 1 }
    }
  }

  /// Whether the `.` here starts `.eq.` and its like.
  private var isWordedOperator: Bool {
    var index = position + 1
    guard byte(index).startsWord else { return false }
    while byte(index).startsWord { index += 1 }
    return byte(index) == UInt8(ascii: ".")
  }

  /// Reads a text; a quotation mark in it is written twice.
  private mutating func readText(_ quote: UInt8) -> String {
    var content: [UInt8] = []
    position += 1
    while position < bytes.count {
      if byte(position) == quote {
        guard byte(position + 1) == quote else {
          position += 1
          break
        }
        position += 1
      }
      content.append(byte(position))
      position += 1
    }
    return String(decoding: content, as: UTF8.self)
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<min(end, bytes.count)], as: UTF8.self)
  }
}
