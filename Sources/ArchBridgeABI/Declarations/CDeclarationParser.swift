/// Reads one text of C declarations.
///
/// It is a recursive descent over the tokens with one token of lookahead. Whatever recurses calls
/// `enter()` first, so that no text can exhaust the stack.
struct CDeclarationParser {
  var lexer: CLexer
  /// The token that is to be read next.
  var token: CToken
  /// What earlier texts have declared.
  let known: CNames
  /// What this text has declared so far.
  var added = CNames()
  /// The function that was declared last, as this text spells it.
  var latestFunction: FunctionDeclaration?
  /// How many declarators of functions, variables and typedefs have been read.
  var declarationCount = 0
  private var nesting = 0

  /// How deep parentheses and parameter lists may nest; C asks for 63.
  private static let maximumNesting = 64

  private init(_ source: String, after known: CNames) throws(DeclarationError) {
    lexer = CLexer(source)
    token = try lexer.next()
    self.known = known
  }

  /// Reads every declaration of `source`, and gives the names that it adds.
  static func names(
    declaredBy source: String, after known: CNames
  ) throws(DeclarationError) -> CNames {
    var parser = try CDeclarationParser(source, after: known)
    try parser.parseAll()
    return parser.added
  }

  /// Reads the one function declaration that `source` is.
  static func prototype(
    _ source: String, after known: CNames
  ) throws(DeclarationError) -> FunctionDeclaration {
    var parser = try CDeclarationParser(source, after: known)
    let start = parser.token
    let isExtern = try parser.take(.extern)
    if isExtern, parser.token.kind == .string { try parser.parseLinkage() }
    try parser.parseDeclaration(isExtern: isExtern)
    guard let function = parser.latestFunction, parser.declarationCount == 1 else {
      throw parser.failure(at: start, "expected the prototype of exactly one function")
    }
    guard parser.token.kind == .end else { throw parser.unexpected("the end of the prototype") }
    return function
  }

  /// Reads the one type name that `source` is.
  static func type(_ source: String, after known: CNames) throws(DeclarationError) -> CType {
    var parser = try CDeclarationParser(source, after: known)
    let start = parser.token
    let specifiers = try parser.parseSpecifiers(of: .typeName)
    let declarator = try parser.parseDeclarator(.optionallyNamed)
    let (type, _) = try parser.derivedType(of: declarator, specifiers)
    if specifiers.isDefinition || !parser.added.records.isEmpty || !parser.added.constants.isEmpty {
      throw parser.failure(at: start, "a type cannot be defined here; only its name is read")
    }
    if let name = declarator.name {
      throw parser.failure(
        at: declarator.start,
        "expected a type without a name, found '\(parser.lexer.clipped(name))'")
    }
    guard parser.token.kind == .end else { throw parser.unexpected("the end of the type") }
    return type
  }

  private mutating func parseAll() throws(DeclarationError) {
    var openBlocks: [CToken] = []
    while token.kind != .end {
      if try take(.semicolon) { continue }
      if !openBlocks.isEmpty, try take(.closeBrace) {
        openBlocks.removeLast()
      } else if try take(.extern) {
        if token.kind == .string {
          try parseLinkage()
          if token.kind == .punctuator(.openBrace) {
            openBlocks.append(token)
            try advance()
            continue
          }
        }
        try parseDeclaration(isExtern: true)
      } else if try take(.staticAssert) {
        try skipParentheses()
      } else {
        try parseDeclaration(isExtern: false)
      }
    }
    if !openBlocks.isEmpty { throw unexpected("'}' for the '{' after extern \"C\"") }
  }

  /// Reads the language in `extern "C"`.
  private mutating func parseLinkage() throws(DeclarationError) {
    guard lexer.text(from: token.start, to: token.end) == "\"C\"" else {
      throw failure("extern \(lexer.found(token)) is not supported; only extern \"C\" is")
    }
    try advance()
  }

  /// Reads one declaration with all its declarators, and the `;` after it.
  private mutating func parseDeclaration(isExtern: Bool) throws(DeclarationError) {
    let specifiers = try parseSpecifiers(of: .declaration(isExtern: isExtern))
    if specifiers.hasTag, !specifiers.isTypedef, endsDeclaration {
      try refuseLayout(in: specifiers.attributes)
      try refuseAnnotation(in: specifiers.attributes)
      return try endDeclaration()
    }
    repeat {
      try declare(try parseDeclarator(.named), specifiers)
    } while try take(.comma)
    try endDeclaration()
  }

  private var endsDeclaration: Bool {
    token.kind == .punctuator(.semicolon) || token.kind == .end
  }

  private mutating func endDeclaration() throws(DeclarationError) {
    switch token.kind {
    case .end: return
    case .punctuator(.semicolon): try advance()
    case .punctuator(.openBrace):
      throw failure("a function's body is not read; end its declaration with ';'")
    case .punctuator(.assign):
      throw failure("a value is not read; end the declaration with ';'")
    case .keyword(.asm):
      throw failure("'__asm__' is not supported: it gives what is declared another symbol")
    default: throw unexpected("';' or ','")
    }
  }

  // MARK: Tokens

  /// Goes to the next token.
  mutating func advance() throws(DeclarationError) {
    token = try lexer.next()
  }

  /// Steps over `punctuator` if it is next.
  mutating func take(_ punctuator: CPunctuator) throws(DeclarationError) -> Bool {
    guard token.kind == .punctuator(punctuator) else { return false }
    try advance()
    return true
  }

  /// Steps over `keyword` if it is next.
  mutating func take(_ keyword: CKeyword) throws(DeclarationError) -> Bool {
    guard token.kind == .keyword(keyword) else { return false }
    try advance()
    return true
  }

  /// Steps over `punctuator`, which must be next.
  mutating func expect(
    _ punctuator: CPunctuator, or other: String = ""
  ) throws(DeclarationError) {
    if try !take(punctuator) { throw unexpected("'\(punctuator.rawValue)'\(other)") }
  }

  /// Goes one level deeper; `leave()` comes back.
  mutating func enter() throws(DeclarationError) {
    nesting += 1
    if nesting > CDeclarationParser.maximumNesting {
      throw failure("this nests deeper than \(CDeclarationParser.maximumNesting) levels")
    }
  }

  /// Comes back from the level that `enter()` went to.
  mutating func leave() {
    nesting -= 1
  }

  // MARK: Errors

  /// Makes an error at the next token.
  func failure(_ message: String) -> DeclarationError {
    lexer.failure(at: token.start, message)
  }

  /// Makes an error at `token`.
  func failure(at token: CToken, _ message: String) -> DeclarationError {
    lexer.failure(at: token.start, message)
  }

  /// Makes the error that says what stands where something else must.
  func unexpected(_ expected: String) -> DeclarationError {
    let hint =
      switch token.kind {
      case .punctuator(.ampersand), .punctuator(.logicalAnd):
        "; C++ references are not read, declare a pointer"
      case .punctuator(.less): "; C++ templates are not read"
      case .punctuator(.scope): "; C++ scopes are not read"
      default: ""
      }
    return failure("expected \(expected), found \(lexer.found(token))\(hint)")
  }
}
