/// An integer expression in a declaration: an extent, a bound, a length.
public indirect enum FortranExpression: Hashable, Sendable {
  /// An operator between two expressions.
  public enum Operator: String, Hashable, Sendable {
    /// `+`.
    case add = "+"
    /// `-`.
    case subtract = "-"
    /// `*`.
    case multiply = "*"
    /// `/`, which cuts towards zero.
    case divide = "/"
    /// `**`.
    case power = "**"
  }

  /// A number.
  case integer(Int)
  /// An argument or a constant, in lower case.
  case name(String)
  /// `-` before an expression.
  case negated(FortranExpression)
  /// Two expressions with an operator between them.
  case binary(Operator, FortranExpression, FortranExpression)
  /// A function of expressions, such as `max(1, n)`.
  case call(String, [FortranExpression])
  /// What is no integer expression here, as it was written: `2.5`, `'text'`.
  case other(String)

  /// The names in the expression.
  public var names: [String] {
    switch self {
    case .integer, .other: []
    case .name(let name): [name]
    case .negated(let operand): operand.names
    case .binary(_, let left, let right): left.names + right.names
    case .call(_, let arguments): arguments.flatMap(\.names)
    }
  }
}

extension FortranExpression: CustomStringConvertible {
  /// The expression as Fortran spells it.
  public var description: String { spelled(within: 0) }

  /// The expression, in parentheses where it binds less tightly than what is around it.
  private func spelled(within outer: Int) -> String {
    switch self {
    case .integer(let number):
      return number < 0 && outer > 0 ? "(\(number))" : "\(number)"
    case .name(let name): return name
    case .other(let text): return text
    case .negated(let operand):
      let text = "-\(operand.spelled(within: 2))"
      return outer > 0 ? "(\(text))" : text
    case .binary(let symbol, let left, let right):
      let level = symbol.precedence
      // What stands on the right of `-` and `/` binds by itself; `**` does so on its left.
      let isPower = symbol == .power
      let text =
        left.spelled(within: level + (isPower ? 1 : 0)) + symbol.rawValue
        + right.spelled(within: level + (isPower ? 0 : 1))
      return level < outer ? "(\(text))" : text
    case .call(let name, let arguments):
      return "\(name)(\(arguments.map(\.description).joined(separator: ", ")))"
    }
  }
}

extension FortranExpression.Operator {
  /// How tightly the operator binds.
  var precedence: Int {
    switch self {
    case .add, .subtract: 1
    case .multiply, .divide: 2
    case .power: 3
    }
  }
}
