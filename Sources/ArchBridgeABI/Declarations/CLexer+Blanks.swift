extension CLexer {
  /// Steps over blanks, comments, spliced lines and preprocessor lines.
  mutating func skipBlanks() throws(DeclarationError) {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\n"):
        isAtLineStart = true
        position += 1
      case 0x20, 0x09, 0x0B, 0x0C, 0x0D:  // space, tab, vertical tab, form feed, return
        position += 1
      case UInt8(ascii: "\\"):
        let byteCount = spliceByteCount(at: position)
        guard byteCount > 0 else { return }
        position += byteCount
      case UInt8(ascii: "/"):
        guard try skipComment() else { return }
      case UInt8(ascii: "#") where isAtLineStart:
        try skipDirective()
      default:
        return
      }
    }
  }

  /// Steps over the comment that starts here, if one does.
  private mutating func skipComment() throws(DeclarationError) -> Bool {
    let start = position
    switch byte(at: start + 1) {
    case UInt8(ascii: "/"):
      while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
        position += max(1, spliceByteCount(at: position))
      }
      return true
    case UInt8(ascii: "*"):
      position += 2
      while position < bytes.count {
        if bytes[position] == UInt8(ascii: "*"), byte(at: position + 1) == UInt8(ascii: "/") {
          position += 2
          return true
        }
        position += 1
      }
      throw failure(at: start, "this comment has no end")
    default:
      return false
    }
  }

  /// How many bytes a backslash and the line end after it take; 0 where there is no such pair.
  private func spliceByteCount(at offset: Int) -> Int {
    guard bytes[offset] == UInt8(ascii: "\\") else { return 0 }
    if byte(at: offset + 1) == UInt8(ascii: "\n") { return 2 }
    let isReturn = byte(at: offset + 1) == UInt8(ascii: "\r")
    return isReturn && byte(at: offset + 2) == UInt8(ascii: "\n") ? 3 : 0
  }

  /// Steps over a preprocessor line that leaves declarations alone, and refuses any other.
  private mutating func skipDirective() throws(DeclarationError) {
    let start = position
    position += 1
    while byte(at: position) == 0x20 || byte(at: position) == 0x09 { position += 1 }
    let nameStart = position
    while byte(at: position).startsWord { position += 1 }
    let name = text(from: nameStart, to: position)
    switch name {
    case "pragma":
      let textStart = position
      try skipDirectiveLine()
      try obeyPragma(bytes[textStart..<position], at: start)
    case "", "include", "include_next", "import", "define", "undef", "line", "ident",
      "warning":
      try skipDirectiveLine()
    case "if", "ifdef", "ifndef", "elif", "elifdef", "elifndef", "else", "endif":
      throw failure(
        at: start, "'#\(name)' is not evaluated; preprocess the text first, e.g. with gcc -E")
    case "error":
      throw failure(at: start, "the text refuses itself with '#error'")
    default:
      throw failure(at: start, "unknown preprocessor line '#\(clipped(name))'")
    }
  }

  /// Steps to the end of a preprocessor line, which comments and splices can carry on.
  private mutating func skipDirectiveLine() throws(DeclarationError) {
    while position < bytes.count {
      let current = bytes[position]
      switch current {
      case UInt8(ascii: "\n"):
        return
      case UInt8(ascii: "\\"):
        position += max(1, spliceByteCount(at: position))
      case UInt8(ascii: "/"):
        if try !skipComment() { position += 1 }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        skipDirectiveLiteral(quote: current)
      default:
        position += 1
      }
    }
  }

  /// Steps over a literal in a preprocessor line; one without end goes to the end of the line.
  private mutating func skipDirectiveLiteral(quote: UInt8) {
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      let current = bytes[position]
      if current == UInt8(ascii: "\\") {
        position = min(bytes.count, position + max(2, spliceByteCount(at: position)))
      } else {
        position += 1
      }
      if current == quote { return }
    }
  }
}
