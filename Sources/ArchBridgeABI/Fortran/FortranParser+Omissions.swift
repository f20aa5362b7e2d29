/// What cannot be read, and is left out of a text of which the rest can.
extension FortranParser {
  /// Leaves out what an error is about, and goes on behind the statement.
  ///
  /// It is false where nobody can tell what the error is about.
  mutating func leaveOut(_ error: DeclarationError) -> Bool {
    if let heading, heading < units.count {
      units.removeSubrange((heading + 1)...)
      units[heading].omission = error
      units[heading].isHeadingUnread = true
      return true
    }
    guard let unit = units.last else { return false }
    let last = units.count - 1
    let names = declaredNames
    switch unit.kind {
    case .derivedType: units[last].omission = error
    case .procedure, .program, .blockData:
      if names.isEmpty { units[last].omission = error }
    case .module, .submodule:
      if names.isEmpty { return false }
    case .interface, .enumeration: return false
    }
    for name in names where unit.unreadable[name] == nil { units[last].unreadable[name] = error }
    return true
  }

  /// The names that a declaration is of: what stands outside parentheses behind `::`, or behind the
  /// first word.
  private var declaredNames: [String] {
    var names: [String] = []
    var depth = 0
    var isValue = false
    for (place, token) in statementTokens.enumerated() {
      switch token.kind {
      case .symbol("("), .symbol("["): depth += 1
      case .symbol(")"), .symbol("]"): depth -= 1
      case .symbol("::") where depth == 0: names = []
      case .symbol("="), .symbol("=>"): isValue = depth == 0 || isValue
      case .symbol(",") where depth == 0: isValue = false
      case .word(let name) where depth == 0 && place > 0 && !isValue: names.append(name)
      default: break
      }
    }
    return names
  }

  /// Notes a procedure or variable that is left out.
  mutating func note(_ name: String, in module: String?, _ error: DeclarationError) {
    found.omissions.append((module.map { "\($0).\(name)" } ?? name, error))
  }

  /// Why one of these names of a unit, or the unit, cannot be read; nil where all can.
  func obstacle(_ names: [String], in unit: FortranUnit) -> DeclarationError? {
    if let error = unit.omission { return error }
    for name in names {
      if let error = unit.unreadable[name] { return error }
    }
    return nil
  }

  /// Notes the common blocks of which nothing else tells.
  mutating func noteBlocks() {
    for (name, error) in found.unreadableBlocks.sorted(by: { $0.key < $1.key })
    where !found.blockNames.contains(name) {
      note("/\(name)/", in: nil, error)
    }
  }

  // MARK: Entries

  /// Reads `entry second(x) result(r)`.
  mutating func parseEntry() throws(DeclarationError) {
    let last = units.count - 1
    advance()
    let name = try expectName("the entry's name")
    var entry = FortranEntry(
      name: name, arguments: [], result: units[last].resultName == nil ? nil : name)
    if take("(") {
      while !isSymbol(")") {
        if take("*") {
          entry.omission = unsupported("alternate returns are not supported")
        } else {
          entry.arguments.append(try expectName("an argument"))
        }
        if !take(",") { break }
      }
      try expect(")")
    }
    if take(word: "result") {
      try expect("(")
      entry.result = try expectName("the result's name")
      try expect(")")
    }
    if !isAtEnd { entry.omission = unsupported("an entry with bind(C) is not read") }
    guard units[last].entries.count < 64, entry.arguments.count <= 255 else {
      throw failure("a procedure has 64 entries at most, and an entry 255 arguments")
    }
    units[last].entries.append(entry)
  }

  /// The procedures that a unit is: itself, and its entries.
  mutating func procedures(of unit: FortranUnit) throws(DeclarationError) -> [FortranProcedure] {
    var procedures: [FortranProcedure] = []
    if let error = obstacle(unit.arguments + [unit.resultName].compactMap(\.self), in: unit) {
      noteProcedure(unit.name, of: unit, error)
    } else {
      procedures.append(try procedure(unit))
    }
    for entry in unit.entries {
      let names = entry.arguments + [entry.result].compactMap(\.self)
      // A heading that cannot be read says nothing of them.
      var unit = unit
      if unit.isHeadingUnread { unit.omission = nil }
      if let error = entry.omission ?? obstacle(names, in: unit) {
        noteProcedure(entry.name, of: unit, error)
        continue
      }
      (unit.name, unit.arguments, unit.resultName) = (entry.name, entry.arguments, entry.result)
      (unit.linkName, unit.isBindC) = (nil, false)
      procedures.append(try procedure(unit))
    }
    return procedures
  }

  private func procedure(_ unit: FortranUnit) throws(DeclarationError) -> FortranProcedure {
    var procedure = FortranProcedure(
      name: unit.name, module: unit.module, linkName: unit.linkName, arguments: [],
      isBindC: unit.isBindC)
    for name in unit.arguments { procedure.arguments.append(try variable(name, of: unit)) }
    if let result = unit.resultName { procedure.result = try variable(result, of: unit) }
    guard procedure.isWithinLimits else {
      throw DeclarationError(
        line: unit.start.line, column: unit.start.column,
        message: "the interfaces of '\(unit.name)' nest too much")
    }
    return procedure
  }

  /// Notes a procedure that others could call, or leaves out the one whose argument it is.
  private mutating func noteProcedure(
    _ name: String, of unit: FortranUnit, _ error: DeclarationError
  ) {
    guard let host = units.last else { return note(name, in: unit.module, error) }
    switch host.kind {
    case .interface(let isAbstract):
      if units.dropLast().last?.kind == .procedure || isAbstract {
        if units.count > 1 { units[units.count - 2].unreadable[name] = error }
      } else {
        note(name, in: unit.module, error)
      }
    case .module, .submodule:
      if host.isPublic(name) || unit.isBindC { note(name, in: unit.module, error) }
    default: break
    }
  }
}
