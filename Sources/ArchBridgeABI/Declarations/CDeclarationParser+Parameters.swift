extension CDeclarationParser {
  /// Reads the parameters after a `(`, with the `)`.
  ///
  /// None at all are the same as `void`.
  mutating func parseFunction(
    from start: CToken
  ) throws(DeclarationError) -> CDeclarator.Derivation {
    try enter()
    var parameters: [CFunctionType.Parameter] = []
    var names: Set<String> = []
    var isVariadic = false
    if try !take(.closeParenthesis) {
      repeat {
        let first = token
        if try take(.ellipsis) {
          isVariadic = true
          break
        }
        guard let parameter = try parseParameter(isFirst: parameters.isEmpty) else { break }
        if let name = parameter.name, !names.insert(name).inserted {
          throw failure(at: first, "two parameters are named '\(lexer.clipped(name))'")
        }
        parameters.append(parameter)
      } while try take(.comma)
      try expect(.closeParenthesis, or: isVariadic || parameters.isEmpty ? "" : " or ','")
    }
    leave()
    return .init(kind: .function(parameters, isVariadic: isVariadic), start: start)
  }

  /// Reads one parameter, or nil for the `void` that says that there are none.
  private mutating func parseParameter(
    isFirst: Bool
  ) throws(DeclarationError) -> CFunctionType.Parameter? {
    let specifiers = try parseSpecifiers(of: .parameter)
    var declarator = try parseDeclarator(.optionallyNamed)
    declarator.attributes.add(try parseAttributes())
    try refuseLayout(in: specifiers.attributes)
    try refuseLayout(in: declarator.attributes)
    let annotations =
      specifiers.attributes.annotations + declarator.pointerAnnotations
      + declarator.attributes.annotations
    let (type, isConst) = try derivedType(of: declarator, specifiers, isParameter: true)
    try checkName(of: specifiers)
    switch type.resolved {
    case .void:
      if isFirst, declarator.name == nil, !isConst, token.kind != .punctuator(.comma) {
        return nil
      }
      throw failure(at: specifiers.start, "a parameter cannot be 'void'")
    case .array(let element, _):
      let pointer = CType.pointer(to: element, isConst: isConst)
      return .init(name: declarator.name, type: pointer, annotations: annotations)
    case .function:
      let pointer = CType.pointer(to: type, isConst: false)
      return .init(name: declarator.name, type: pointer, annotations: annotations)
    default:
      return .init(name: declarator.name, type: type, annotations: annotations)
    }
  }

  /// The type that `declarator` makes of the specifiers' type, and whether it is `const`.
  func derivedType(
    of declarator: CDeclarator, _ specifiers: CSpecifiers, isParameter: Bool = false
  ) throws(DeclarationError) -> (CType, isConst: Bool) {
    var (type, isConst) = (specifiers.type, specifiers.isConst)
    let convention = try convention(of: declarator, specifiers)
    let functionIndex = declarator.functionIndices.first
    for (index, derivation) in declarator.derivations.enumerated().reversed() {
      switch derivation.kind {
      case .pointer(let isPointerConst):
        if case .function = type.resolved { isConst = false }
        type = .pointer(to: type, isConst: isConst)
        isConst = isPointerConst
      case .array(let length):
        try checkElement(type, of: derivation)
        let count: Int?
        switch length {
        case .none: count = nil
        case .constant(let value): count = value
        case .parameterOnly where isParameter && index == 0: count = nil
        case .parameterOnly:
          throw failure(at: derivation.start, "only a parameter itself can be such an array")
        }
        type = .array(of: type, count: count)
      case .function(let parameters, let isVariadic):
        try checkResult(type, of: derivation)
        type = .function(
          .init(
            parameters: parameters, result: type, isVariadic: isVariadic,
            convention: index == functionIndex ? convention : .c))
        isConst = false
      }
    }
    guard type.isWithinLimits else {
      throw failure(at: declarator.start, "this type is too large or nests too deep")
    }
    if declarator.hasFunction { try checkName(of: specifiers) }
    return (type, isConst)
  }

  /// The calling convention that attributes name, which must be a function's.
  private func convention(
    of declarator: CDeclarator, _ specifiers: CSpecifiers
  ) throws(DeclarationError) -> CCallingConvention {
    let named = declarator.attributes.convention ?? specifiers.attributes.convention
    guard let named else { return .c }
    switch declarator.functionIndices.count {
    case 0: throw failure(at: named.start, "only a function has a calling convention")
    case 1: return named.name == .regparm(0) ? .c : named.name
    default:
      throw failure(
        at: named.start, "which function is called so is not clear; write a typedef for one")
    }
  }

  private func checkElement(
    _ type: CType, of array: CDeclarator.Derivation
  ) throws(DeclarationError) {
    switch type.resolved {
    case .void: throw failure(at: array.start, "an array cannot have elements of 'void'")
    case .function: throw failure(at: array.start, "an array cannot have functions for elements")
    case .array(_, nil):
      throw failure(at: array.start, "only the first of several lengths can be left out")
    default: return
    }
  }

  private func checkResult(
    _ type: CType, of function: CDeclarator.Derivation
  ) throws(DeclarationError) {
    switch type.resolved {
    case .array: throw failure(at: function.start, "a function cannot return an array")
    case .function: throw failure(at: function.start, "a function cannot return a function")
    default: return
    }
  }

  /// Refuses a type for a function that no later text can name.
  private func checkName(of specifiers: CSpecifiers) throws(DeclarationError) {
    let kind: String
    switch specifiers.type {
    case .enumeration(let tag) where tag.utf8.first == UInt8(ascii: "{"): kind = "an enumeration"
    case .record(.structure, let tag) where tag.utf8.first == UInt8(ascii: "{"):
      kind = "a structure"
    case .record(.union, let tag) where tag.utf8.first == UInt8(ascii: "{"): kind = "a union"
    default: return
    }
    throw failure(at: specifiers.start, "\(kind) needs a tag or a typedef to be a function's")
  }
}
