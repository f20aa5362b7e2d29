/// What names mean in a unit: types by their letters, constants, modules, common blocks.
extension FortranParser {
  /// Reads `implicit none` or `implicit real*8 (a-h, o-z)`.
  mutating func parseImplicit() throws(DeclarationError) {
    guard !units.isEmpty else { throw failure("'implicit' belongs into a procedure or module") }
    advance()
    let last = units.count - 1
    if take(word: "none") {
      if !isSymbol("(") || isSymbol(")", after: 1) || word(after: 1) == "type" {
        units[last].implicitTypes = [FortranType?](repeating: nil, count: 26)
      }
      return
    }
    repeat {
      let type = try parseImplicitType()
      try expect("(")
      repeat {
        let first = try expectLetter()
        let end = take("-") ? try expectLetter() : first
        guard first <= end else { throw failure("the letters are in the wrong order") }
        for letter in first...end { units[last].implicitTypes[letter] = type }
      } while take(",")
      try expect(")")
    } while take(",")
    try expectEnd("statement")
  }

  /// Reads a type, where parentheses that nothing follows have letters and no kind.
  private mutating func parseImplicitType() throws(DeclarationError) -> FortranType {
    if isSymbol("(", after: 1), let name = word {
      var end = 2
      while token(after: end).kind != .end, !isSymbol(")", after: end) { end += 1 }
      if !isSymbol("(", after: end + 1) {
        let simple: FortranType? =
          switch name {
          case "integer": .defaultInteger
          case "real": .defaultReal
          case "complex": .complex(kind: 4)
          case "logical": .defaultLogical
          case "character": .character(kind: 1, length: .fixed(.integer(1)))
          case "doubleprecision": .doublePrecision
          default: nil
          }
        if let simple {
          advance()
          return simple
        }
      }
    }
    guard startsType else { throw unexpected("a type or 'none'") }
    return try parseType()
  }

  private mutating func expectLetter() throws(DeclarationError) -> Int {
    guard let word, word.utf8.count == 1, let letter = word.utf8.first,
      (0x61...0x7A).contains(letter)
    else { throw unexpected("a letter") }
    advance()
    return Int(letter - 0x61)
  }

  /// Reads `parameter (n = 5, m = 2*n)`.
  mutating func parseParameters() throws(DeclarationError) {
    guard !units.isEmpty else { throw failure("'parameter' belongs into a procedure or module") }
    advance()
    try expect("(")
    try parseConstants()
    try expect(")")
  }

  /// Reads `enumerator :: a, b = 5`.
  mutating func parseEnumerators() throws(DeclarationError) {
    guard units.last?.kind == .enumeration else {
      throw failure("'enumerator' belongs into an enum")
    }
    advance()
    _ = take("::")
    let last = units.count - 1
    repeat {
      let name = try expectName("a name")
      var value = units[last].names.last.flatMap { units[last].constants[$0] }.map { $0 &+ 1 } ?? 0
      if take("=") { value = try parseExpression().constant ?? value }
      units[last].declare(name, FortranUnit.Entity())
      units[last].constants[name] = value
      if last > 0 { units[last - 1].constants[name] = value }
    } while take(",")
  }

  private mutating func parseConstants() throws(DeclarationError) {
    let last = units.count - 1
    repeat {
      let name = try expectName("a constant's name")
      try expect("=")
      units[last].declare(name, FortranUnit.Entity(isConstant: true))
      let type = units[last].entities[name]?.type ?? units[last].implicitType(of: name)
      let start = index
      if case .integer? = type, let value = (try? parseExpression())?.constant {
        units[last].constants[name] = value
      } else {
        index = start
        var depth = 0
        while !isAtEnd, depth > 0 || !(isSymbol(",") || isSymbol(")")) {
          if isSymbol("(") { depth += 1 }
          if isSymbol(")") { depth -= 1 }
          advance()
        }
      }
    } while take(",")
  }

  /// Reads `common /block/ a, b(3) // c`.
  mutating func parseCommon() throws(DeclarationError) {
    guard !units.isEmpty else { throw failure("'common' belongs into a procedure or module") }
    advance()
    let last = units.count - 1
    var block: String?
    repeat {
      if take("//") {
        block = nil
      } else if take("/") {
        block = isSymbol("/") ? nil : try expectName("the block's name")
        try expect("/")
      }
      let name = try expectName("a variable's name")
      var entity = FortranUnit.Entity()
      try parseEntityShape(&entity)
      units[last].declare(name, entity)
      if let place = units[last].commonBlocks.firstIndex(where: { $0.name == block }) {
        units[last].commonBlocks[place].variables.append(name)
      } else {
        guard units[last].commonBlocks.count < 256 else {
          throw failure("a unit has 256 common blocks at most")
        }
        units[last].commonBlocks.append((block, [name]))
      }
    } while take(",") || isSymbol("/") || isSymbol("//")
    try expectEnd("statement")
  }

  /// What a unit says of a name.
  func variable(
    _ name: String, of unit: FortranUnit
  ) throws(DeclarationError) -> FortranVariable {
    let entity = unit.entities[name] ?? FortranUnit.Entity()
    var type = entity.type
    if let interface = unit.interfaces[name] {
      type = .procedure(interface)
    } else if entity.isProcedure, type?.isProcedure != true {
      let named = entity.interface.flatMap { self.interface($0, in: unit) }
      type = .procedure(named?.asArgument(name))
    }
    guard let type = type ?? unit.implicitType(of: name) else {
      throw DeclarationError(
        line: unit.start.line, column: unit.start.column,
        message: "'\(name)' of '\(unit.name)' has no type; declare it, as in 'integer :: \(name)'")
    }
    var shape = entity.shape ?? .scalar
    if case .assumedShape(let lowers) = shape, entity.isAllocatable || entity.isPointer {
      shape = .deferred(rank: lowers.count)
    }
    return FortranVariable(
      name: name, type: type, shape: shape, intent: entity.intent, isOptional: entity.isOptional,
      isValue: entity.isValue, isAllocatable: entity.isAllocatable, isPointer: entity.isPointer,
      isContiguous: entity.isContiguous)
  }

  /// The interface of a name, in a unit or around it.
  private func interface(_ name: String, in unit: FortranUnit) -> FortranProcedure? {
    for unit in [unit] + units.reversed() {
      if let interface = meaning(of: name, in: unit, { $0.interfaces[$1] }) { return interface }
    }
    return found.places[name].map { found.procedures[$0] }
  }
}
