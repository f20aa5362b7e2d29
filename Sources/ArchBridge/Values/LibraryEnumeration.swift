/// An enumeration of C's as Swift's own type, open to values that it has no name for.
///
///     struct Range: LibraryEnumeration {
///       let rawValue: Int32
///       static let low = Range(rawValue: 0)
///     }
///
/// An `OptionSet` can conform too, for an enumeration of flags.
public protocol LibraryEnumeration: LibraryScalar, RawRepresentable, Hashable
where RawValue: LibraryScalar & FixedWidthInteger {
  /// Makes the value of this number; there is one for every number.
  init(rawValue: RawValue)
}

extension LibraryEnumeration {
  /// The raw value's kind.
  public static var scalarKind: ScalarKind { RawValue.scalarKind }
  /// The raw value's bits.
  public var scalarBits: UInt64 { rawValue.scalarBits }
  /// Makes the value that has these bits.
  public init(scalarBits: UInt64) { self.init(rawValue: RawValue(scalarBits: scalarBits)) }
}
