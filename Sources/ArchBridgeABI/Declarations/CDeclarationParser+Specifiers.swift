/// What stands before the declarators of a declaration.
struct CSpecifiers {
  var type: CType
  var isConst: Bool
  var isTypedef: Bool
  /// Whether the type is given by `struct`, `union` or `enum`, so that no declarator need follow.
  var hasTag: Bool
  /// Whether the type is a structure, union or enumeration that is defined here.
  var isDefinition: Bool
  var attributes: CAttributes
  var start: CToken
}

/// Where specifiers stand.
enum CSpecifierPlace {
  case declaration(isExtern: Bool)
  case parameter
  case member
  case typeName

  /// The words that a message names this by.
  var description: String {
    switch self {
    case .declaration: "in a declaration"
    case .parameter: "in a parameter"
    case .member: "at a member"
    case .typeName: "in a type's name"
    }
  }
}

extension CDeclarationParser {
  /// Reads the specifiers and qualifiers, in any order.
  mutating func parseSpecifiers(of place: CSpecifierPlace) throws(DeclarationError) -> CSpecifiers {
    let start = token
    var scalar = CScalarSpecifiers()
    var named: (type: CType, spelling: String)?
    var (isConst, isTypedef, hasTag, isDefinition) = (false, false, false, false)
    var attributes = CAttributes()
    while true {
      attributes.add(try parseAttributes())
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
        let tagged = try parseTagged()
        named = (tagged.type, tagged.spelling)
        (hasTag, isDefinition) = (true, tagged.isDefinition)
      case .keyword(.alignas):
        attributes.add(try parseAlignas())
      case .keyword(.refused):
        throw failure("\(lexer.found(token)) is not supported")
      case .keyword(let keyword) where CScalarSpecifiers.includes(keyword):
        if let named { try checkAlone(after: named.spelling) }
        let spelling = lexer.text(from: token.start, to: token.end)
        if !scalar.add(keyword, spelling: spelling) { try checkAlone(after: scalar.spelling) }
        try advance()
      case .word("complex") where named == nil && scalar.isEmpty && isComplexNext:
        _ = scalar.add(.complex, spelling: "complex")
        try advance()
      case .word(let word) where named == nil && scalar.isEmpty:
        guard let known = typedef(named: word) else { throw unknownType(word) }
        named = (.alias(word, known.type), word)
        if known.isConst { isConst = true }
        try advance()
      case .word("complex") where scalar.mayBeComplex:
        _ = scalar.add(.complex, spelling: "complex")
        try advance()
      default:
        if scalar.lacksPart { throw unexpected("'float' or 'double' for '\(scalar.spelling)'") }
        guard let type = named?.type ?? scalar.type else { throw unexpected("a type") }
        return CSpecifiers(
          type: type, isConst: isConst, isTypedef: isTypedef, hasTag: hasTag,
          isDefinition: isDefinition, attributes: attributes, start: start)
      }
    }
  }

  /// Whether the next token is the macro `complex` before the type of its parts.
  private var isComplexNext: Bool {
    if typedef(named: "complex") != nil { return false }
    var lookahead = lexer
    let next = try? lookahead.next()
    return [.keyword(.float), .keyword(.double), .keyword(.long)].contains(next?.kind)
  }

  /// Reads `_Alignas(16)`; `_Alignas(0)` says nothing.
  private mutating func parseAlignas() throws(DeclarationError) -> CAttributes {
    var attributes = CAttributes(layoutStart: token)
    try advance()
    attributes.alignment = try parseAlignment()
    return attributes
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
      throw failure("\(lexer.found(token)) cannot stand \(place.description)")
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
