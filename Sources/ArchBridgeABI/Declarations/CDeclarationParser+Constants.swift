extension CDeclarationParser {
  /// Reads an integer constant expression.
  ///
  /// Every operand must have a value, also one of `?:`, `&&` and `||` that does not count.
  mutating func parseConstant() throws(DeclarationError) -> IntegerConstant {
    try enter()
    var value = try parseBinary(minimumPrecedence: 1)
    let start = token
    if try take(.question) {
      let first = try parseConstant()
      try expect(.colon)
      let second = try parseConstant()
      do throws(ConstantError) {
        value = try value.choose(first, second)
      } catch {
        throw failure(at: start, error.message)
      }
    }
    leave()
    return value
  }

  private mutating func parseBinary(
    minimumPrecedence: Int
  ) throws(DeclarationError) -> IntegerConstant {
    var left = try parseUnary()
    while case .punctuator(let punctuator) = token.kind, let precedence = punctuator.precedence,
      precedence >= minimumPrecedence
    {
      let start = token
      try advance()
      let right = try parseBinary(minimumPrecedence: precedence + 1)
      do throws(ConstantError) {
        left = try left.combined(with: right, by: punctuator)
      } catch {
        throw failure(at: start, error.message)
      }
    }
    return left
  }

  private mutating func parseUnary() throws(DeclarationError) -> IntegerConstant {
    let start = token
    guard case .punctuator(let punctuator) = start.kind else { return try parsePrimary() }
    switch punctuator {
    case .openParenthesis:
      try advance()
      let value = try parseConstant()
      try expect(.closeParenthesis)
      return value
    case .plus, .minus, .tilde, .exclamation:
      try advance()
      try enter()
      let operand = try parseUnary()
      leave()
      do throws(ConstantError) {
        return try operand.applying(punctuator)
      } catch {
        throw failure(at: start, error.message)
      }
    default:
      return try parsePrimary()
    }
  }

  private mutating func parsePrimary() throws(DeclarationError) -> IntegerConstant {
    let value: IntegerConstant
    switch token.kind {
    case .number, .character:
      let spelling = lexer.bytes[token.start..<token.end]
      do throws(ConstantError) {
        value =
          token.kind == .number
          ? try IntegerConstant(literal: spelling) : try IntegerConstant(characterLiteral: spelling)
      } catch {
        throw failure("\(lexer.found(token)): \(error.message)")
      }
    case .word(let name):
      guard let constant = constant(named: name) else {
        throw failure("\(lexer.found(token)) is no constant; only enumerators are known by name")
      }
      value = constant
    case .keyword(.sizeof):
      throw failure("\(lexer.found(token)) is not supported: it depends on the target")
    default:
      throw unexpected("a constant")
    }
    try advance()
    return value
  }
}
