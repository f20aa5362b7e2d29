extension FortranParser {
  /// Whether a type is next.
  var startsType: Bool {
    guard let word else { return false }
    switch word {
    case "integer", "real", "complex", "logical", "character", "byte", "doubleprecision",
      "doublecomplex":
      return true
    case "double": return self.word(after: 1) == "precision" || self.word(after: 1) == "complex"
    case "type", "class", "procedure": return isSymbol("(", after: 1)
    default: return false
    }
  }

  /// Reads a type, or `procedure(…)` with the interface that it names.
  mutating func parseTypeOrInterface(
    _ entity: inout FortranUnit.Entity
  ) throws(DeclarationError) {
    guard word == "procedure" else {
      entity.type = try parseType()
      return
    }
    advance()
    try expect("(")
    entity.isProcedure = true
    if startsType {
      // A type alone tells nothing of the arguments.
      _ = try parseType()
    } else if !isSymbol(")") {
      entity.interface = try expectName("the interface's name")
    }
    try expect(")")
  }

  /// Reads a type with its kind and length.
  mutating func parseType() throws(DeclarationError) -> FortranType {
    let start = token
    let name = try expectName("a type")
    switch name {
    case "integer": return .integer(kind: try parseKind(of: name, default: 4))
    case "logical": return .logical(kind: try parseKind(of: name, default: 4))
    case "real": return .real(kind: try parseKind(of: name, default: 4))
    case "complex": return .complex(kind: try parseKind(of: name, default: 4))
    case "byte": return .integer(kind: 1)
    case "doubleprecision": return .real(kind: 8)
    case "doublecomplex": return .complex(kind: 8)
    case "double":
      if take(word: "precision") { return .real(kind: 8) }
      if take(word: "complex") { return .complex(kind: 8) }
      throw unexpected("'precision'")
    case "character": return try parseCharacter()
    case "type", "class": return try parseDerived(isClass: name == "class")
    default: throw failure(at: start, "expected a type, found \(found(start))")
    }
  }

  private mutating func parseDerived(isClass: Bool) throws(DeclarationError) -> FortranType {
    try expect("(")
    if take("*") {
      try expect(")")
      return isClass ? .polymorphic("*") : .assumed
    }
    if !isClass, startsType {
      let type = try parseType()
      try expect(")")
      return type
    }
    let name = try expectName("the type's name")
    if isSymbol("(") { throw unsupported("types with parameters are not supported") }
    try expect(")")
    return isClass ? .polymorphic(name) : .derived(name)
  }

  /// Reads `*8`, `(8)`, `(kind=8)`, or nothing.
  private mutating func parseKind(
    of type: String, default standard: Int
  ) throws(DeclarationError) -> Int {
    let start = token
    if take("*") {
      guard case .number(let text) = token.kind, let count = Int(text) else {
        throw unexpected("the number of bytes")
      }
      advance()
      // `complex*16` counts the bytes of both parts.
      let kind = type == "complex" ? count / 2 : count
      guard type != "complex" || count % 2 == 0 else {
        throw failure(at: start, "there is no complex*\(count); write complex(8)")
      }
      return try checked(kind, of: type, start)
    }
    guard take("(") else { return standard }
    if word == "kind", isSymbol("=", after: 1) { advance(by: 2) }
    let kind = try parseConstant("the kind of \(type)")
    try expect(")")
    return try checked(kind, of: type, start)
  }

  private func checked(
    _ kind: Int, of type: String, _ start: FortranToken
  ) throws(DeclarationError) -> Int {
    let kinds = FortranKinds.of(type) ?? []
    guard kinds.contains(kind) else {
      let list = kinds.map(String.init).joined(separator: ", ")
      throw failure(at: start, "there is no \(type)(\(kind)); its kinds are \(list)")
    }
    return kind
  }

  /// Reads a constant expression, whose value must be known.
  private mutating func parseConstant(_ what: String) throws(DeclarationError) -> Int {
    let start = token
    let expression = try parseExpression()
    if let value = expression.constant { return value }
    let name = expression.names.first ?? "\(expression)"
    throw unsupported(
      at: start,
      "\(what) is '\(name)', which is not known here; write the number, or declare it as in "
        + "'integer, parameter :: \(name) = 8', or read the module that has it first")
  }

  // MARK: CHARACTER

  private mutating func parseCharacter() throws(DeclarationError) -> FortranType {
    var kind = 1
    var length = FortranLength.fixed(.integer(1))
    let start = token
    if take("*") {
      length = try parseStarLength()
      // `character*8, x` has a comma that says nothing.
      if isSymbol(","), isSymbol("::", after: 1) { advance() }
    } else if take("(") {
      var place = 0
      repeat {
        var what = place == 0 ? "len" : "kind"
        if let word, word == "len" || word == "kind", isSymbol("=", after: 1) {
          what = word
          advance(by: 2)
        }
        if what == "len" {
          length = try parseLength()
        } else {
          kind = try checked(try parseConstant("the kind of character"), of: "character", start)
        }
        place += 1
      } while place < 2 && take(",")
      try expect(")")
    }
    return .character(kind: kind, length: length)
  }

  /// Reads what stands after the `*` of `character*8` or `name*(n)`.
  mutating func parseStarLength() throws(DeclarationError) -> FortranLength {
    if take("(") {
      let length = try parseLength()
      try expect(")")
      return length
    }
    guard case .number(let text) = token.kind, let count = Int(text) else {
      throw unexpected("a length, as in 'character*8' or 'character*(*)'")
    }
    advance()
    return .fixed(.integer(count))
  }

  private mutating func parseLength() throws(DeclarationError) -> FortranLength {
    if take("*") { return .assumed }
    if take(":") { return .deferred }
    return .fixed(try parseExpression())
  }
}
