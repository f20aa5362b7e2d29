extension CDeclarationParser {
  /// How many pointers, arrays and functions one declarator may add up.
  private static let maximumDerivationCount = 64

  /// Reads a declarator: `*name`, `(*name)(int)`, `name[3]`, without name in parameters.
  mutating func parseDeclarator(_ form: CDeclaratorForm) throws(DeclarationError) -> CDeclarator {
    var declarator = CDeclarator(start: token)
    declarator.attributes = try parseAttributes()
    try parseDeclarator(form, into: &declarator)
    return declarator
  }

  private mutating func parseDeclarator(
    _ form: CDeclaratorForm, into declarator: inout CDeclarator
  ) throws(DeclarationError) {
    try enter()
    var pointers: [CDeclarator.Derivation] = []
    while token.kind == .punctuator(.star) {
      let start = token
      try advance()
      pointers.append(try parsePointer(from: start, &declarator.attributes))
      try checkCount(of: pointers)
    }
    if token.kind == .keyword(.refused) { throw failure("\(lexer.found(token)) is not supported") }
    declarator.start = token
    try parseDirectDeclarator(form, into: &declarator)
    declarator.derivations += pointers.reversed()
    try checkCount(of: declarator.derivations)
    leave()
  }

  private mutating func parseDirectDeclarator(
    _ form: CDeclaratorForm, into declarator: inout CDeclarator
  ) throws(DeclarationError) {
    switch token.kind {
    case .word(let name):
      declarator.name = name
      try advance()
    case .punctuator(.openParenthesis):
      let start = token
      try advance()
      let attributes = try parseAttributes()
      try refuseLayout(in: attributes)
      declarator.attributes.add(attributes)
      if form == .optionallyNamed, startsType || token.kind == .punctuator(.closeParenthesis) {
        declarator.derivations.append(try parseFunction(from: start))
      } else {
        try parseDeclarator(form, into: &declarator)
        try expect(.closeParenthesis)
      }
    default:
      if form == .named { throw unexpected("a name") }
    }
    while true {
      let start = token
      if try take(.openParenthesis) {
        declarator.derivations.append(try parseFunction(from: start))
      } else if try take(.openBracket) {
        let length = try parseArrayLength(form)
        declarator.derivations.append(.init(kind: .array(length), start: start))
      } else {
        return
      }
      try checkCount(of: declarator.derivations)
    }
  }

  /// Reads the qualifiers and attributes after a `*`.
  private mutating func parsePointer(
    from start: CToken, _ owner: inout CAttributes
  ) throws(DeclarationError) -> CDeclarator.Derivation {
    var isConst = false
    var annotations: [String] = []
    while true {
      let attributes = try parseAttributes()
      try refuseLayout(in: attributes)
      annotations += attributes.annotations
      owner.convention = owner.convention ?? attributes.convention
      if try take(.const) {
        isConst = true
      } else if try !take(.dropped) {
        return .init(kind: .pointer(isConst: isConst), start: start, annotations: annotations)
      }
    }
  }

  private func checkCount(of derivations: [CDeclarator.Derivation]) throws(DeclarationError) {
    let limit = CDeclarationParser.maximumDerivationCount
    if derivations.count > limit {
      throw failure("more than \(limit) pointers, arrays and functions in one declarator")
    }
  }

  /// Reads what follows `[`, with the `]`.
  private mutating func parseArrayLength(
    _ form: CDeclaratorForm
  ) throws(DeclarationError) -> CArrayLength {
    var isParameterOnly = false
    while [.keyword(.const), .keyword(.dropped), .keyword(.static)].contains(token.kind) {
      isParameterOnly = true
      try advance()
    }
    if try take(.closeBracket) { return isParameterOnly ? .parameterOnly : .none }
    if try take(.star) {
      try expect(.closeBracket)
      return .parameterOnly
    }
    if form == .optionallyNamed, case .word(let name) = token.kind, constant(named: name) == nil {
      let start = token
      try advance()
      guard try take(.closeBracket) else { throw failure(at: start, "'\(name)' is no constant") }
      return .parameterOnly
    }
    let start = token
    let count = try parseConstant().value
    guard let length = Int32(exactly: count), length >= 0 else {
      throw failure(at: start, "an array cannot have \(count) elements")
    }
    try expect(.closeBracket)
    return isParameterOnly ? .parameterOnly : .constant(Int(length))
  }
}
