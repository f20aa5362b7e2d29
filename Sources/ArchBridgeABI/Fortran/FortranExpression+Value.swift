extension FortranExpression {
  /// Why an expression has no value.
  public enum Failure: Error, Hashable, Sendable {
    /// What nobody gives: a name, or a function of something, as it is written.
    case unknown(String)
    /// The value is no `Int`, or is divided by zero.
    case undefined
  }

  /// The expression's value.
  ///
  /// - Parameters:
  ///   - value: what a name stands for; nil where that is not known.
  ///   - call: what a function of expressions, or an array's element, is, other than `max`, `min`,
  ///     `abs`, `int`, `mod` and `modulo`.
  /// - Throws: why there is none.
  public func evaluated(
    _ value: (String) -> Int?, calling call: (String, [FortranExpression]) -> Int? = { _, _ in nil }
  ) throws(Failure) -> Int {
    switch self {
    case .integer(let number): return number
    case .name(let name):
      guard let known = value(name) else { throw .unknown(name) }
      return known
    case .negated(let operand):
      return try Operator.subtract.apply(0, operand.evaluated(value, calling: call))
    case .binary(let symbol, let left, let right):
      let left = try left.evaluated(value, calling: call)
      return try symbol.apply(left, right.evaluated(value, calling: call))
    case .call(let name, let arguments):
      if Self.intrinsics.contains(name) {
        var values: [Int] = []
        for argument in arguments { values.append(try argument.evaluated(value, calling: call)) }
        if let result = try Self.intrinsic(name, values) { return result }
      } else if let known = call(name, arguments) {
        return known
      }
      throw .unknown("\(self)")
    case .other: throw .unknown("\(self)")
    }
  }

  /// The expression's value, where `value` gives those of the names; nil where it has none.
  public func value(_ value: (String) -> Int?) -> Int? { try? evaluated(value) }

  /// The expression's value where it has no names.
  public var constant: Int? { value { _ in nil } }

  private static let intrinsics: [String] = [
    "max", "max0", "min", "min0", "abs", "iabs", "int", "mod", "modulo",
  ]

  private static func intrinsic(_ name: String, _ values: [Int]) throws(Failure) -> Int? {
    switch (name, values.count) {
    case ("max", 1...), ("max0", 1...): return values.max()
    case ("min", 1...), ("min0", 1...): return values.min()
    case ("abs", 1), ("iabs", 1):
      return values[0] < 0 ? try Operator.subtract.apply(0, values[0]) : values[0]
    case ("int", 1): return values[0]
    case ("mod", 2), ("modulo", 2):
      guard values[1] != 0 else { throw .undefined }
      let (rest, overflow) = values[0].remainderReportingOverflow(dividingBy: values[1])
      if overflow { return 0 }
      let isBelow = rest != 0 && (rest < 0) != (values[1] < 0)
      return name == "modulo" && isBelow ? rest + values[1] : rest
    default: return nil
    }
  }
}

extension FortranExpression.Operator {
  fileprivate func apply(
    _ left: Int, _ right: Int
  ) throws(FortranExpression.Failure) -> Int {
    let (result, overflow): (Int, Bool)
    switch self {
    case .add: (result, overflow) = left.addingReportingOverflow(right)
    case .subtract: (result, overflow) = left.subtractingReportingOverflow(right)
    case .multiply: (result, overflow) = left.multipliedReportingOverflow(by: right)
    case .divide: (result, overflow) = left.dividedReportingOverflow(by: right)
    case .power: return try Self.power(left, right)
    }
    if overflow { throw .undefined }
    return result
  }

  private static func power(
    _ base: Int, _ exponent: Int
  ) throws(FortranExpression.Failure) -> Int {
    if base == 1 || exponent == 0 { return 1 }
    if base == -1 { return exponent % 2 == 0 ? 1 : -1 }
    guard base != 0 else {
      if exponent < 0 { throw .undefined }
      return 0
    }
    guard exponent > 0 else { return 0 }
    // From 2 on, more than 63 factors are no Int.
    if exponent > 63 { throw .undefined }
    var result = 1
    for _ in 0..<exponent { result = try multiply.apply(result, base) }
    return result
  }
}
