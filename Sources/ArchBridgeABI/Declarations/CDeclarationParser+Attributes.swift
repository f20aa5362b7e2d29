extension CDeclarationParser {
  /// Steps over attributes that change no call, and refuses the others by name.
  mutating func skipAttributes() throws(DeclarationError) {
    while true {
      if try take(.droppedAttribute) { continue }
      if token.kind == .keyword(.refusedConvention) {
        throw failure("\(lexer.found(token)) is not supported: it changes how a call is made")
      }
      guard try take(.attribute) else { return }
      try expect(.openParenthesis)
      try expect(.openParenthesis)
      try skipAttributeList()
      try expect(.closeParenthesis)
      try expect(.closeParenthesis)
    }
  }

  private mutating func skipAttributeList() throws(DeclarationError) {
    repeat {
      switch token.kind {
      case .word, .keyword:
        let name = lexer.text(from: token.start, to: token.end)
        guard CDeclarationParser.isHarmless(attribute: name) else {
          throw failure(
            "the attribute \(lexer.found(token)) is not supported: it may change how a call is made"
          )
        }
        try advance()
        if token.kind == .punctuator(.openParenthesis) { try skipParentheses() }
      case .punctuator(.comma), .punctuator(.closeParenthesis):
        continue
      default:
        throw unexpected("an attribute's name")
      }
    } while try take(.comma)
  }

  /// Steps over a parenthesis and all that it encloses, without looking at it.
  mutating func skipParentheses() throws(DeclarationError) {
    try expect(.openParenthesis)
    var openCount = 1
    while openCount > 0 {
      switch token.kind {
      case .punctuator(.openParenthesis): openCount += 1
      case .punctuator(.closeParenthesis): openCount -= 1
      case .end: throw unexpected("')'")
      default: break
      }
      try advance()
    }
  }

  /// Whether a function is called in the same way with and without this attribute.
  private static func isHarmless(attribute spelling: String) -> Bool {
    var name = Substring(spelling)
    if name.utf8.count > 4, name.hasPrefix("__"), name.hasSuffix("__") {
      name = name.dropFirst(2).dropLast(2)
    }
    return switch name {
    case "nonnull", "pure", "const", "noreturn", "visibility", "malloc", "format", "format_arg",
      "deprecated", "unavailable", "warn_unused_result", "nothrow", "leaf", "unused", "used",
      "cold", "hot", "alloc_size", "alloc_align", "assume_aligned", "returns_nonnull", "access",
      "sentinel", "nonstring", "noinline", "always_inline", "gnu_inline", "artificial", "cdecl":
      true
    default: false
    }
  }
}
