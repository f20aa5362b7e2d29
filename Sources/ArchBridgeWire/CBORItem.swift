/// One data item's head, as RFC 8949 section 3 lays it out; contents follow as items of their own.
public enum CBORItem: Equatable, Sendable {
  /// A non-negative integer.
  case unsigned(UInt64)
  /// The negative integer −1 − `value`.
  case negative(UInt64)
  /// A byte string whose `byteCount` bytes follow.
  case bytes(byteCount: Int)
  /// A text whose `byteCount` bytes of UTF-8 follow.
  case text(byteCount: Int)
  /// An array whose `count` items follow.
  case array(count: Int)
  /// A map whose `count` pairs of items follow.
  case map(count: Int)
  /// A byte string in chunks, up to a break.
  case indefiniteBytes
  /// A text in chunks, up to a break.
  case indefiniteText
  /// An array up to a break.
  case indefiniteArray
  /// A map up to a break.
  case indefiniteMap
  /// A tag; the tagged item follows.
  case tag(UInt64)
  /// A simple value: 20 false, 21 true, 22 null, 23 undefined.
  case simple(UInt8)
  /// A floating-point number; half and single precision are widened, which is exact.
  case float(Double)
  /// The end of an item of indefinite length.
  case breakCode
}
