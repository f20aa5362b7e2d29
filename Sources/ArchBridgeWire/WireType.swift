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
  /// A pointer to a string that ends with NUL, which is read at once: what a function returns, or
  /// gives to a callback.
  case text = 13
  /// An x87 number of 80 bits, `long double` on the architectures that are known here.
  case extended = 14
  /// As `text`, in units of 16 bits.
  case text16 = 15
  /// As `text`, in units of 32 bits.
  case text32 = 16
  /// A structure, union or complex number by value; its `WireForm` says more.
  case block = 17
  /// An array of pointers to strings that ends with a null pointer; an argument only.
  case texts = 18
  /// A function of the controller's; an argument only.
  case callback = 19

  /// The class of values that this type holds.
  public var kind: Kind {
    switch self {
    case .void: .none
    case .int8, .int16, .int32, .int64: .signed
    case .uint8, .uint16, .uint32, .uint64, .bool, .pointer: .unsigned
    case .float32, .float64: .floating
    case .text, .text16, .text32: .text
    case .extended, .block: .bytes
    case .texts, .callback: .reference
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
    /// A value of many bytes.
    case bytes
    /// What the helper makes a pointer of.
    case reference
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

  /// How many bytes a character of such a text has; nil for what is no text.
  public var textUnitByteCount: Int? {
    switch self {
    case .text: 1
    case .text16: 2
    case .text32: 4
    default: nil
    }
  }
}
