extension FortranParser {
  /// How many operators and calls an expression can have.
  private static let maximumOperatorCount = 128

  /// Reads an integer expression; constants that are known become numbers.
  mutating func parseExpression() throws(DeclarationError) -> FortranExpression {
    var remaining = Self.maximumOperatorCount
    return try parseSum(&remaining)
  }

  private mutating func parseSum(
    _ remaining: inout Int
  ) throws(DeclarationError) -> FortranExpression {
    try enter()
    defer { leave() }
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    var left = try parseProduct(&remaining)
    if isNegative { left = left.negative }
    while true {
      let symbol: FortranExpression.Operator
      if take("+") { symbol = .add } else if take("-") { symbol = .subtract } else { return left }
      try spend(&remaining)
      left = folded(symbol, left, try parseProduct(&remaining))
    }
  }

  private mutating func parseProduct(
    _ remaining: inout Int
  ) throws(DeclarationError) -> FortranExpression {
    var left = try parsePower(&remaining)
    while true {
      let symbol: FortranExpression.Operator
      if take("*") {
        symbol = .multiply
      } else if take("/") {
        symbol = .divide
      } else {
        return left
      }
      try spend(&remaining)
      left = folded(symbol, left, try parsePower(&remaining))
    }
  }

  private mutating func parsePower(
    _ remaining: inout Int
  ) throws(DeclarationError) -> FortranExpression {
    try enter()
    defer { leave() }
    let base = try parsePrimary(&remaining)
    guard take("**") else { return base }
    try spend(&remaining)
    return folded(.power, base, try parsePower(&remaining))
  }

  private mutating func spend(_ remaining: inout Int) throws(DeclarationError) {
    remaining -= 1
    if remaining <= 0 {
      throw failure("an expression has \(Self.maximumOperatorCount) operators at most")
    }
  }

  /// Two expressions with an operator, as one number where both are.
  private func folded(
    _ symbol: FortranExpression.Operator, _ left: FortranExpression, _ right: FortranExpression
  ) -> FortranExpression {
    let expression = FortranExpression.binary(symbol, left, right)
    guard case .integer = left, case .integer = right, let value = expression.constant else {
      return expression
    }
    return .integer(value)
  }

  private mutating func parsePrimary(
    _ remaining: inout Int
  ) throws(DeclarationError) -> FortranExpression {
    let start = token
    switch token.kind {
    case .symbol("("):
      advance()
      let inner = try parseSum(&remaining)
      try expect(")")
      return inner
    case .number(let text):
      advance()
      let digits = text.utf8.prefix { $0 != UInt8(ascii: "_") }
      if let number = Int(String(decoding: [UInt8](digits), as: UTF8.self)) {
        return .integer(number)
      }
      return .other(text)
    case .text:
      advance()
      // As it is written, with its quotation marks doubled.
      return .other(spelling(of: start))
    case .word(let name):
      advance()
      if isSymbol("(") { return try parseCall(name, &remaining) }
      return named(name)
    default: throw failure(at: start, "expected an integer expression, found \(found(start))")
    }
  }

  private mutating func parseCall(
    _ name: String, _ remaining: inout Int
  ) throws(DeclarationError) -> FortranExpression {
    advance()
    let operand = rest.first
    var arguments: [FortranExpression] = []
    var keywords: [String?] = []
    let start = index
    while !isSymbol(")") {
      try spend(&remaining)
      var keyword: String?
      if let word, isSymbol("=", after: 1) {
        keyword = word
        advance(by: 2)
      }
      keywords.append(keyword)
      arguments.append(try parseSum(&remaining))
      if !take(",") { break }
    }
    let count = index - start
    try expect(")")
    if name == "kind", let operand {
      let kind = count == 1 ? kind(of: operand) : nil
      return kind.map { .integer($0) } ?? .call(name, arguments)
    }
    return kindInquiry(name, arguments, keywords) ?? .call(name, arguments)
  }

  /// A name, or the number that it stands for.
  func named(_ name: String) -> FortranExpression {
    for unit in units.reversed() {
      if let value = meaning(of: name, in: unit, { $0.constants[$1] }) { return .integer(value) }
      // What is declared here hides what is around it.
      if unit.entities[name] != nil || unit.arguments.contains(name) { return .name(name) }
    }
    if let kind = dataModel.fortranKind(named: name) { return .integer(kind) }
    return .name(name)
  }
}

extension FortranExpression {
  /// The negative of this, as a number where it is one.
  var negative: FortranExpression {
    if case .integer(let number) = self, number != Int.min { return .integer(-number) }
    return .negated(self)
  }
}

extension DataModel {
  /// The kind that a name of `iso_c_binding` or `iso_fortran_env` stands for.
  func fortranKind(named name: String) -> Int? {
    switch name {
    case "int8", "c_int8_t", "c_signed_char", "c_char", "c_bool", "logical8": 1
    case "int16", "c_int16_t", "c_short", "logical16": 2
    case "int32", "c_int32_t", "c_int", "c_float", "c_float_complex", "real32", "logical32": 4
    case "int64", "c_int64_t", "c_long_long", "c_intmax_t", "c_double", "c_double_complex",
      "real64", "logical64":
      8
    case "c_long_double", "c_long_double_complex": 10
    case "real128": 16
    case "c_long": longByteCount
    case "c_size_t", "c_intptr_t", "c_ptrdiff_t": pointerByteCount
    default: nil
    }
  }
}
