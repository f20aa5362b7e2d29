internal import ArchBridgeABI

/// The C function that a Fortran procedure is, and what each of its parameters is for.
struct FortranSignature {
  var type: CFunctionType
  var roles: [FortranParameter.Role]

  /// Takes it from a procedure, so that messages say what Fortran's declaration is, and not what C's
  /// would be.
  init(_ procedure: FortranProcedure) throws(FortranRefusal) {
    type = try procedure.cFunctionType()
    roles = try procedure.parameters().map(\.role)
    for (index, role) in roles.enumerated() {
      guard case .argument(let argument) = role else { continue }
      let variable = procedure.arguments[argument]
      type.parameters[index].name = variable.name.isEmpty ? nil : variable.name
      type.parameters[index].type = .alias("\(variable)", type.parameters[index].type)
    }
  }
}
