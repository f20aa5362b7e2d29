extension CDeclarationParser {
  /// What annotations start with that are meant for ArchBridge.
  private static var annotationPrefix: String { "archbridge:" }

  /// Reads what follows `annotate`: a text, and perhaps more that is of no interest.
  mutating func parseAnnotation(
    from start: CToken, into attributes: inout CAttributes
  ) throws(DeclarationError) {
    try expect(.openParenthesis)
    guard token.kind == .string else { throw unexpected("a text in quotation marks") }
    var bytes: [UInt8] = []
    while token.kind == .string {
      bytes += lexer.bytes[token.start + 1..<token.end - 1]
      try advance()
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if text.hasPrefix(CDeclarationParser.annotationPrefix) {
      if bytes.contains(UInt8(ascii: "\\")) {
        throw failure(at: start, "an annotation cannot have escape sequences")
      }
      let annotation = text.dropFirst(CDeclarationParser.annotationPrefix.utf8.count)
      attributes.annotations.append(String(annotation))
      attributes.annotationStart = attributes.annotationStart ?? start
    }
    try skipToClosingParenthesis()
    try expect(.closeParenthesis)
  }

  /// Reads the expression in parentheses that bounds a pointer, as the text spells it.
  mutating func parseBound() throws(DeclarationError) -> String {
    try expect(.openParenthesis)
    let start = token
    let end = try skipToClosingParenthesis()
    guard end > start.start else { throw unexpected("a parameter's name") }
    try expect(.closeParenthesis)
    return lexer.text(from: start.start, to: end)
  }

  /// Reads the number in the parentheses of `aligned` or `_Alignas`.
  mutating func parseAlignment() throws(DeclarationError) -> Int {
    try expect(.openParenthesis)
    let start = token
    if startsType {
      throw failure("an alignment that depends on a type is not supported; write it in bytes")
    }
    let value = try parseConstant().value
    // Both compilers stop at 2 to the power of 28.
    guard let alignment = Int(exactly: value), alignment > 0, alignment <= 1 << 28,
      alignment & (alignment - 1) == 0
    else {
      throw failure(
        at: start, "an alignment must be a power of two up to \(1 << 28), found \(value)")
    }
    try expect(.closeParenthesis)
    return alignment
  }

  /// Refuses attributes that change a layout where there is none.
  func refuseLayout(in attributes: CAttributes) throws(DeclarationError) {
    if let start = attributes.layoutStart { throw unsupportedAttribute(at: start) }
  }

  /// Refuses an annotation where no one would read it.
  func refuseAnnotation(in attributes: CAttributes) throws(DeclarationError) {
    if let start = attributes.annotationStart {
      throw failure(at: start, "an annotation belongs to a function or a parameter")
    }
  }
}
