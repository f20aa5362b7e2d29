extension CDeclarationParser {
  /// Reads the attributes that come next; refuses by name what may change a call or a layout.
  mutating func parseAttributes() throws(DeclarationError) -> CAttributes {
    var attributes = CAttributes()
    while true {
      if try take(.droppedAttribute) { continue }
      switch token.kind {
      case .keyword(.refusedConvention):
        throw failure("\(lexer.found(token)) is not supported: it changes how a call is made")
      case .keyword(.bounds):
        try parseAttribute(into: &attributes)
      case .keyword(.convention):
        let word = lexer.text(from: token.start, to: token.end)
        if let name = CCallingConvention(word: Substring(word)) {
          try set(name, at: token, in: &attributes)
        }
        try advance()
      case .keyword(.attribute):
        try advance()
        try expect(.openParenthesis)
        try expect(.openParenthesis)
        try parseAttributeList(into: &attributes)
        try expect(.closeParenthesis)
        try expect(.closeParenthesis)
      default:
        return attributes
      }
    }
  }

  /// Steps over attributes where one that changes a layout cannot stand.
  mutating func skipAttributes() throws(DeclarationError) {
    try refuseLayout(in: try parseAttributes())
  }

  private mutating func parseAttributeList(
    into attributes: inout CAttributes
  ) throws(DeclarationError) {
    repeat {
      switch token.kind {
      case .word, .keyword: try parseAttribute(into: &attributes)
      case .punctuator(.comma), .punctuator(.closeParenthesis): continue
      default: throw unexpected("an attribute's name")
      }
    } while try take(.comma)
  }

  /// Reads one attribute with what it has in parentheses.
  private mutating func parseAttribute(
    into attributes: inout CAttributes
  ) throws(DeclarationError) {
    let start = token
    var name = Substring(lexer.text(from: start.start, to: start.end))
    if name.utf8.count > 4, name.hasPrefix("__"), name.hasSuffix("__") {
      name = name.dropFirst(2).dropLast(2)
    } else if token.kind == .keyword(.bounds) {
      name = name.drop { $0 == "_" }
    }
    switch name {
    case "packed":
      try advance()
      attributes.isPacked = true
      attributes.layoutStart = attributes.layoutStart ?? start
    case "aligned":
      try advance()
      attributes.layoutStart = attributes.layoutStart ?? start
      // Without a number it is the largest alignment that a scalar has, 16 on both targets.
      let hasNumber = token.kind == .punctuator(.openParenthesis)
      attributes.add(alignment: hasNumber ? try parseAlignment() : 16)
    case "annotate":
      try advance()
      try parseAnnotation(from: start, into: &attributes)
    case "counted_by", "counted_by_or_null", "sized_by", "sized_by_or_null":
      try advance()
      let isCount = name.hasPrefix("counted")
      attributes.annotations.append(
        "\(isCount ? "counted_by" : "sized_by")=\(try parseBound())")
    case "stdcall", "fastcall", "thiscall", "regparm":
      try advance()
      var convention = CCallingConvention(word: name)
      if convention == nil { convention = .regparm(try parseRegisterCount(start)) }
      if let convention {
        try set(convention, at: start, in: &attributes)
      }
    case "null_terminated":
      try advance()
      attributes.annotations.append("null_terminated")
    default:
      guard CDeclarationParser.isHarmless(attribute: name) else {
        throw unsupportedAttribute(at: start)
      }
      try advance()
      if token.kind == .punctuator(.openParenthesis) { try skipParentheses() }
    }
  }

  private func set(
    _ convention: CCallingConvention, at token: CToken, in attributes: inout CAttributes
  ) throws(DeclarationError) {
    if let before = attributes.convention?.0, before != convention {
      throw failure(at: token, "'\(convention)' contradicts '\(before)' before it")
    }
    attributes.convention = (convention, token)
  }

  /// Reads how many registers `regparm` has, with its parentheses.
  private mutating func parseRegisterCount(_ start: CToken) throws(DeclarationError) -> Int {
    try expect(.openParenthesis)
    let count = try parseConstant().value
    try expect(.closeParenthesis)
    guard 0...3 ~= count else { throw failure(at: start, "'regparm' takes 0 to 3 registers") }
    return Int(count)
  }

  /// Steps over a parenthesis and all that it encloses, without looking at it.
  mutating func skipParentheses() throws(DeclarationError) {
    try expect(.openParenthesis)
    try skipToClosingParenthesis()
    try expect(.closeParenthesis)
  }

  /// Steps to the parenthesis that closes the one before, and gives where the last token ended.
  @discardableResult
  mutating func skipToClosingParenthesis() throws(DeclarationError) -> Int {
    var openCount = 1
    var end = token.start
    while true {
      switch token.kind {
      case .punctuator(.openParenthesis): openCount += 1
      case .punctuator(.closeParenthesis):
        openCount -= 1
        if openCount == 0 { return end }
      case .end: throw unexpected("')'")
      default: break
      }
      end = token.end
      try advance()
    }
  }

  /// The error for an attribute that is not known, or not at this place.
  func unsupportedAttribute(at start: CToken) -> DeclarationError {
    failure(
      at: start,
      "the attribute \(lexer.found(start)) is not supported: it may change how a call is made")
  }

  /// Whether calls and layouts are the same with and without this attribute.
  private static func isHarmless(attribute name: Substring) -> Bool {
    switch name {
    case "nonnull", "pure", "const", "noreturn", "visibility", "malloc", "format", "format_arg",
      "deprecated", "unavailable", "warn_unused_result", "nothrow", "leaf", "unused", "used",
      "cold", "hot", "alloc_size", "alloc_align", "assume_aligned", "returns_nonnull", "access",
      "sentinel", "nonstring", "noinline", "always_inline", "gnu_inline", "artificial", "cdecl",
      "may_alias", "designated_init", "returns_twice":
      true
    default: false
    }
  }
}
