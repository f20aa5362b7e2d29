extension CDeclarationParser {
  /// The value of the enumerator `name`.
  func constant(named name: String) -> IntegerConstant? {
    added.constants[name] ?? known.constants[name]
  }

  /// Declares what a declarator names.
  mutating func declare(
    _ declarator: CDeclarator, _ specifiers: CSpecifiers
  ) throws(DeclarationError) {
    var attributes = specifiers.attributes
    attributes.annotations += declarator.pointerAnnotations
    attributes.add(declarator.attributes)
    attributes.add(try parseAttributes())
    guard let name = declarator.name else { throw unexpected("a name") }
    var declarator = declarator
    declarator.attributes.convention = attributes.convention
    let (type, isConst) = try derivedType(of: declarator, specifiers)
    declarationCount += 1
    if specifiers.isTypedef {
      try refuseAnnotation(in: attributes)
      if let start = attributes.layoutStart { throw layoutOfTypedef(at: start) }
      try declare(typedef: name, CTypedef(type: type, isConst: isConst), at: declarator.start)
      return
    }
    // Where a function or variable itself lies makes no difference to its callers.
    if attributes.isPacked { try refuseLayout(in: attributes) }
    if case .function(let function) = type.resolved {
      let declaration = FunctionDeclaration(
        name: name, type: function, annotations: attributes.annotations)
      try declare(declaration, at: declarator.start)
    } else {
      try refuseAnnotation(in: attributes)
      try checkEnd(of: declarator)
      let variable = CVariable(name: name, type: type, isConst: isConst)
      try declare(variable, at: declarator.start)
    }
  }

  private func layoutOfTypedef(at start: CToken) -> DeclarationError {
    failure(
      at: start,
      "\(lexer.found(start)) on a typedef is not supported; write it after the '}' of a structure "
        + "or union, or at a member")
  }

  /// Refuses what is no variable, for something unknown follows its name.
  private func checkEnd(of declarator: CDeclarator) throws(DeclarationError) {
    switch token.kind {
    case .end, .keyword(.asm), .punctuator(.semicolon), .punctuator(.comma), .punctuator(.assign):
      return
    default:
      throw unexpected(declarator.derivations.isEmpty ? "'('" : "';' or ','")
    }
  }

  private mutating func declare(
    typedef name: String, _ typedef: CTypedef, at start: CToken
  ) throws(DeclarationError) {
    try checkKind(.typedef, of: name, at: start)
    if let earlier = added.typedefs[name] ?? known.typedefs[name] {
      guard earlier.isConst == typedef.isConst, earlier.type.isSameType(as: typedef.type) else {
        throw failure(
          at: start,
          "'\(lexer.clipped(name))' is already a typedef of '\(lexer.clipped("\(earlier.type)"))'")
      }
      return
    }
    added.typedefs[name] = typedef
  }

  private mutating func declare(
    _ function: FunctionDeclaration, at start: CToken
  ) throws(DeclarationError) {
    let name = function.name
    try checkKind(.function, of: name, at: start)
    latestFunction = function
    if let earlier = added.functions[name] ?? known.functions[name] {
      guard earlier.type.isSameType(as: function.type) else {
        throw failure(
          at: start,
          "'\(lexer.clipped(name))' is already declared as '\(lexer.clipped("\(earlier)"))'")
      }
      added.functions[name] = earlier.merged(with: function)
      return
    }
    added.functions[name] = function
    added.functionNames.append(name)
  }

  private mutating func declare(
    _ variable: CVariable, at start: CToken
  ) throws(DeclarationError) {
    let name = variable.name
    try checkKind(.variable, of: name, at: start)
    if case .void = variable.type.resolved {
      throw failure(at: start, "a variable cannot be 'void'")
    }
    guard let earlier = added.variables[name] ?? known.variables[name] else {
      added.variables[name] = variable
      added.variableNames.append(name)
      return
    }
    guard let merged = earlier.merged(with: variable) else {
      throw failure(
        at: start,
        "'\(lexer.clipped(name))' is already a variable of type "
          + "'\(lexer.clipped("\(earlier.type)"))'")
    }
    added.variables[name] = merged
  }

  /// Declares an enumerator; the same value again changes nothing.
  mutating func declare(
    constant name: String, _ value: IntegerConstant, at start: CToken
  ) throws(DeclarationError) {
    try checkKind(.constant, of: name, at: start)
    if let earlier = constant(named: name), earlier.value != value.value {
      throw failure(
        at: start, "the enumerator '\(lexer.clipped(name))' is already \(earlier.value)")
    }
    added.constants[name] = value
  }

  /// What an identifier can name; C keeps them all in one space.
  private enum NameKind: String {
    case typedef = "a typedef"
    case function = "a function"
    case variable = "a variable"
    case constant = "an enumerator"
  }

  private func checkKind(
    _ kind: NameKind, of name: String, at start: CToken
  ) throws(DeclarationError) {
    let earlier: NameKind
    if added.typedefs[name] != nil || known.typedefs[name] != nil {
      earlier = .typedef
    } else if added.functions[name] != nil || known.functions[name] != nil {
      earlier = .function
    } else if added.variables[name] != nil || known.variables[name] != nil {
      earlier = .variable
    } else if constant(named: name) != nil {
      earlier = .constant
    } else {
      return
    }
    if earlier != kind {
      throw failure(at: start, "'\(lexer.clipped(name))' is already \(earlier.rawValue)")
    }
  }
}
