/// The types that a call's arguments and result have on the wire, each with its width.
public enum WireType: UInt8, Hashable, Sendable, CaseIterable {
  /// No value; a result only.
  case void = 0
  /// `int8_t`.
  case int8 = 1
  /// `uint8_t`.
  case uint8 = 2
  /// `int16_t`.
  case int16 = 3
  /// `uint16_t`.
  case uint16 = 4
  /// `int32_t`.
  case int32 = 5
  /// `uint32_t`.
  case uint32 = 6
  /// `int64_t`.
  case int64 = 7
  /// `uint64_t`.
  case uint64 = 8
  /// A binary32 number.
  case float32 = 9
  /// A binary64 number.
  case float64 = 10
  /// `_Bool`.
  case bool = 11
  /// A pointer, as wide as the helper's.
  case pointer = 12
  /// A pointer to a string that ends with NUL, which is read at once; a result only.
  case text = 13

  /// The class of values that this type holds.
  public var kind: Kind {
    switch self {
    case .void: .none
    case .int8, .int16, .int32, .int64: .signed
    case .uint8, .uint16, .uint32, .uint64, .bool, .pointer: .unsigned
    case .float32, .float64: .floating
    case .text: .text
    }
  }

  /// The classes of values.
  public enum Kind: Sendable {
    /// No value.
    case none
    /// An integer of either sign.
    case signed
    /// A non-negative integer.
    case unsigned
    /// A floating-point number.
    case floating
    /// A string.
    case text
  }

  /// The width in bits of an integer type; 64 for a pointer, whose width the helper checks.
  public var bitCount: Int {
    switch self {
    case .bool: 1
    case .int8, .uint8: 8
    case .int16, .uint16: 16
    case .int32, .uint32, .float32: 32
    default: 64
    }
  }
}
