/// The tags of RFC 8746 for homogeneous arrays of little-endian numbers: element type and width.
public enum TypedArrayTag: UInt64, Sendable, CaseIterable {
  /// Unsigned bytes.
  case uint8 = 64
  /// Unsigned 16-bit integers.
  case uint16 = 69
  /// Unsigned 32-bit integers.
  case uint32 = 70
  /// Unsigned 64-bit integers.
  case uint64 = 71
  /// Signed bytes.
  case int8 = 72
  /// Signed 16-bit integers.
  case int16 = 77
  /// Signed 32-bit integers.
  case int32 = 78
  /// Signed 64-bit integers.
  case int64 = 79
  /// Binary32 floating-point numbers.
  case float32 = 85
  /// Binary64 floating-point numbers.
  case float64 = 86

  /// One element's width in bytes.
  public var elementByteCount: Int {
    switch self {
    case .uint8, .int8: 1
    case .uint16, .int16: 2
    case .uint32, .int32, .float32: 4
    case .uint64, .int64, .float64: 8
    }
  }
}
