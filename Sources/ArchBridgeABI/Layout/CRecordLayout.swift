/// Where the members of a structure or union lie.
public struct CRecordLayout: Hashable, Sendable {
  /// One named member.
  public struct Member: Hashable, Sendable {
    /// The member's name.
    public var name: String
    /// The member's type; of a bit-field, the type that it is declared with.
    public var type: CType
    /// The offset of the member's first byte; of a bit-field, of the byte with its first bit.
    public var byteOffset: Int
    /// Whether the member, or an anonymous record around it, is `const`.
    public var isConst: Bool
    /// Of a bit-field, which bit of the byte at `byteOffset` comes first, from 0 to 7.
    ///
    /// Bit 0 is the lowest. The bit-field goes on in the lowest bits of the bytes that follow.
    public var bitOffset: Int?
    /// The width of a bit-field.
    public var bitCount: Int?
  }

  /// The size with its padding.
  public var byteCount: Int
  /// The alignment.
  public var alignment: Int
  /// The members in order.
  ///
  /// Those of an anonymous structure or union stand in its place, at their own offsets. Bit-fields
  /// without name are left out.
  public var members: [Member]
}
