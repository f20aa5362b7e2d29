/// An integer of up to 129 bits: as many as a head or a bignum of sixteen bytes can give.
struct WireInteger: Equatable {
  /// Whether the value is −1 − `argument`.
  let isNegative: Bool
  let argument: UInt128

  /// The value in the type asked for, or nil where it does not fit.
  func converted<Value: FixedWidthInteger>(to type: Value.Type) -> Value? {
    guard isNegative else { return Value(exactly: argument) }
    guard Value.isSigned, let complement = Value(exactly: argument) else { return nil }
    return ~complement
  }

  /// The value as a floating-point number, or nil where it is not exact.
  func exactly<Value: BinaryFloatingPoint>(_ type: Value.Type) -> Value? {
    guard isNegative else { return Value(exactly: argument) }
    guard argument < UInt128.max else { return nil }
    guard let magnitude = Value(exactly: argument + 1) else { return nil }
    return -magnitude
  }
}

extension WireInteger: CustomStringConvertible {
  var description: String {
    guard isNegative else { return "\(argument)" }
    guard argument < UInt128.max else { return "-340282366920938463463374607431768211456" }
    return "-\(argument + 1)"
  }
}
