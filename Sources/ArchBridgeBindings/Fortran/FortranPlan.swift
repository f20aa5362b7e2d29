internal import ArchBridgeABI

/// The Swift method that a Fortran procedure becomes.
struct FortranPlan {
  /// What an argument is in Swift.
  enum Passing {
    /// A parameter that goes in as it is.
    case input
    /// An `inout` parameter, which goes through an `InOut`.
    case mutated
    /// A part of the result, which an `Out` takes: how it is made.
    case returned(making: String)
  }

  /// One argument.
  struct Argument {
    var name: String
    /// The type of the parameter, or of the part of the result.
    var type: String
    var passing: Passing
    /// What the parameter is where nothing is given.
    var standard: String?
  }

  let procedure: FortranProcedure
  private(set) var arguments: [Argument] = []
  /// The type of a function's own result.
  private(set) var resultType: String?

  init(
    _ procedure: FortranProcedure, _ declarations: FortranDeclarations
  ) throws(Omission) {
    self.procedure = procedure
    do throws(FortranRefusal) {
      _ = try procedure.cFunctionType()
      for variable in procedure.arguments {
        arguments.append(try Self.argument(variable, in: procedure, declarations))
      }
      try FortranExtentCheck(procedure: procedure, declarations: declarations).check()
      if let result = procedure.result {
        let element =
          procedure.isBindC && result.type.isCharacter
          ? "Int8" : try Self.element(result.type, declarations, "its result")
        resultType = result.shape == .scalar ? element : "FortranArray<\(element)>"
      }
    } catch {
      throw Omission(error.message)
    }
  }

  private static func argument(
    _ variable: FortranVariable, in procedure: FortranProcedure,
    _ declarations: FortranDeclarations
  ) throws(FortranRefusal) -> Argument {
    let name = SwiftName.parameter(variable.name)
    func input(_ type: String) -> Argument {
      Argument(
        name: name, type: variable.isOptional ? "\(type)?" : type, passing: .input,
        standard: variable.isOptional ? "nil" : nil)
    }
    if variable.type.isProcedure { return input("Callback") }
    if case .assumed = variable.type { return input("any LibraryArgument") }
    let element = try element(variable.type, declarations, "argument '\(variable.name)'")
    let isArray = variable.shape != .scalar
    if variable.type.isCharacter, let type = characters(variable, isBindC: procedure.isBindC) {
      return input(type)
    }
    let type =
      !isArray
      ? element
      : variable.shape.rank == 1 ? "[\(element)]" : "FortranArray<\(element)>"
    if variable.isValue || variable.intent == .in { return input(type) }
    // Nobody says what such an argument is for.
    guard let intent = variable.intent else { return input("any LibraryArgument") }
    if variable.isOptional { return input("\(intent == .out ? "Out" : "InOut")<\(type)>") }
    if intent == .out, let making = Self.making(variable, element, procedure) {
      return Argument(name: name, type: type, passing: .returned(making: making))
    }
    if case .character = variable.type {
      return input("\(intent == .out ? "Out" : "InOut")<String>")
    }
    if case .derived = variable.type { return input("InOut<\(type)>") }
    return Argument(name: name, type: type, passing: .mutated)
  }

  /// What a parameter is that has characters in another way than as one text of Fortran's.
  private static func characters(_ variable: FortranVariable, isBindC: Bool) -> String? {
    let isArray = variable.shape != .scalar
    if isBindC {
      // C's characters: one by value or in memory, or a text that ends with a NUL.
      if variable.isValue { return "Int8" }
      guard let intent = variable.intent else { return "any LibraryArgument" }
      if intent == .in { return "String" }
      return "\(intent == .out ? "Out" : "InOut")<\(isArray ? "String" : "Int8")>"
    }
    guard isArray else { return nil }
    guard let intent = variable.intent else { return "any LibraryArgument" }
    // What comes back are the characters of all, one text after the other.
    return intent == .in ? "[String]" : "\(intent == .out ? "Out" : "InOut")<[UInt8]>"
  }

  /// How the memory is made that an argument fills; nil where its extents cannot be known before.
  private static func making(
    _ variable: FortranVariable, _ element: String, _ procedure: FortranProcedure
  ) -> String? {
    if case .character(_, let length) = variable.type {
      guard case .fixed(let count) = length, let text = swift(count, procedure) else { return nil }
      return "Out<String>(capacity: Swift.max(1, \(text)))"
    }
    if case .derived = variable.type { return nil }
    switch variable.shape {
    case .scalar: return "Out<\(element)>()"
    case .explicit(let bounds):
      var extents: [String] = []
      for bound in bounds {
        guard let upper = swift(bound.upper, procedure) else { return nil }
        var extent = upper
        if let lower = bound.lower {
          guard let first = swift(lower, procedure) else { return nil }
          extent = "\(upper) &- \(first) &+ 1"
        }
        let isPlain = bound.upper.constant != nil && bound.lower == nil
        extents.append(isPlain ? extent : "Swift.max(0, \(extent))")
      }
      return bounds.count == 1
        ? "Out<[\(element)]>(count: \(extents[0]))"
        : "Out<FortranArray<\(element)>>(shape: \(extents.joined(separator: ", ")))"
    default: return nil
    }
  }

  /// An expression in Swift, where it is made of what goes in.
  private static func swift(
    _ expression: FortranExpression, _ procedure: FortranProcedure
  ) -> String? {
    switch expression {
    case .integer(let number): return number < 0 ? "(\(number))" : "\(number)"
    case .name(let name):
      guard
        let argument = procedure.arguments.first(where: { $0.name == name }),
        case .integer(let kind) = argument.type, argument.shape == .scalar,
        argument.intent == .in || argument.isValue, !argument.isOptional
      else { return nil }
      let text = SwiftName.escaped(SwiftName.parameter(name))
      return kind == 4 ? text : "Int(\(text))"
    case .binary(let symbol, let left, let right):
      guard symbol != .power, symbol != .divide, let left = swift(left, procedure),
        let right = swift(right, procedure)
      else { return nil }
      return "(\(left) &\(symbol.rawValue) \(right))"
    default: return nil
    }
  }

  /// The Swift type of one value.
  static func element(
    _ type: FortranType, _ declarations: FortranDeclarations, _ what: String
  ) throws(FortranRefusal) -> String {
    switch type {
    case .integer(kind: 1): return "Int8"
    case .integer(kind: 2): return "Int16"
    case .integer(kind: 4): return "Int"
    case .integer(kind: 8): return "Int64"
    case .real(kind: 4): return "Float"
    case .real(kind: 8): return "Double"
    case .real(kind: 10): return "Float80"
    case .complex(kind: 4): return "Complex<Float>"
    case .complex(kind: 8): return "Complex<Double>"
    case .complex(kind: 10): return "Complex<Float80>"
    case .logical: return "Bool"
    case .character: return "String"
    case .derived("c_ptr"), .derived("c_funptr"): return "RemoteAddress"
    case .derived(let name):
      guard
        declarations.derivedTypes.contains(where: { $0.name == name && $0.cDeclaration != nil })
      else {
        throw FortranRefusal("\(what): type(\(name)) is not known, or has no counterpart in C")
      }
      return "Structure"
    default: throw FortranRefusal("\(what): \(type) is not supported")
    }
  }
}
