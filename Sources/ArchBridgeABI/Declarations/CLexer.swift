/// Cuts a C text into tokens, and steps over blanks, comments and preprocessor lines.
///
/// It works on UTF-8 bytes. Outside comments and literals C is ASCII, so a token starts and ends
/// between characters.
struct CLexer {
  let bytes: [UInt8]
  var position: Int
  /// Whether nothing but blanks stands before `position` on its line.
  var isAtLineStart = true
  /// What `#pragma pack` has set at the last token that was read.
  var packing = CPacking()

  init(_ source: String) {
    bytes = [UInt8](source.utf8)
    position = 0
    position = contentStart
  }

  /// The offset after a byte order mark.
  var contentStart: Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) ? 3 : 0
  }

  /// The byte at `offset`, or 0 after the end.
  func byte(at offset: Int) -> UInt8 {
    offset < bytes.count ? bytes[offset] : 0
  }

  /// Reads the next token; at the end of the text it is `.end`, again and again.
  mutating func next() throws(DeclarationError) -> CToken {
    while true {
      let token = try nextWithPragmas()
      guard token.kind == .keyword(.pragma) else { return token }
      try obeyPragmaOperator(at: token.start)
    }
  }

  /// Reads the next token, which may be the word `_Pragma`.
  mutating func nextWithPragmas() throws(DeclarationError) -> CToken {
    try skipBlanks()
    isAtLineStart = false
    let start = position
    guard start < bytes.count else { return CToken(kind: .end, start: start, end: start) }
    let first = bytes[start]
    let kind: CToken.Kind
    if first.startsWord {
      position += 1
      while byte(at: position).continuesWord { position += 1 }
      let word = text(from: start, to: position)
      kind = if let keyword = CKeyword(word) { .keyword(keyword) } else { .word(word) }
    } else if first.isDigit || (first == UInt8(ascii: ".") && byte(at: start + 1).isDigit) {
      skipNumber()
      kind = .number
    } else if first == UInt8(ascii: "'") {
      try skipLiteral(named: "character")
      kind = .character
    } else if first == UInt8(ascii: "\"") {
      try skipLiteral(named: "string")
      kind = .string
    } else if let (punctuator, byteCount) = punctuator(at: start) {
      position += byteCount
      kind = .punctuator(punctuator)
    } else {
      throw failure(at: start, "unexpected character \(characterText(at: start))")
    }
    return CToken(kind: kind, start: start, end: position)
  }

  /// Steps over what C calls a preprocessing number: `0x1F`, `10UL`, `1.5e-3`.
  private mutating func skipNumber() {
    position += 1
    while true {
      let current = byte(at: position)
      if current.continuesWord || current == UInt8(ascii: ".") {
        position += 1
      } else if current == UInt8(ascii: "+") || current == UInt8(ascii: "-"),
        [0x65, 0x45, 0x70, 0x50].contains(bytes[position - 1])  // e E p P
      {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func skipLiteral(named name: String) throws(DeclarationError) {
    let start = position
    let quote = bytes[start]
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      let current = bytes[position]
      position += current == UInt8(ascii: "\\") ? 2 : 1
      if current == quote { return }
    }
    throw failure(at: start, "this \(name) literal has no end on its line")
  }

  private func punctuator(at offset: Int) -> (CPunctuator, byteCount: Int)? {
    let (first, second) = (byte(at: offset), byte(at: offset + 1))
    if let wide = CPunctuator(first, second) { return (wide, 2) }
    if first == UInt8(ascii: "."), second == first, byte(at: offset + 2) == first {
      return (.ellipsis, 3)
    }
    guard let narrow = CPunctuator(first) else { return nil }
    return (narrow, 1)
  }

  /// The text between two offsets.
  func text(from start: Int, to end: Int) -> String {
    String(decoding: bytes[start..<min(end, bytes.count)], as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether a C identifier can start with this byte; `$` is GNU's.
  var startsWord: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), UInt8(ascii: "$"):
      true
    default: false
    }
  }

  /// Whether this is an ASCII digit.
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  /// Whether a C identifier can go on with this byte.
  var continuesWord: Bool { startsWord || isDigit }
}
