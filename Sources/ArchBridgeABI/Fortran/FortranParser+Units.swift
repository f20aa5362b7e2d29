extension FortranParser {
  /// Opens a unit, inside the one that is open.
  mutating func open(_ kind: FortranUnit.Kind, _ name: String) throws(DeclarationError) {
    guard units.count < 12 else { throw failure("program units nest deeper than 12 levels") }
    var types = units.last?.implicitTypes ?? FortranUnit.implicitTypes
    // An interface's procedures know nothing of what is around them.
    if case .interface? = units.last?.kind { types = FortranUnit.implicitTypes }
    units.append(FortranUnit(kind, name: name, start: place, implicitTypes: types))
  }

  /// Reads the first statement of a unit; false where it is none.
  mutating func parseUnitStart(_ first: String) throws(DeclarationError) -> Bool {
    switch first {
    case "module" where isModule:
      try closeCompact()
      try open(.module, word(after: 1) ?? "")
      advance(by: 2)
      try expectEnd("module's name")
    case "submodule":
      try closeCompact()
      advance()
      try expect("(")
      let ancestor = try expectName("the module's name")
      while !isSymbol(")"), !isAtEnd { advance() }
      try expect(")")
      // Its procedures have the symbols of the module.
      try open(.submodule, ancestor)
      units[units.count - 1].uses = [FortranUse(module: ancestor, isHost: true)]
      advance()
    case "program":
      try closeCompact()
      try open(.program, word(after: 1) ?? "")
    case "blockdata": try open(.blockData, word(after: 1) ?? "")
    case "block" where word(after: 1) == "data": try open(.blockData, word(after: 2) ?? "")
    case "interface":
      // Arguments with their types among them are no source's, whose interfaces would come now.
      try closeDeclaredCompact()
      try open(.interface(isAbstract: false), word(after: 1) ?? "")
    case "abstract" where word(after: 1) == "interface": try open(.interface(isAbstract: true), "")
    case "enum": try open(.enumeration, "")
    case "type" where !isSymbol("(", after: 1):
      try parseTypeDefinition()
    case "module" where word(after: 1) == "procedure":
      // In an interface a list of names; in a submodule a procedure without its interface.
      if units.last?.kind == .submodule { try openModuleProcedure() }
    case "procedure" where !isSymbol("(", after: 1) && isInInterface: break
    case "contains":
      guard !units.isEmpty else { throw failure("'contains' belongs into a module") }
      units[units.count - 1].isContaining = true
      units[units.count - 1].isExecuting = false
    default: return try parseProcedureStart()
    }
    return true
  }

  /// Ends a procedure whose arguments came with their types, and which declares nothing further.
  private mutating func closeDeclaredCompact() throws(DeclarationError) {
    if let unit = units.last, !unit.arguments.isEmpty, !unit.isHeadingUnread { try closeCompact() }
  }

  private var isInInterface: Bool {
    if case .interface? = units.last?.kind { true } else { false }
  }

  /// Whether `module` starts one, and no procedure of a submodule.
  private var isModule: Bool {
    guard let name = word(after: 1), name != "procedure" else { return false }
    return token(after: 2).kind == .end
  }

  /// Opens the body of a procedure whose interface is elsewhere.
  private mutating func openModuleProcedure() throws(DeclarationError) {
    try open(.procedure, word(after: 2) ?? "")
    units[units.count - 1].isExecuting = true
    units[units.count - 1].hasInterfaceElsewhere = true
  }

  private mutating func parseTypeDefinition() throws(DeclarationError) {
    advance()
    var parent: String?
    while take(",") {
      let attribute = try expectName("an attribute of the type")
      if attribute == "extends" {
        try expect("(")
        parent = try expectName("the parent type's name")
        try expect(")")
      } else if isSymbol("(") {
        try skipParentheses()
      }
    }
    _ = take("::")
    let name = try expectName("the type's name")
    try closeDeclaredCompact()
    try open(.derivedType, name)
    if let parent {
      units[units.count - 1].declare(
        parent, FortranUnit.Entity(type: .derived(parent), shape: .scalar))
    }
  }

  // MARK: Ends

  /// Takes what the innermost unit has declared, and closes it.
  mutating func closeUnit() throws(DeclarationError) {
    guard let unit = units.popLast() else { return }
    try collectCommonBlocks(of: unit)
    switch unit.kind {
    case .module, .submodule:
      try collectVariables(of: unit)
      if unit.kind == .module { modules[unit.name] = unit }
    case .procedure: try closeProcedure(unit)
    case .derivedType:
      let module = units.first { $0.kind == .module }?.name
      if let error = obstacle(unit.names, in: unit) {
        return note("type(\(unit.name))", in: module, error)
      }
      var components: [FortranVariable] = []
      for name in unit.names { components.append(try variable(name, of: unit)) }
      found.derivedTypes.append(
        FortranDerivedType(name: unit.name, module: module, components: components))
    case .program, .blockData, .interface, .enumeration: break
    }
  }

  private mutating func collectCommonBlocks(of unit: FortranUnit) throws(DeclarationError) {
    for (name, names) in unit.commonBlocks where !found.blockNames.contains(name ?? "") {
      var unit = unit
      if unit.isHeadingUnread { unit.omission = nil }
      if let error = obstacle(names, in: unit) {
        found.unreadableBlocks[name ?? ""] = error
        continue
      }
      var variables: [FortranVariable] = []
      for name in names { variables.append(try variable(name, of: unit)) }
      found.commonBlocks.append(FortranCommonBlock(name: name, variables: variables))
      found.blockNames.insert(name ?? "")
    }
  }

  private mutating func collectVariables(of unit: FortranUnit) throws(DeclarationError) {
    var inBlocks: Set<String> = []
    for (_, names) in unit.commonBlocks { inBlocks.formUnion(names) }
    for (name, error) in unit.unreadable.sorted(by: { $0.key < $1.key })
    where !inBlocks.contains(name) && unit.isPublic(name) {
      note(name, in: unit.name, error)
    }
    for name in unit.names {
      guard let entity = unit.entities[name], !entity.isConstant, entity.type != nil,
        !inBlocks.contains(name), unit.isPublic(name), unit.unreadable[name] == nil
      else { continue }
      let variable = try variable(name, of: unit)
      if case .procedure = variable.type { continue }
      found.variables.append(
        FortranModuleVariable(
          module: unit.name, variable: variable, linkName: entity.linkName))
    }
  }

  private mutating func closeProcedure(_ unit: FortranUnit) throws(DeclarationError) {
    guard !unit.hasInterfaceElsewhere else { return }
    switch units.last?.kind {
    // Nobody else can call what is inside a procedure.
    case .procedure?, .program?, .blockData?: return
    default: break
    }
    for procedure in try procedures(of: unit) { add(procedure) }
  }

  /// Takes a procedure for what its host makes of it.
  private mutating func add(_ procedure: FortranProcedure) {
    guard let host = units.last else { return found.add(procedure) }
    switch host.kind {
    case .interface(let isAbstract):
      let outer = units.dropLast().last
      if outer?.kind == .procedure || isAbstract {
        if units.count > 1 { units[units.count - 2].interfaces[procedure.name] = procedure }
      } else {
        found.add(procedure)
      }
    case .module, .submodule:
      units[units.count - 1].interfaces[procedure.name] = procedure
      if host.isPublic(procedure.name) || procedure.isBindC { found.add(procedure) }
    default: break
    }
  }
}

extension FortranProcedure {
  /// Whether this has few enough arguments, those of its arguments' interfaces included.
  var isWithinLimits: Bool {
    var remaining = 1024
    return fits(&remaining)
  }

  private func fits(_ remaining: inout Int) -> Bool {
    for argument in arguments {
      remaining -= 1
      guard remaining > 0 else { return false }
      if case .procedure(let procedure?) = argument.type, !procedure.fits(&remaining) {
        return false
      }
    }
    return true
  }
}
