extension CDeclarationParser {
  /// Reads `struct tag`, `union tag`, `enum tag` or the definition of an enumeration.
  mutating func parseTagged() throws(DeclarationError) -> (type: CType, spelling: String) {
    switch token.kind {
    case .keyword(.structure): try parseRecord(.structure)
    case .keyword(.union): try parseRecord(.union)
    default: try parseEnumeration()
    }
  }

  private mutating func parseRecord(
    _ kind: RecordKind
  ) throws(DeclarationError) -> (type: CType, spelling: String) {
    try advance()
    try skipAttributes()
    let tag = try parseTag(.record(kind))
    if token.kind == .punctuator(.openBrace) { throw membersRefused(kind, tag: tag) }
    guard let tag else { throw unexpected("a tag after '\(kind.rawValue)'") }
    return (.record(kind, tag: tag), "\(kind.rawValue) \(tag)")
  }

  /// Structures and unions are known by their tags alone.
  private func membersRefused(_ kind: RecordKind, tag: String?) -> DeclarationError {
    let declaration = "\(kind.rawValue) \(lexer.clipped(tag ?? "tag"));"
    return failure(
      "members are not read yet; declare '\(declaration)' without them, and use pointers to it")
  }

  private mutating func parseEnumeration() throws(DeclarationError) -> (
    type: CType, spelling: String
  ) {
    try advance()
    try skipAttributes()
    let start = token
    let tag = try parseTag(.enumeration(enumerators: []))
    if token.kind == .punctuator(.colon) {
      throw failure("an enumeration with a type of its own is not supported")
    }
    guard token.kind == .punctuator(.openBrace) else {
      guard let tag else { throw unexpected("a tag or '{' after 'enum'") }
      return (.enumeration(tag: tag), "enum \(tag)")
    }
    try advance()
    let enumerators = try parseEnumerators()
    let finalTag = tag ?? "{\(enumerators[0])}"
    let earlier = added.tags[finalTag] ?? known.tags[finalTag]
    if case .enumeration(let others) = earlier, !others.isEmpty, others != enumerators {
      throw failure(
        at: start, "'enum \(lexer.clipped(finalTag))' is already defined with other enumerators")
    }
    added.tags[finalTag] = .enumeration(enumerators: enumerators)
    return (.enumeration(tag: finalTag), "enum \(finalTag)")
  }

  /// Reads the tag, if there is one, and keeps what it is a tag of.
  private mutating func parseTag(_ tag: CTag) throws(DeclarationError) -> String? {
    guard case .word(let name) = token.kind else { return nil }
    if let earlier = added.tags[name] ?? known.tags[name] {
      if earlier.keyword != tag.keyword {
        throw failure("'\(lexer.clipped(name))' is the tag of a '\(earlier.keyword)' already")
      }
    } else {
      added.tags[name] = tag
    }
    try advance()
    return name
  }

  /// Reads the enumerators after `{`, with the `}`, and gives their names, at least one.
  private mutating func parseEnumerators() throws(DeclarationError) -> [String] {
    var names: [String] = []
    var next: Int64 = 0
    repeat {
      if token.kind == .punctuator(.closeBrace), !names.isEmpty { break }
      let start = token
      guard case .word(let name) = token.kind else { throw unexpected("an enumerator's name") }
      try advance()
      try skipAttributes()
      if try take(.assign) { next = try parseConstant().value }
      guard Int32(exactly: next) != nil else {
        throw failure(
          at: start, "the enumerator '\(lexer.clipped(name))' is \(next), which does not fit 'int'")
      }
      try declare(constant: name, next, at: start)
      names.append(name)
      next += 1
    } while try take(.comma)
    try expect(.closeBrace, or: " or ','")
    return names
  }
}

extension CSpecifiers {
  /// Whether the type is an enumeration that no later text can name.
  var hasUnnamedEnumeration: Bool {
    if case .enumeration(let tag) = type { tag.utf8.first == UInt8(ascii: "{") } else { false }
  }
}
