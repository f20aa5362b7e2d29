/// Why something of Fortran's cannot cross, and what can be done about it.
public struct FortranRefusal: Error, Hashable, Sendable {
  /// The reason, as it goes on behind the name of what is refused.
  public var message: String

  /// Makes a refusal.
  public init(_ message: String) { self.message = message }
}

extension FortranType {
  /// The C type that a value of this type is for gfortran.
  ///
  /// A `logical` is an integer of its width, and a `character` one of its characters.
  public func cType() throws(FortranRefusal) -> CType {
    switch self {
    case .integer(let kind), .logical(let kind):
      switch kind {
      case 1: return .scalar(.signedChar)
      case 2: return .scalar(.short)
      case 4: return .scalar(.int)
      case 8: return .scalar(.longLong)
      default: throw FortranRefusal("\(self) has no counterpart in Swift")
      }
    case .real(let kind): return .scalar(try Self.floating(kind, self))
    case .complex(let kind): return .complex(try Self.floating(kind, self))
    case .character(let kind, let length):
      guard kind == 1 else { throw FortranRefusal("\(self) is not supported; use kind 1") }
      guard length != .deferred else {
        throw FortranRefusal("\(self) is allocated by the library; write a procedure around it")
      }
      return .scalar(.char)
    case .derived("c_ptr"), .derived("c_funptr"): return .pointer(to: .void, isConst: false)
    case .derived(let name): return .record(.structure, tag: name)
    case .polymorphic:
      throw FortranRefusal("\(self) is not supported; write a procedure that takes a type(…)")
    case .assumed: return .void
    case .procedure: throw FortranRefusal("a procedure is no value")
    }
  }

  private static func floating(
    _ kind: Int, _ type: FortranType
  ) throws(FortranRefusal) -> CScalar {
    switch kind {
    case 4: return .float
    case 8: return .double
    case 10: return .longDouble
    default:
      throw FortranRefusal("\(type) has no counterpart in Swift; write a procedure with real(8)")
    }
  }

  /// The number that gfortran's descriptors have for the type.
  public var descriptorCode: UInt8 {
    switch self {
    case .integer: 1
    case .logical: 2
    case .real: 3
    case .complex: 4
    case .derived, .polymorphic: 5
    case .character: 6
    case .assumed, .procedure: 0
    }
  }
}

/// One parameter of a Fortran procedure as its C signature has it.
public struct FortranParameter: Hashable, Sendable {
  /// What the parameter is for.
  public enum Role: Hashable, Sendable {
    /// An argument, by its index.
    case argument(Int)
    /// The length of a `character` argument.
    case length(Int)
    /// Whether an `optional` argument that goes by value is there.
    case presence(Int)
    /// The description of the memory for a result that is an array.
    case resultArray
    /// The memory for a result of characters.
    case resultMemory
    /// The length of a result of characters.
    case resultLength
  }

  /// What it is for.
  public var role: Role
  /// Its name in messages: the argument's own.
  public var name: String
  /// Its C type.
  public var type: CType
}

extension FortranVariable {
  /// The C type of the parameter that an argument is; an assumed-shape array is any pointer.
  public func parameterType(isBindC: Bool = false) throws(FortranRefusal) -> CType {
    if case .procedure(let procedure) = type {
      if isPointer { throw FortranRefusal("a procedure pointer is not supported") }
      guard let procedure, let function = try? procedure.cFunctionType() else {
        return .pointer(to: .void, isConst: false)
      }
      return .pointer(to: .function(function), isConst: false)
    }
    if isBindC, case .character(_, .assumed) = type {
      throw FortranRefusal(
        "\(type) is described otherwise in bind(C) procedures; declare it character(c_char)")
    }
    if isAllocatable || isPointer {
      throw FortranRefusal(
        "\(isPointer ? "a pointer" : "an allocatable") is not supported; write a procedure around "
          + "it that takes an array of explicit or assumed shape")
    }
    let element = try type.cType()
    switch shape {
    case .assumedRank, .deferred:
      throw FortranRefusal("'\(name)\(shape)' is not supported; write a procedure around it")
    case .assumedShape where isBindC:
      throw FortranRefusal(
        "an assumed-shape array of a bind(C) procedure is not supported; give it explicit extents")
    case .assumedShape where type.isCharacter:
      throw FortranRefusal(
        "an assumed-shape array of characters is not supported; give it explicit extents")
    default: break
    }
    if let rank = shape.rank, rank > FortranShape.maximumRank {
      throw FortranRefusal("an array has \(FortranShape.maximumRank) dimensions at most here")
    }
    if isValue {
      guard shape == .scalar else { throw FortranRefusal("an array cannot go by value") }
      if type.isCharacter, !isBindC {
        throw FortranRefusal("a text by value is for bind(C) procedures alone")
      }
      return element
    }
    if case .assumedShape = shape { return .pointer(to: .void, isConst: false) }
    return .pointer(to: element, isConst: intent == .in)
  }
}

extension FortranProcedure {
  /// The parameters of the C function that the procedure is for gfortran.
  ///
  /// What a result of characters, or one that is an array, lies in comes first. Behind all arguments come, in
  /// their order, the lengths of those of characters and whether optional values are there.
  public func parameters() throws(FortranRefusal) -> [FortranParameter] {
    var parameters: [FortranParameter] = []
    var hidden: [FortranParameter] = []
    if isArrayFunction {
      parameters.append(
        FortranParameter(
          role: .resultArray, name: "the result", type: .pointer(to: .void, isConst: false)))
    }
    if let result, result.type.isCharacter, !isBindC, !isArrayFunction {
      parameters.append(
        FortranParameter(
          role: .resultMemory, name: "the result",
          type: .pointer(to: .scalar(.char), isConst: false)))
      parameters.append(
        FortranParameter(
          role: .resultLength, name: "the result's length", type: .scalar(.unsignedLong)))
    }
    for (index, argument) in arguments.enumerated() {
      let type: CType
      do throws(FortranRefusal) {
        type = try argument.parameterType(isBindC: isBindC)
      } catch {
        throw FortranRefusal("argument '\(argument.name)': \(error.message)")
      }
      parameters.append(FortranParameter(role: .argument(index), name: argument.name, type: type))
      guard !isBindC else { continue }
      if argument.type.isCharacter {
        hidden.append(
          FortranParameter(
            role: .length(index), name: "the length of \(argument.name)",
            type: .scalar(.unsignedLong)))
      }
      if argument.isOptional, argument.isValue {
        hidden.append(
          FortranParameter(
            role: .presence(index), name: "the presence of \(argument.name)", type: .scalar(.bool)))
      }
    }
    return parameters + hidden
  }

  /// Whether this is a function that returns an array.
  public var isArrayFunction: Bool {
    result.map { $0.shape != .scalar && !$0.isAllocatable && !$0.isPointer } ?? false
  }

  /// The C type of what a function returns by value; `void` for all else.
  public func resultType() throws(FortranRefusal) -> CType {
    guard let result else { return .void }
    if result.isAllocatable || result.isPointer {
      throw FortranRefusal("its result is allocated by the library; write a subroutine around it")
    }
    if isArrayFunction {
      guard case .explicit(let bounds) = result.shape, bounds.count <= FortranShape.maximumRank,
        !result.type.isCharacter
      else {
        throw FortranRefusal("its result is '\(result)'; write a subroutine that fills one")
      }
      _ = try result.type.cType()
      return .void
    }
    if result.type.isCharacter, !isBindC {
      _ = try result.type.cType()
      return .void
    }
    do throws(FortranRefusal) {
      return try result.type.cType()
    } catch {
      throw FortranRefusal("its result: \(error.message)")
    }
  }

  /// The C function that the procedure is for gfortran.
  public func cFunctionType() throws(FortranRefusal) -> CFunctionType {
    let parameters = try parameters()
    return CFunctionType(
      parameters: parameters.map { CFunctionType.Parameter(name: $0.name, type: $0.type) },
      result: try resultType())
  }
}
