/// An integer constant, with as much of its C type as arithmetic depends on.
///
/// `unsigned int` wraps, as C defines it. `long` has different widths on different targets, so it
/// must do with 32 bits, and whatever a wider or narrower one would change is an error.
struct IntegerConstant: Equatable {
  /// The conversion ranks that promoted integers have.
  enum Rank: Int {
    case int, long, longLong
  }

  /// The value as mathematics has it.
  let value: Int64
  let rank: Rank
  let isUnsigned: Bool

  /// Makes a constant of a type that the value is known to fit.
  init(_ value: Int64, rank: Rank = .int, isUnsigned: Bool = false) {
    (self.value, self.rank, self.isUnsigned) = (value, rank, isUnsigned)
  }

  /// Makes the constant that arithmetic with `result` gives.
  init(
    result: Int64, overflow: Bool, rank: Rank, isUnsigned: Bool
  ) throws(ConstantError) {
    if rank == .int, isUnsigned {
      self.init(Int64(UInt32(truncatingIfNeeded: result)), rank: rank, isUnsigned: true)
      return
    }
    let range =
      switch (rank, isUnsigned) {
      case (.longLong, false): Int64.min...Int64.max
      case (.longLong, true): 0...Int64.max
      case (_, true): 0...Int64(UInt32.max)
      case (_, false): Int64(Int32.min)...Int64(Int32.max)
      }
    if overflow || !range.contains(result) {
      throw rank == .long ? .dependsOnTarget : .overflow
    }
    self.init(result, rank: rank, isUnsigned: isUnsigned)
  }

  /// Gives this constant a sign, complements it, or negates it as a condition.
  func applying(_ operation: CPunctuator) throws(ConstantError) -> IntegerConstant {
    switch operation {
    case .minus:
      let (result, overflow) = Int64(0).subtractingReportingOverflow(value)
      return try .init(result: result, overflow: overflow, rank: rank, isUnsigned: isUnsigned)
    case .tilde:
      return try .init(result: ~value, overflow: false, rank: rank, isUnsigned: isUnsigned)
    case .exclamation:
      return IntegerConstant(value == 0 ? 1 : 0)
    default:
      return self
    }
  }

  /// Chooses between two constants as `?:` does.
  func choose(
    _ first: IntegerConstant, _ second: IntegerConstant
  ) throws(ConstantError) -> IntegerConstant {
    let (left, right) = try first.balanced(with: second)
    return value != 0 ? left : right
  }

  /// Combines two constants by a binary operator.
  func combined(
    with other: IntegerConstant, by operation: CPunctuator
  ) throws(ConstantError) -> IntegerConstant {
    switch operation {
    case .logicalAnd: return IntegerConstant(value != 0 && other.value != 0 ? 1 : 0)
    case .logicalOr: return IntegerConstant(value != 0 || other.value != 0 ? 1 : 0)
    case .shiftLeft, .shiftRight: return try shifted(by: other.value, operation)
    default: break
    }
    let (left, right) = try balanced(with: other)
    let (first, second) = (left.value, right.value)
    let result: (partialValue: Int64, overflow: Bool)
    switch operation {
    case .less: return IntegerConstant(first < second ? 1 : 0)
    case .lessOrEqual: return IntegerConstant(first <= second ? 1 : 0)
    case .greater: return IntegerConstant(first > second ? 1 : 0)
    case .greaterOrEqual: return IntegerConstant(first >= second ? 1 : 0)
    case .equal: return IntegerConstant(first == second ? 1 : 0)
    case .notEqual: return IntegerConstant(first != second ? 1 : 0)
    case .plus: result = first.addingReportingOverflow(second)
    case .minus: result = first.subtractingReportingOverflow(second)
    case .star: result = first.multipliedReportingOverflow(by: second)
    case .slash:
      if second == 0 { throw .divisionByZero }
      result = first.dividedReportingOverflow(by: second)
    case .percent:
      if second == 0 { throw .divisionByZero }
      // C ties the remainder to the quotient: where that overflows, neither has a value.
      let quotient = try left.combined(with: right, by: .slash)
      result = (first - quotient.value * second, false)
    case .ampersand: result = (first & second, false)
    case .bar: result = (first | second, false)
    default: result = (first ^ second, false)
    }
    return try .init(
      result: result.partialValue, overflow: result.overflow, rank: left.rank,
      isUnsigned: left.isUnsigned)
  }

  /// Shifts, as GCC and Clang do where C leaves it open: `1 << 31` is the least `int`.
  private func shifted(
    by count: Int64, _ operation: CPunctuator
  ) throws(ConstantError) -> IntegerConstant {
    guard 0..<(rank == .longLong ? 64 : 32) ~= count else { throw .shiftCount }
    if operation == .shiftRight {
      return IntegerConstant(value >> count, rank: rank, isUnsigned: isUnsigned)
    }
    var result = value << count
    let overflow = result >> count != value
    if rank == .int, !isUnsigned, value > 0, !overflow, let bits = UInt32(exactly: result) {
      result = Int64(Int32(bitPattern: bits))
    }
    return try .init(result: result, overflow: overflow, rank: rank, isUnsigned: isUnsigned)
  }

  /// Both constants in the type that C's usual arithmetic conversions give them.
  private func balanced(
    with other: IntegerConstant
  ) throws(ConstantError) -> (IntegerConstant, IntegerConstant) {
    let common = rank.rawValue >= other.rank.rawValue ? rank : other.rank
    // `long long` holds every `unsigned int`; whether `long` does depends on the target, and
    // counting as unsigned turns what would differ into an error.
    var isUnsigned = isUnsigned || other.isUnsigned
    if common == .longLong, isUnsigned {
      isUnsigned = (self.isUnsigned && rank != .int) || (other.isUnsigned && other.rank != .int)
    }
    return (
      try .init(result: value, overflow: false, rank: common, isUnsigned: isUnsigned),
      try .init(result: other.value, overflow: false, rank: common, isUnsigned: isUnsigned)
    )
  }
}
