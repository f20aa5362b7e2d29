/// An address in a helper: a pointer or handle that a library gave out.
///
/// It means nothing in the controller's own memory. It can go back to the library as an argument,
/// and its memory can be read and written through the client's `memory`.
public struct RemoteAddress: Hashable, Sendable, CustomStringConvertible {
  /// The address as a number, never wider than the helper's pointers.
  public let rawValue: UInt64

  /// Makes an address from a number.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The null pointer.
  public static let null = RemoteAddress(rawValue: 0)

  /// Whether this is the null pointer.
  public var isNull: Bool { rawValue == 0 }

  /// The address `byteCount` bytes further on.
  public func advanced(by byteCount: Int) -> RemoteAddress {
    RemoteAddress(rawValue: rawValue &+ UInt64(bitPattern: Int64(byteCount)))
  }

  /// The address in hexadecimal.
  public var description: String { "0x" + String(rawValue, radix: 16) }
}
