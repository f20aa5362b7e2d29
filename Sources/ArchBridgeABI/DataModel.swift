/// The widths and alignments, in bytes, that an architecture gives to C's types.
public struct DataModel: Hashable, Sendable {
  /// The width of every object pointer and function pointer, and of `size_t`.
  public let pointerByteCount: Int
  /// The width of `long`.
  public let longByteCount: Int
  /// The alignment of `long long` inside a structure.
  public let longLongAlignment: Int
  /// The alignment of `double` inside a structure.
  public let doubleAlignment: Int
  /// The width of `long double` with its padding.
  public let longDoubleByteCount: Int
  /// The alignment of `long double`.
  public let longDoubleAlignment: Int

  /// ILP32 as the System V ABI for i386 lays it down.
  public static let i386 = DataModel(
    pointerByteCount: 4, longByteCount: 4, longLongAlignment: 4, doubleAlignment: 4,
    longDoubleByteCount: 12, longDoubleAlignment: 4)

  /// LP64 as the System V ABI for x86-64 lays it down.
  public static let x86_64 = DataModel(
    pointerByteCount: 8, longByteCount: 8, longLongAlignment: 8, doubleAlignment: 8,
    longDoubleByteCount: 16, longDoubleAlignment: 16)

  /// The width of `scalar`, which is what C's `sizeof` gives.
  public func byteCount(of scalar: CScalar) -> Int {
    switch scalar {
    case .bool, .char, .signedChar, .unsignedChar: 1
    case .short, .unsignedShort: 2
    case .int, .unsignedInt, .float: 4
    case .long, .unsignedLong: longByteCount
    case .longLong, .unsignedLongLong, .double: 8
    case .longDouble: longDoubleByteCount
    }
  }

  /// The alignment of `scalar` inside a structure.
  public func alignment(of scalar: CScalar) -> Int {
    switch scalar {
    case .longLong, .unsignedLongLong: longLongAlignment
    case .double: doubleAlignment
    case .longDouble: longDoubleAlignment
    case .long, .unsignedLong: longByteCount
    default: byteCount(of: scalar)
    }
  }
}
