/// A structure or union with its members, independent of any architecture.
public struct CRecord: Hashable, Sendable {
  /// One member.
  public struct Member: Hashable, Sendable {
    /// The member's name, or nil for an anonymous record and for an unnamed bit-field.
    public var name: String?
    /// The member's type; an array without length ends a structure.
    public var type: CType
    /// Whether the member is `const`, so that only the library writes to it.
    public var isConst: Bool
    /// The width of a bit-field.
    public var bitCount: Int?
    /// The alignment in bytes that `aligned` or `_Alignas` asks for.
    public var alignment: Int?
    /// Whether the member itself has the attribute `packed`.
    public var isPacked: Bool

    /// Makes a member.
    public init(
      name: String?, type: CType, isConst: Bool = false, bitCount: Int? = nil,
      alignment: Int? = nil, isPacked: Bool = false
    ) {
      self.name = name
      self.type = type
      self.isConst = isConst
      self.bitCount = bitCount
      self.alignment = alignment
      self.isPacked = isPacked
    }
  }

  /// Whether this is a structure or a union.
  public var kind: RecordKind
  /// The tag; one that was generated starts with a brace, which C's own never do.
  public var tag: String
  /// The members in order.
  public var members: [Member]
  /// Whether the record has the attribute `packed`.
  public var isPacked: Bool
  /// The `n` of the `#pragma pack(n)` that was in force.
  public var packAlignment: Int?
  /// The alignment in bytes that the record's attribute `aligned` asks for.
  public var alignment: Int?

  /// Makes a record.
  public init(
    kind: RecordKind, tag: String, members: [Member], isPacked: Bool = false,
    packAlignment: Int? = nil, alignment: Int? = nil
  ) {
    self.kind = kind
    self.tag = tag
    self.members = members
    self.isPacked = isPacked
    self.packAlignment = packAlignment
    self.alignment = alignment
  }
}
