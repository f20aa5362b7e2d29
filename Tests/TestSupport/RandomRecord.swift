/// A structure or union that was made up, as C text.
public struct RandomRecord: Sendable {
  /// One member that can be named from outside, also where an anonymous record holds it.
  public struct Member: Sendable {
    /// The member's name.
    public var name: String
    /// The width of a bit-field.
    public var bitCount: Int?
  }

  /// What C calls it: `struct r3`.
  public var spelling: String
  /// The definition, with the `#pragma` lines around it.
  public var definition: String
  /// The members in order.
  public var members: [Member]
  /// Whether it ends with an array without length, also inside its last member.
  public var hasFlexibleArray: Bool
}

/// What the definitions may be made of.
public struct RandomRecordFeatures: OptionSet, Sendable {
  /// One bit for each feature.
  public let rawValue: Int

  /// Makes a set from its bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Bit-fields, of every integer type, also without name and of width 0.
  public static let bitFields = Self(rawValue: 1 << 0)
  /// `__attribute__((packed))`, on records and on members.
  public static let packed = Self(rawValue: 1 << 1)
  /// `__attribute__((aligned(n)))` and `_Alignas`, on records and on members.
  public static let aligned = Self(rawValue: 1 << 2)
  /// `#pragma pack`.
  public static let pragmaPack = Self(rawValue: 1 << 3)
  /// An array without length at the end.
  public static let flexibleArrays = Self(rawValue: 1 << 4)
  /// `long double` and its complex numbers.
  public static let longDouble = Self(rawValue: 1 << 5)
  /// Complex numbers.
  public static let complex = Self(rawValue: 1 << 6)
  /// Unions, and records without members.
  public static let unions = Self(rawValue: 1 << 7)
  /// Arrays of length 0 and records without members.
  public static let empty = Self(rawValue: 1 << 8)

  /// Everything.
  public static let all: Self = [
    .bitFields, .packed, .aligned, .pragmaPack, .flexibleArrays, .longDouble, .complex, .unions,
    .empty,
  ]
}
