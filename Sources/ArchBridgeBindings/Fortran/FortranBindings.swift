package import ArchBridgeABI

/// The Swift client of a library whose Fortran source is known: its source, and what is not in it.
package struct FortranBindings: Sendable {
  /// The Swift source.
  package let text: String
  /// The names of the procedures that became methods.
  package let procedures: [String]
  /// The procedures, variables and blocks that did not, with the reason for each.
  package let omissions: [Omission]

  /// Makes the client of what Fortran sources declare.
  ///
  /// A procedure that becomes no method is declared all the same, so that a call of it is checked.
  ///
  /// - Parameter omissions: what is known to be missing from them, each with the reason.
  /// - Throws: what the library does not export, unless it is to be left out.
  package init(
    _ declarations: FortranDeclarations, omissions known: [(name: String, reason: String)] = [],
    options: Bindings.Options
  ) throws(BindingsError) {
    var omissions = known.map { Omission($0.reason, name: $0.name) }
    omissions += declarations.omissions.map { Omission($0.reason, name: $0.name) }
    var missing: [String] = []
    func isMissing(_ symbol: String, _ name: String) -> Bool {
      guard let exports = options.exports, !exports.contains(symbol) else { return false }
      missing.append(name)
      omissions.append(Omission(Omission.missing, name: name))
      return true
    }
    var kept = FortranDeclarations()
    var plans: [FortranPlan] = []
    for procedure in declarations.procedures
    where !isMissing(procedure.linkName, procedure.qualifiedName) {
      kept.add(procedure)
      do throws(Omission) {
        plans.append(try FortranPlan(procedure, declarations))
      } catch {
        omissions.append(Omission(error.reason, name: procedure.qualifiedName))
      }
    }
    for variable in declarations.variables
    where !isMissing(variable.linkName, variable.qualifiedName) {
      kept.add(variable)
    }
    for block in declarations.commonBlocks
    where !isMissing(block.linkName, "/\(block.name ?? "")/") {
      kept.add(block)
    }
    for type in declarations.derivedTypes { kept.add(type) }
    for omission in declarations.omissions { kept.add(omission) }
    if !missing.isEmpty, !options.allowsMissing {
      throw BindingsError(
        "\(options.library) does not export \(missing.joined(separator: ", "))", isMissing: true)
    }
    let writer = FortranClientWriter(
      options: options, declarations: kept, plans: plans, omissions: omissions)
    text = writer.write()
    procedures = plans.map(\.procedure.qualifiedName)
    self.omissions = omissions
  }
}
