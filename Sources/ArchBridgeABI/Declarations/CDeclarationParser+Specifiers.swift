/// What stands before the declarators of a declaration.
struct CSpecifiers {
  var type: CType
  var isConst: Bool
  var isTypedef: Bool
  /// Whether the type is given by `struct`, `union` or `enum`, so that no declarator need follow.
  var hasTag: Bool
  var start: CToken
}

/// Where specifiers stand.
enum CSpecifierPlace {
  case declaration(isExtern: Bool)
  case parameter
}

extension CDeclarationParser {
  /// Reads the specifiers and qualifiers, in any order.
  mutating func parseSpecifiers(of place: CSpecifierPlace) throws(DeclarationError) -> CSpecifiers {
    let start = token
    var scalar = CScalarSpecifiers()
    var named: (type: CType, spelling: String)?
    var (isConst, isTypedef, hasTag) = (false, false, false)
    while true {
      try skipAttributes()
      switch token.kind {
      case .keyword(.const):
        isConst = true
        try advance()
      case .keyword(.dropped):
        try advance()
      case .keyword(.typedef), .keyword(.extern), .keyword(.static):
        if token.kind == .keyword(.typedef) { isTypedef = true }
        try checkStorage(of: place, isTypedef: isTypedef)
        try advance()
      case .keyword(.structure), .keyword(.union), .keyword(.enumeration):
        try checkAlone(after: named?.spelling ?? scalar.spelling)
        named = try parseTagged()
        hasTag = true
      case .keyword(.refused):
        throw failure("\(lexer.found(token)) is not supported")
      case .keyword(let keyword) where CScalarSpecifiers.includes(keyword):
        if let named { try checkAlone(after: named.spelling) }
        let spelling = lexer.text(from: token.start, to: token.end)
        if !scalar.add(keyword, spelling: spelling) { try checkAlone(after: scalar.spelling) }
        try advance()
      case .word(let word) where named == nil && scalar.isEmpty:
        guard let known = typedef(named: word) else { throw unknownType(word) }
        named = (.alias(word, known.type), word)
        if known.isConst { isConst = true }
        try advance()
      case .word("complex") where scalar.isFloatingPoint:
        throw failure("'complex' is not supported")
      default:
        guard let type = named?.type ?? scalar.type else { throw unexpected("a type") }
        return CSpecifiers(
          type: type, isConst: isConst, isTypedef: isTypedef, hasTag: hasTag, start: start)
      }
    }
  }

  /// Whether the next token can start a parameter.
  var startsType: Bool {
    switch token.kind {
    case .keyword(let keyword): keyword.startsType
    case .word(let word): typedef(named: word) != nil
    default: false
    }
  }

  /// What `name` stands for by a `typedef`.
  func typedef(named name: String) -> CTypedef? {
    if let typedef = added.typedefs[name] ?? known.typedefs[name] { return typedef }
    guard let builtin = CBuiltinTypedef(rawValue: name) else { return nil }
    return CTypedef(type: builtin.type, isConst: false)
  }

  /// Refuses the next specifier if there is one before that it cannot be combined with.
  private func checkAlone(after earlier: String) throws(DeclarationError) {
    if earlier.isEmpty { return }
    throw failure("\(lexer.found(token)) cannot be combined with '\(lexer.clipped(earlier))'")
  }

  private func checkStorage(
    of place: CSpecifierPlace, isTypedef: Bool
  ) throws(DeclarationError) {
    guard case .declaration(let isExtern) = place else {
      throw failure("\(lexer.found(token)) cannot stand in a parameter")
    }
    if token.kind == .keyword(.static) {
      throw failure("a 'static' function is not exported, so it cannot be called")
    }
    if isTypedef, isExtern || token.kind == .keyword(.extern) {
      throw failure("'extern' and 'typedef' cannot be combined")
    }
  }

  private func unknownType(_ word: String) -> DeclarationError {
    var lookahead = lexer
    let next = try? lookahead.next()
    if CDeclarationParser.cxxWords.contains(word) || next?.kind == .punctuator(.scope)
      || next?.kind == .punctuator(.less)
    {
      return failure("\(lexer.found(token)) starts C++, of which only C functions are read")
    }
    let found = "expected a type, found \(lexer.found(token))"
    var suggestion = SpellingSuggestion(for: word)
    for name in CDeclarationParser.typeWords { suggestion.consider(name) }
    for builtin in CBuiltinTypedef.allCases { suggestion.consider(builtin.rawValue) }
    for name in known.typedefs.keys { suggestion.consider(name) }
    for name in added.typedefs.keys { suggestion.consider(name) }
    if let best = suggestion.best { return failure("\(found); did you mean '\(best)'?") }
    return failure("\(found); declare it with typedef")
  }

  private static var typeWords: [String] {
    [
      "void", "char", "short", "int", "long", "float", "double", "signed", "unsigned", "struct",
      "union", "enum", "const", "volatile", "typedef", "extern",
    ]
  }

  private static var cxxWords: [String] {
    [
      "class", "template", "namespace", "using", "operator", "virtual", "public", "private",
      "protected", "friend", "typename", "explicit", "mutable", "decltype",
    ]
  }
}
