extension FortranParser {
  /// What can stand between a type and `::`, and start a statement.
  static let attributes: Set<String> = [
    "intent", "optional", "value", "dimension", "allocatable", "pointer", "target", "contiguous",
    "external", "intrinsic", "save", "parameter", "public", "private", "protected", "volatile",
    "asynchronous", "bind",
  ]

  /// Reads a declaration; false where the statement is none.
  mutating func parseSpecification(_ first: String) throws(DeclarationError) -> Bool {
    if startsType {
      try requireUnit()
      try parseTypeDeclaration()
      return true
    }
    switch first {
    case "implicit": try parseImplicit()
    case "use": try parseUse()
    case "parameter": try parseParameters()
    case "common": try parseCommon()
    case "enumerator": try parseEnumerators()
    case "private" where isAtEnd(after: 1):
      try requireUnit()
      if units[units.count - 1].kind == .module { units[units.count - 1].isPrivateByDefault = true }
    case "public" where isAtEnd(after: 1), "save" where isAtEnd(after: 1): try requireUnit()
    case _ where Self.attributes.contains(first):
      try requireUnit()
      try parseAttributeStatement()
    case "import", "sequence", "equivalence", "data", "namelist", "generic", "final":
      try requireUnit()
    case "include":
      throw unsupported("'include' is not read; put what the file declares here")
    case "codimension": throw unsupported("coarrays are not supported")
    default: return false
    }
    return true
  }

  private func isAtEnd(after count: Int) -> Bool { token(after: count).kind == .end }

  private func requireUnit() throws(DeclarationError) {
    guard units.isEmpty else { return }
    throw failure(
      "this declaration is in no procedure; start with 'subroutine', 'function' or 'module'")
  }

  // MARK: Type declarations

  private mutating func parseTypeDeclaration() throws(DeclarationError) {
    var entity = FortranUnit.Entity()
    try parseTypeOrInterface(&entity)
    while take(",") {
      guard let word, Self.attributes.contains(word) else {
        throw unexpected("an attribute, as in 'intent(in)', or '::'")
      }
      try parseAttribute(&entity)
    }
    _ = take("::")
    let last = units.count - 1
    repeat {
      var one = entity
      let name = try expectName("a name")
      try parseEntityShape(&one)
      if take("=") || take("=>") {
        if one.isConstant, case .integer? = one.type { setConstant(name) }
        skipValue()
      } else if isSymbol("/") {
        // An old initialisation: `n /5/`.
        advance()
        while !isSymbol("/"), !isAtEnd { advance() }
        try expect("/")
      }
      units[last].declare(name, one)
    } while take(",")
    try expectEnd("declaration")
  }

  /// Reads a constant's value, if it is an integer that can be known.
  private mutating func setConstant(_ name: String) {
    let start = index
    if let value = (try? parseExpression())?.constant, isAtEnd || isSymbol(",") || isSymbol(")") {
      units[units.count - 1].constants[name] = value
    } else {
      index = start
    }
  }

  /// Steps over a value, up to the next comma outside parentheses.
  private mutating func skipValue() {
    var depth = 0
    while !isAtEnd {
      switch token.kind {
      case .symbol("("), .symbol("["): depth += 1
      case .symbol(")"), .symbol("]"):
        if depth == 0 { return }
        depth -= 1
      case .symbol(","):
        if depth == 0 { return }
      default: break
      }
      advance()
    }
  }

  /// Reads what stands behind a name: its shape, and a length of its own.
  mutating func parseEntityShape(_ entity: inout FortranUnit.Entity) throws(DeclarationError) {
    if isSymbol("(") { entity.shape = try parseShape() }
    if isSymbol("[") { throw unsupported("coarrays are not supported") }
    if take("*") {
      guard case .character(let kind, _)? = entity.type else {
        throw failure("only a character has a length here")
      }
      entity.type = .character(kind: kind, length: try parseStarLength())
    }
  }

  // MARK: Attributes

  /// Reads one attribute into what is known of a name.
  mutating func parseAttribute(_ entity: inout FortranUnit.Entity) throws(DeclarationError) {
    let name = try expectName("an attribute")
    switch name {
    case "intent": entity.intent = try parseIntent()
    case "optional": entity.isOptional = true
    case "value": entity.isValue = true
    case "dimension": entity.shape = try parseShape()
    case "allocatable": entity.isAllocatable = true
    case "pointer": entity.isPointer = true
    case "contiguous": entity.isContiguous = true
    case "parameter": entity.isConstant = true
    case "external": entity.isProcedure = true
    case "private": entity.isPrivate = true
    case "public": entity.isPrivate = false
    case "bind":
      index -= 1
      entity.linkName = try parseBinding()
    default: break
    }
  }

  private mutating func parseIntent() throws(DeclarationError) -> FortranVariable.Intent {
    try expect("(")
    let start = token
    let name = try expectName("'in', 'out' or 'inout'")
    var intent = FortranVariable.Intent(rawValue: name)
    if name == "in", take(word: "out") { intent = .inout }
    guard let intent else {
      throw failure(at: start, "expected 'in', 'out' or 'inout', found \(found(start))")
    }
    try expect(")")
    return intent
  }

  /// Reads `intent(in) :: n, m`, `dimension a(10)`, `external f`.
  private mutating func parseAttributeStatement() throws(DeclarationError) {
    var entity = FortranUnit.Entity()
    if word == "dimension", !isSymbol("(", after: 1) {
      advance()
    } else {
      try parseAttribute(&entity)
    }
    _ = take("::")
    let last = units.count - 1
    repeat {
      if take("/") {
        // A common block among names.
        _ = try expectName("the block's name")
        try expect("/")
        continue
      }
      let name = try expectName("a name")
      // `operator(+)` and `assignment(=)` are no names of ours.
      if name == "operator" || name == "assignment", isSymbol("(") {
        try skipParentheses()
        continue
      }
      var one = entity
      try parseEntityShape(&one)
      units[last].declare(name, one)
    } while take(",")
    try expectEnd("declaration")
  }

  // MARK: Shapes

  /// Reads a shape with its parentheses.
  mutating func parseShape() throws(DeclarationError) -> FortranShape {
    let start = token
    try expect("(")
    if take("..") {
      try expect(")")
      return .assumedRank
    }
    var bounds: [FortranBounds] = []
    var lowers: [FortranExpression?] = []
    var last: FortranExpression??
    repeat {
      guard bounds.count + lowers.count < 15 else {
        throw failure("an array has 15 dimensions at most")
      }
      if last != nil { throw failure("only the last extent can be '*'") }
      if take("*") {
        last = .some(nil)
      } else if take(":") {
        lowers.append(nil)
      } else {
        let first = try parseExpression()
        if !take(":") {
          bounds.append(FortranBounds(upper: first))
        } else if take("*") {
          last = first
        } else if isSymbol(",") || isSymbol(")") {
          lowers.append(first)
        } else {
          bounds.append(FortranBounds(lower: first, upper: try parseExpression()))
        }
      }
    } while take(",")
    try expect(")")
    if !lowers.isEmpty {
      guard bounds.isEmpty, last == nil else {
        throw failure(at: start, "either all extents of an array are ':', or none is")
      }
      return .assumedShape(lowers)
    }
    if let last { return .assumedSize(bounds, lower: last) }
    return .explicit(bounds)
  }
}
