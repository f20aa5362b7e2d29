extension CLexer {
  /// Makes the error for a place in the text, which it reads up to there once.
  func failure(at offset: Int, _ message: String) -> DeclarationError {
    let offset = min(offset, bytes.count)
    var line = 1
    var lineStart = min(contentStart, offset)
    for index in lineStart..<offset where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    let column = text(from: lineStart, to: offset).count + 1
    return DeclarationError(line: line, column: column, message: message)
  }

  /// How a message names `token`.
  func found(_ token: CToken) -> String {
    token.kind == .end ? "end of text" : "'\(clipped(text(from: token.start, to: token.end)))'"
  }

  /// `text`, cut where it would fill the message.
  func clipped(_ text: String) -> String {
    text.utf8.count > 60 ? "\(text.prefix(50))…" : text
  }

  /// How a message names the character at `offset`.
  func characterText(at offset: Int) -> String {
    let first = bytes[offset]
    if first < 0x21 || first == 0x7F {
      let hexadecimal = String(first, radix: 16)
      return "U+\(first < 0x10 ? "000" : "00")\(hexadecimal)"
    }
    var end = offset + 1
    while byte(at: end) & 0xC0 == 0x80 { end += 1 }
    return "'\(text(from: offset, to: end))'"
  }
}
