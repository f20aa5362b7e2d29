/// Reads one text of Fortran declarations, statement by statement.
///
/// Statements that do things are passed over. Whatever recurses calls `enter()` first, so that no
/// text can exhaust the stack.
struct FortranParser {
  /// What a text declares.
  struct Found {
    var procedures: [FortranProcedure] = []
    var variables: [FortranModuleVariable] = []
    var commonBlocks: [FortranCommonBlock] = []
    var derivedTypes: [FortranDerivedType] = []
    /// What is left out, each with the reason.
    var omissions: [(name: String, error: DeclarationError)] = []
    /// The modules, with those of earlier texts.
    var modules: [String: FortranUnit] = [:]
    /// The procedures' places by their names.
    private(set) var places: [String: Int] = [:]
    /// The common blocks that are known.
    var blockNames: Set<String> = []
    /// The common blocks that cannot be read, and why.
    var unreadableBlocks: [String: DeclarationError] = [:]

    /// Whether there is nothing but what is left out.
    var isEmpty: Bool {
      procedures.isEmpty && variables.isEmpty && commonBlocks.isEmpty && derivedTypes.isEmpty
    }

    mutating func add(_ procedure: FortranProcedure) {
      places[procedure.name] = procedures.count
      procedures.append(procedure)
    }
  }

  let dataModel: DataModel
  var found = Found()
  /// The units that are open, the innermost at the end.
  var units: [FortranUnit] = []
  /// The constants and interfaces of the modules that have been read.
  var modules: [String: FortranUnit] {
    get { found.modules }
    _modify { yield &found.modules }
  }

  private(set) var statement = FortranStatement()
  private var tokens: [FortranToken] = []
  /// The place of the token that is to be read next.
  var index = 0
  private var nesting = 0
  /// The unit whose heading the statement is.
  var heading: Int?

  /// How deep units, parentheses and interfaces may nest.
  private static let maximumNesting = 32

  private init(_ dataModel: DataModel) { self.dataModel = dataModel }

  /// Reads what `source` declares.
  static func declarations(
    of source: String, _ form: FortranForm, _ dataModel: DataModel,
    after modules: [String: FortranUnit]
  ) throws(DeclarationError) -> Found {
    var parser = FortranParser(dataModel)
    parser.modules = modules
    for statement in FortranStatements.of(source, form) {
      parser.statement = statement
      parser.tokens = FortranLexer.tokens(of: statement)
      parser.index = 0
      parser.nesting = parser.units.count
      parser.heading = nil
      do throws(DeclarationError) {
        try parser.parseStatement()
      } catch {
        guard error.isLocal, parser.leaveOut(error) else { throw error }
      }
    }
    try parser.end()
    parser.noteBlocks()
    return parser.found
  }

  private mutating func end() throws(DeclarationError) {
    try closeCompact()
    if let unit = units.last {
      throw DeclarationError(
        line: unit.start.line, column: unit.start.column,
        message: "this \(unit.keyword) has no 'end \(unit.keyword)'")
    }
  }

  /// Ends the procedure that is complete without `end`.
  mutating func closeCompact() throws(DeclarationError) {
    if let unit = units.last, unit.kind == .procedure, unit.isCompact || unit.isHeadingUnread,
      !unit.isContaining, !unit.isExecuting
    {
      try closeUnit()
    }
  }

  // MARK: Tokens

  /// All tokens of the statement.
  var statementTokens: [FortranToken] { tokens }

  /// The token that is to be read next.
  var token: FortranToken { tokens[index] }

  /// The token so many places on.
  func token(after count: Int) -> FortranToken { tokens[min(index + count, tokens.count - 1)] }

  /// All tokens from the next one on.
  var rest: ArraySlice<FortranToken> { tokens[index...] }

  /// Goes to the next token.
  mutating func advance(by count: Int = 1) { index = min(index + count, tokens.count - 1) }

  /// Whether the statement is at its end.
  var isAtEnd: Bool { token.kind == .end }

  /// Steps over a symbol if it is next.
  mutating func take(_ symbol: String) -> Bool {
    guard token.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  /// Steps over a word if it is next.
  mutating func take(word: String) -> Bool {
    guard token.kind == .word(word) else { return false }
    advance()
    return true
  }

  /// Steps over a symbol, which must be next.
  mutating func expect(_ symbol: String) throws(DeclarationError) {
    if !take(symbol) { throw unexpected("'\(symbol)'") }
  }

  /// Reads a name.
  mutating func expectName(_ what: String) throws(DeclarationError) -> String {
    guard case .word(let name) = token.kind else { throw unexpected(what) }
    guard name.utf8.count <= 63 else {
      throw failure("a name has 63 letters at most")
    }
    advance()
    return name
  }

  /// The word that is next, if it is one.
  var word: String? {
    if case .word(let word) = token.kind { word } else { nil }
  }

  /// Whether a symbol stands so many tokens on.
  func isSymbol(_ symbol: String, after count: Int = 0) -> Bool {
    token(after: count).kind == .symbol(symbol)
  }

  /// The word that stands so many tokens on.
  func word(after count: Int) -> String? {
    if case .word(let word) = token(after: count).kind { word } else { nil }
  }

  /// Steps over what stands in parentheses, where `(` is next.
  mutating func skipParentheses() throws(DeclarationError) {
    var depth = 0
    repeat {
      if isSymbol("(") { depth += 1 }
      if isSymbol(")") { depth -= 1 }
      if isAtEnd { throw unexpected("')'") }
      advance()
    } while depth > 0
  }

  /// Refuses what is left of a statement.
  func expectEnd(_ what: String) throws(DeclarationError) {
    if !isAtEnd { throw unexpected("the end of the \(what)") }
  }

  /// Goes one level deeper; `leave()` comes back.
  mutating func enter() throws(DeclarationError) {
    nesting += 1
    if nesting > FortranParser.maximumNesting {
      throw failure("this nests deeper than \(FortranParser.maximumNesting) levels")
    }
  }

  /// Comes back from the level that `enter()` went to.
  mutating func leave() { nesting -= 1 }

  /// How a token is written.
  func spelling(of token: FortranToken) -> String {
    String(
      decoding: statement.bytes[token.start..<min(token.end, statement.bytes.count)],
      as: UTF8.self)
  }

  // MARK: Errors

  /// Where the next token stands.
  var place: (line: Int, column: Int) { statement.place(of: token.start) }

  /// Makes an error at the next token, or at another one.
  func failure(at other: FortranToken? = nil, _ message: String) -> DeclarationError {
    let (line, column) = statement.place(of: (other ?? token).start)
    return DeclarationError(line: line, column: column, message: message)
  }

  /// Makes an error about one declaration, without which the others can be read.
  func unsupported(at other: FortranToken? = nil, _ message: String) -> DeclarationError {
    var error = failure(at: other, message)
    error.isLocal = true
    return error
  }

  /// Makes the error that says what stands where something else must.
  func unexpected(_ expected: String) -> DeclarationError {
    failure("expected \(expected), found \(found(token))")
  }

  /// How a message names a token.
  func found(_ token: FortranToken) -> String {
    guard token.kind != .end else { return "the end of the statement" }
    let bytes = statement.bytes[token.start..<min(token.end, statement.bytes.count)]
    return bytes.count > 60
      ? "'\(String(decoding: bytes.prefix(50), as: UTF8.self))…'"
      : "'\(String(decoding: bytes, as: UTF8.self))'"
  }
}
