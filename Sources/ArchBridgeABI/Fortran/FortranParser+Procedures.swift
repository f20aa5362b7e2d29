extension FortranParser {
  /// How many arguments a procedure can have.
  private static let maximumArgumentCount = 255

  /// What stands before `function` and `subroutine`, beside a type.
  private static let prefixes: Set<String> = [
    "pure", "elemental", "impure", "recursive", "non_recursive", "module",
  ]

  /// Reads `function` or `subroutine` with its prefixes; false where the statement is none.
  mutating func parseProcedureStart() throws(DeclarationError) -> Bool {
    let start = index
    var isModuleProcedure = false
    var type: FortranType?
    var unread: DeclarationError?
    // A declaration starts with a type too; which of the two it is shows behind that.
    while let word {
      if word == "function" || word == "subroutine", isProcedureName(after: 1) {
        try openProcedure(type, isModuleProcedure: isModuleProcedure)
        if let unread, let result = units.last?.resultName {
          units[units.count - 1].unreadable[result] = unread
        }
        return true
      }
      if Self.prefixes.contains(word), self.word(after: 1) != nil {
        isModuleProcedure = isModuleProcedure || word == "module"
        advance()
      } else if type == nil, unread == nil, startsType {
        let typeStart = index
        do throws(DeclarationError) {
          type = try parseType()
        } catch {
          guard error.isLocal else { break }
          unread = error
          index = typeStart + 1
          guard isSymbol("("), (try? skipParentheses()) != nil else { break }
        }
      } else {
        break
      }
    }
    index = start
    return false
  }

  private func isProcedureName(after count: Int) -> Bool {
    guard word(after: count) != nil else { return false }
    switch token(after: count + 1).kind {
    case .symbol("("), .symbol("."), .end, .word: return true
    default: return false
    }
  }

  private mutating func openProcedure(
    _ type: FortranType?, isModuleProcedure: Bool
  ) throws(DeclarationError) {
    try closeCompact()
    let isFunction = word == "function"
    if !isFunction, type != nil { throw failure("a subroutine has no type; write 'function'") }
    if let unit = units.last, unit.kind == .procedure || unit.kind == .program,
      !unit.isContaining
    {
      let (line, _) = unit.start
      throw failure(
        "expected 'end \(unit.keyword)' for '\(unit.name)' of line \(line) before this procedure")
    }
    try open(.procedure, word(after: 1) ?? "")
    heading = units.count - 1
    advance()
    takeModule(isModuleProcedure: isModuleProcedure)
    try parseHeading(type, isFunction: isFunction)
    try expectEnd("procedure's heading")
    heading = nil
  }

  /// Says which module the procedure that has been opened is of.
  private mutating func takeModule(isModuleProcedure: Bool) {
    guard units.count > 1 else { return }
    // A procedure is its module's where it stands in it, or where its interface says so.
    let host = units[units.count - 2]
    switch host.kind {
    case .module, .submodule: units[units.count - 1].module = host.name
    case .interface where isModuleProcedure:
      units[units.count - 1].module = units.first { $0.kind == .module }?.name
    default: break
    }
    if host.kind == .submodule, isModuleProcedure { return }
    if host.kind == .submodule {
      // A submodule's own procedures are not for others.
      units[units.count - 1].hasInterfaceElsewhere = true
    }
  }

  /// Reads a procedure's name, arguments and what follows them, into the unit that is open.
  private mutating func parseHeading(
    _ type: FortranType?, isFunction: Bool
  ) throws(DeclarationError) {
    let last = units.count - 1
    var name = try expectName("the procedure's name")
    if take(".") {
      units[last].module = name
      name = try expectName("the procedure's name in its module")
    }
    units[last].name = name
    if isFunction { units[last].resultName = name }
    try parseArguments()
    if isFunction { units[last].declare(name, FortranUnit.Entity(type: type)) }
    try parseSuffix(type)
  }

  /// Reads `(a, b)`, or `(integer a, real(8) b(a))`.
  private mutating func parseArguments() throws(DeclarationError) {
    let last = units.count - 1
    var isCompact = true
    if take("(") {
      while !isSymbol(")") {
        guard units[last].arguments.count < Self.maximumArgumentCount else {
          throw failure("a procedure has \(Self.maximumArgumentCount) arguments at most")
        }
        if take("*") { throw unsupported("alternate returns are not supported") }
        if isPlainArgument {
          isCompact = false
          units[last].arguments.append(try expectName("an argument"))
        } else {
          try parseCompactArgument()
        }
        if !take(",") { break }
      }
      try expect(")")
    }
    let names = units[last].arguments
    if Set(names).count != names.count { throw failure("two arguments have the same name") }
    units[last].isCompact = isCompact
  }

  /// Whether a name alone is next, and no type with attributes: `real, intent(in) :: x`.
  private var isPlainArgument: Bool {
    guard word != nil, isSymbol(",", after: 1) || isSymbol(")", after: 1) else { return false }
    // `optional, external f`, and not `optional, f`.
    if word == "optional", word(after: 2) != nil, !isSymbol(",", after: 3), !isSymbol(")", after: 3)
    {
      return false
    }
    guard startsType, isSymbol(",", after: 1), let next = word(after: 2) else { return true }
    return !isAttribute(next, after: 2)
  }

  /// Reads an argument with its type before it: `real(8), intent(in) :: a(n)`.
  private mutating func parseCompactArgument() throws(DeclarationError) {
    let last = units.count - 1
    var entity = FortranUnit.Entity()
    if word == "optional", isSymbol(",", after: 1) {
      entity.isOptional = true
      advance(by: 2)
    }
    let name: String
    if take(word: "external") {
      name = try expectName("the procedure's name")
      entity.isProcedure = true
    } else if let procedure = try parseProcedureArgument() {
      name = procedure.name
      entity.type = .procedure(procedure)
    } else {
      guard startsType else {
        throw unexpected("an argument, as in 'n' or 'real(8) a(n)'")
      }
      try parseTypeOrInterface(&entity)
      while isSymbol(","), let next = word(after: 1), isAttribute(next, after: 1) {
        advance()
        try parseAttribute(&entity)
      }
      _ = take("::")
      name = try expectName("the argument's name")
      try parseEntityShape(&entity)
    }
    units[last].arguments.append(name)
    units[last].declare(name, entity)
  }

  /// Whether a word is an attribute here, and no further argument.
  private func isAttribute(_ word: String, after count: Int) -> Bool {
    guard Self.attributes.contains(word) else { return false }
    return [",", "::", "("].contains { isSymbol($0, after: count + 1) }
  }

  /// Reads an argument that is a procedure: `real(8) function f(real(8) x)`.
  private mutating func parseProcedureArgument() throws(DeclarationError) -> FortranProcedure? {
    let start = index
    var type: FortranType?
    if word != "function", word != "subroutine", startsType { type = try? parseType() }
    guard let word, word == "function" || word == "subroutine", isProcedureName(after: 1) else {
      index = start
      return nil
    }
    try enter()
    try open(.procedure, self.word(after: 1) ?? "")
    advance()
    try parseHeading(type, isFunction: word == "function")
    guard let unit = units.popLast(), unit.isCompact else {
      throw failure("an argument's own arguments need their types here, as in 'real(8) x'")
    }
    leave()
    var procedure = FortranProcedure(
      name: unit.name, module: unit.module, linkName: unit.linkName, arguments: [],
      isBindC: unit.isBindC)
    for name in unit.arguments { procedure.arguments.append(try variable(name, of: unit)) }
    if let result = unit.resultName { procedure.result = try variable(result, of: unit) }
    return procedure
  }
}
