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

  /// The expression's value, where `value` gives those of the names.
  ///
  /// It is nil where a name has none, where a function is another than `max`, `min`, `abs` and
  /// `mod`, and where the value is no `Int`.
  public func value(_ value: (String) -> Int?) -> Int? {
    switch self {
    case .integer(let number): return number
    case .name(let name): return value(name)
    case .negated(let operand):
      guard let operand = operand.value(value) else { return nil }
      let (result, overflow) = (0).subtractingReportingOverflow(operand)
      return overflow ? nil : result
    case .binary(let symbol, let left, let right):
      guard let left = left.value(value), let right = right.value(value) else { return nil }
      return symbol.apply(left, right)
    case .call(let name, let arguments):
      var values: [Int] = []
      for argument in arguments {
        guard let one = argument.value(value) else { return nil }
        values.append(one)
      }
      return Self.intrinsic(name, values)
    case .other: return nil
    }
  }

  /// The expression's value where it has no names.
  public var constant: Int? { value { _ in nil } }

  private static func intrinsic(_ name: String, _ values: [Int]) -> Int? {
    switch (name, values.count) {
    case ("max", 1...): return values.max()
    case ("min", 1...): return values.min()
    case ("abs", 1): return values[0] == Int.min ? nil : abs(values[0])
    case ("int", 1): return values[0]
    case ("mod", 2):
      guard values[1] != 0 else { return nil }
      let (result, overflow) = values[0].remainderReportingOverflow(dividingBy: values[1])
      return overflow ? nil : result
    default: return nil
    }
  }

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

extension FortranExpression.Operator {
  fileprivate func apply(_ left: Int, _ right: Int) -> Int? {
    let (result, overflow): (Int, Bool)
    switch self {
    case .add: (result, overflow) = left.addingReportingOverflow(right)
    case .subtract: (result, overflow) = left.subtractingReportingOverflow(right)
    case .multiply: (result, overflow) = left.multipliedReportingOverflow(by: right)
    case .divide: (result, overflow) = left.dividedReportingOverflow(by: right)
    case .power: return Self.power(left, right)
    }
    return overflow ? nil : result
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int? {
    if base == 1 || exponent == 0 { return 1 }
    if base == -1 { return exponent % 2 == 0 ? 1 : -1 }
    // From 2 on, more than 62 factors are no Int.
    guard base != 0 else { return exponent > 0 ? 0 : nil }
    guard exponent > 0 else { return 0 }
    guard exponent < 64 else { return nil }
    var result = 1
    for _ in 0..<exponent {
      let (next, overflow) = result.multipliedReportingOverflow(by: base)
      if overflow { return nil }
      result = next
    }
    return result
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
