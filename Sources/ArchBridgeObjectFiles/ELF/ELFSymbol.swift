/// A symbol that a library offers to others.
public struct ELFSymbol: Hashable, Sendable {
  /// What a symbol stands for.
  public enum Kind: Hashable, Sendable {
    /// Code.
    case function
    /// A variable or a constant.
    case object
    /// A variable that each thread has one of; its address is an offset in a thread's storage.
    case threadLocal
    /// Code that the loader runs to learn the function's address; it is called like a function.
    case indirectFunction
    /// What the library does not say, as is usual for symbols from assembly.
    case unspecified
  }

  /// The name, without a version.
  public let name: String
  /// The name of the version that the symbol belongs to, such as `GLIBC_2.34`, if any.
  public let version: String?
  /// Whether a lookup without a version finds this one among symbols of the same name.
  public let isDefault: Bool
  /// What the symbol stands for.
  public let kind: Kind
  /// The address, counted from where the library is loaded.
  public let address: UInt64
  /// How many bytes its code or value has; zero where the library does not say.
  public let byteCount: UInt64

  /// Makes a symbol from its facts.
  public init(
    name: String, version: String? = nil, isDefault: Bool = true, kind: Kind, address: UInt64 = 0,
    byteCount: UInt64 = 0
  ) {
    self.name = name
    self.version = version
    self.isDefault = isDefault
    self.kind = kind
    self.address = address
    self.byteCount = byteCount
  }
}
