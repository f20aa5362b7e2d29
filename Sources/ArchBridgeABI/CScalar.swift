/// C's arithmetic types, by the names that C gives them.
///
/// Widths come from a `DataModel`.
public enum CScalar: String, Hashable, Sendable, CaseIterable {
  /// `_Bool`.
  case bool = "_Bool"
  /// Plain `char`, signed on the architectures that are known here.
  case char
  /// `signed char`.
  case signedChar = "signed char"
  /// `unsigned char`.
  case unsignedChar = "unsigned char"
  /// `short`.
  case short
  /// `unsigned short`.
  case unsignedShort = "unsigned short"
  /// `int`.
  case int
  /// `unsigned int`.
  case unsignedInt = "unsigned int"
  /// `long`.
  case long
  /// `unsigned long`.
  case unsignedLong = "unsigned long"
  /// `long long`.
  case longLong = "long long"
  /// `unsigned long long`.
  case unsignedLongLong = "unsigned long long"
  /// `float`.
  case float
  /// `double`.
  case double
  /// `long double`.
  case longDouble = "long double"

  /// Whether this is one of the three floating-point types.
  public var isFloatingPoint: Bool {
    switch self {
    case .float, .double, .longDouble: true
    default: false
    }
  }

  /// Whether this integer type has negative values.
  public var isSigned: Bool {
    switch self {
    case .char, .signedChar, .short, .int, .long, .longLong: true
    default: false
    }
  }
}
