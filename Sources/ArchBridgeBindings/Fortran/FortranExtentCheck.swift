internal import ArchBridgeABI

/// Tells whether a call can know the extents and lengths that a procedure declares.
struct FortranExtentCheck {
  let procedure: FortranProcedure
  let declarations: FortranDeclarations

  /// Refuses a procedure of which every call would be an error.
  func check() throws(FortranRefusal) {
    for variable in procedure.arguments {
      try check(variable, "argument '\(variable.name)'")
      if case .character(_, .assumed) = variable.type, variable.shape != .scalar,
        variable.intent != .in, variable.intent != nil
      {
        throw FortranRefusal(
          "argument '\(variable.name)': how long each text is that comes back is not declared; "
            + "declare a length")
      }
    }
    guard let result = procedure.result else { return }
    try check(result, "its result")
    if case .character(_, .assumed) = result.type, !procedure.isBindC {
      throw FortranRefusal(
        "its result is as long as the caller says; declare a length, as in "
          + "'character(80) function \(procedure.qualifiedName)'")
    }
  }

  private func check(_ variable: FortranVariable, _ label: String) throws(FortranRefusal) {
    var expressions: [FortranExpression] = []
    switch variable.shape {
    case .explicit(let bounds), .assumedSize(let bounds, _):
      for bound in bounds { expressions += [bound.upper] + [bound.lower].compactMap(\.self) }
    default: break
    }
    if case .character(_, .fixed(let length)) = variable.type { expressions.append(length) }
    for expression in expressions {
      guard let unknown = unknown(in: expression) else { continue }
      throw FortranRefusal(
        "\(label): '\(unknown)' is not known to a caller; declare a number in its place, or '*'")
    }
  }

  /// The part of an expression that no call tells; nil where there is none.
  private func unknown(in expression: FortranExpression) -> String? {
    switch expression {
    case .integer: return nil
    case .name(let name):
      if let argument = argument(name) {
        if case .integer = argument.type, argument.shape == .scalar, argument.intent != .out {
          return nil
        }
        return name
      }
      guard let module = procedure.module,
        let known = declarations.variable(named: "\(module).\(name)"),
        case .integer = known.variable.type, known.variable.shape == .scalar
      else { return name }
      return nil
    case .negated(let operand): return unknown(in: operand)
    case .binary(_, let left, let right): return unknown(in: left) ?? unknown(in: right)
    case .call(let name, let arguments): return unknown(in: name, of: arguments)
    case .other(let text): return text
    }
  }

  private func unknown(in call: String, of arguments: [FortranExpression]) -> String? {
    let text = "\(FortranExpression.call(call, arguments))"
    if let array = argument(call) {
      guard case .integer = array.type, array.shape != .scalar, array.intent != .out else {
        return text
      }
      return first(arguments)
    }
    if ["max", "max0", "min", "min0", "abs", "iabs", "int", "mod", "modulo"].contains(call) {
      return first(arguments)
    }
    guard ["size", "lbound", "ubound", "len"].contains(call),
      case .name(let name)? = arguments.first,
      argument(name) != nil
    else { return text }
    return first(Array(arguments.dropFirst()))
  }

  private func first(_ expressions: [FortranExpression]) -> String? {
    for expression in expressions {
      if let unknown = unknown(in: expression) { return unknown }
    }
    return nil
  }

  private func argument(_ name: String) -> FortranVariable? {
    procedure.arguments.first { $0.name == name }
  }
}
