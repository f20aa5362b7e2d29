internal import ArchBridgeWire

/// A value that a library's function can return.
///
/// Numbers, `Bool`, structures, `String` (a `char *` up to its NUL), `[UInt8]` (the same as bytes),
/// `RemoteAddress` and handles are such values; optional strings, bytes, addresses and handles are
/// nil for a null pointer, which is an error otherwise.
public protocol LibraryResult: Sendable {
  /// What is asked of the call.
  static var resultKind: ResultKind { get }
  /// Makes the value from what came back; nil is a null pointer that this type has no value for.
  init?(resultValue: ResultValue)
}

/// What a Swift type asks of a call.
public struct ResultKind: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case scalar(ScalarKind)
    case text
    case bytes
    /// A value of many bytes, with the C type that it has where none is declared.
    case value(undeclared: String?)
    /// A value of whatever type is declared.
    case declared
  }

  let content: Content

  init(_ content: Content) { self.content = content }
}

/// What came back from a call.
public struct ResultValue: Sendable {
  @usableFromInline enum Content: Sendable {
    case bits(UInt64)
    case text(String)
    case bytes([UInt8])
    case null
  }

  @usableFromInline let content: Content

  @inlinable init(_ content: Content) { self.content = content }
}

extension LibraryScalar {
  /// A number or address by value.
  public static var resultKind: ResultKind { ResultKind(.scalar(scalarKind)) }

  /// Makes the value from what came back.
  @inlinable public init?(resultValue: ResultValue) {
    guard case .bits(let bits) = resultValue.content else { return nil }
    self.init(scalarBits: bits)
  }
}

extension String: LibraryResult {
  /// A `char *`, read up to its NUL in the client's encoding.
  public static var resultKind: ResultKind { ResultKind(.text) }

  /// Makes the text that came back.
  public init?(resultValue: ResultValue) {
    guard case .text(let text) = resultValue.content else { return nil }
    self = text
  }
}

extension Array: LibraryResult where Element == UInt8 {
  /// A `char *`, read up to its NUL as bytes.
  public static var resultKind: ResultKind { ResultKind(.bytes) }

  /// Makes the bytes that came back.
  public init?(resultValue: ResultValue) {
    guard case .bytes(let bytes) = resultValue.content else { return nil }
    self = bytes
  }
}

/// A result that a pointer gives, and that is therefore missing where the pointer is null.
public protocol NullableResult: LibraryResult {}

extension String: NullableResult {}
extension Array: NullableResult where Element == UInt8 {}
extension RemoteAddress: NullableResult {}

extension Optional: LibraryResult where Wrapped: NullableResult {
  /// What the wrapped type asks for.
  public static var resultKind: ResultKind { Wrapped.resultKind }

  /// Makes the value, or nil for a null pointer.
  public init?(resultValue: ResultValue) {
    if case .null = resultValue.content {
      self = Optional<Wrapped>.none
    } else if case .bits(0) = resultValue.content {
      self = Optional<Wrapped>.none
    } else {
      guard let value = Wrapped(resultValue: resultValue) else { return nil }
      self = .some(value)
    }
  }
}
