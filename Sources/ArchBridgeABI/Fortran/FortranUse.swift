/// What a unit uses of a module.
struct FortranUse: Sendable {
  var module: String
  /// The module's names by the names that they have here.
  var renamed: [String: String] = [:]
  /// Whether `only` leaves all else out.
  var isRestricted = false
  /// Whether what is private is seen too, as a submodule does.
  var isHost = false

  /// The name in the module that a name stands for here; nil where it stands for nothing of it.
  func original(of name: String) -> String? {
    if let original = renamed[name] { return original }
    return isRestricted || renamed.values.contains(name) ? nil : name
  }
}

/// A further entry of a procedure, `entry second(x) result(r)`.
struct FortranEntry: Sendable {
  var name: String
  var arguments: [String]
  /// The variable that has a function's result; nil for a subroutine.
  var result: String?
  /// Why it is not read.
  var omission: DeclarationError?
}

extension FortranParser {
  /// How many modules one name is looked for in.
  private static let maximumVisitCount = 256

  /// What a name means in a unit or in the modules that it uses, these seen as `found` does.
  ///
  /// Modules that use others hand on what these have, but for what is private.
  func meaning<Value>(
    of name: String, in unit: FortranUnit, _ found: (FortranUnit, String) -> Value?
  ) -> Value? {
    if let value = found(unit, name) { return value }
    var visits = Self.maximumVisitCount
    return used(name, by: unit, &visits, found)
  }

  private func used<Value>(
    _ name: String, by unit: FortranUnit, _ visits: inout Int,
    _ found: (FortranUnit, String) -> Value?
  ) -> Value? {
    for use in unit.uses {
      visits -= 1
      guard visits > 0 else { return nil }
      guard let original = use.original(of: name), let module = modules[use.module],
        use.isHost || module.isPublic(original)
      else { continue }
      if let value = found(module, original) ?? used(original, by: module, &visits, found) {
        return value
      }
    }
    return nil
  }

  /// Reads `use geometry, only: wp => dp`.
  mutating func parseUse() throws(DeclarationError) {
    guard !units.isEmpty else { throw failure("'use' belongs into a procedure or module") }
    advance()
    if take(",") { _ = try expectName("'intrinsic'") }
    _ = take("::")
    var use = FortranUse(module: try expectName("the module's name"))
    let last = units.count - 1
    guard units[last].uses.count < 64 else {
      throw failure("a unit uses 64 modules at most")
    }
    while take(",") {
      if word == "only", isSymbol(":", after: 1) {
        use.isRestricted = true
        advance(by: 2)
      }
      guard let local = word else {
        if !isAtEnd { advance() }
        continue
      }
      if isSymbol("(", after: 1) {
        // `operator(+)` and `assignment(=)` are no names of ours.
        advance()
        try skipParentheses()
        continue
      }
      advance()
      let original = take("=>") ? try expectName("the name in the module") : local
      use.renamed[local] = original
      // Modules of the language are known by what they have.
      if modules[use.module] == nil, local != original,
        let value = dataModel.fortranKind(named: original)
      {
        units[last].constants[local] = value
      }
    }
    units[last].uses.append(use)
  }
}
