extension CDeclarationParser {
  /// The value of the enumerator `name`.
  func constant(named name: String) -> Int64? {
    added.constants[name] ?? known.constants[name]
  }

  /// Declares what a declarator names.
  mutating func declare(
    _ declarator: CDeclarator, _ specifiers: CSpecifiers
  ) throws(DeclarationError) {
    try skipAttributes()
    guard let name = declarator.name else { throw unexpected("a name") }
    let (type, isConst) = try derivedType(of: declarator, specifiers)
    if specifiers.isTypedef {
      try declare(typedef: name, CTypedef(type: type, isConst: isConst), at: declarator.start)
    } else if case .function(let function) = type.resolved {
      try declare(function: name, function, at: declarator.start)
    } else {
      throw variable(declarator, name)
    }
  }

  /// The error for what is no function: a variable, or a name that something unknown follows.
  private func variable(_ declarator: CDeclarator, _ name: String) -> DeclarationError {
    switch token.kind {
    case .end, .keyword(.asm), .punctuator(.semicolon), .punctuator(.comma), .punctuator(.assign):
      failure(
        at: declarator.start,
        "'\(lexer.clipped(name))' is a variable; only functions and types can be declared")
    default:
      unexpected(declarator.derivations.isEmpty ? "'('" : "';' or ','")
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
    function name: String, _ type: CFunctionType, at start: CToken
  ) throws(DeclarationError) {
    try checkKind(.function, of: name, at: start)
    let function = FunctionDeclaration(name: name, type: type)
    latestFunction = function
    functionCount += 1
    if let earlier = added.functions[name] ?? known.functions[name] {
      guard earlier.isSameType(as: type) else {
        let other = FunctionDeclaration(name: name, type: earlier)
        throw failure(
          at: start,
          "'\(lexer.clipped(name))' is already declared as '\(lexer.clipped("\(other)"))'")
      }
      return
    }
    added.functions[name] = type
    added.functionNames.append(name)
  }

  /// Declares an enumerator; the same value again changes nothing.
  mutating func declare(
    constant name: String, _ value: Int64, at start: CToken
  ) throws(DeclarationError) {
    try checkKind(.constant, of: name, at: start)
    if let earlier = constant(named: name), earlier != value {
      throw failure(at: start, "the enumerator '\(lexer.clipped(name))' is already \(earlier)")
    }
    added.constants[name] = value
  }

  /// What an identifier can name; C keeps them all in one space.
  private enum NameKind: String {
    case typedef = "a typedef"
    case function = "a function"
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
