/// What makes received bytes unreadable as CBOR (RFC 8949).
public enum CBORError: Error, Equatable, Sendable {
  /// The bytes end inside an item that starts at `offset`.
  case truncated(offset: Int)
  /// The initial byte at `offset` uses additional information that RFC 8949 reserves.
  case reservedAdditionalInformation(offset: Int)
  /// The break code at `offset` ends nothing.
  case unexpectedBreak(offset: Int)
  /// A chunk at `offset` differs in type from the string of indefinite length that holds it.
  case wrongChunk(offset: Int)
  /// A length at `offset` exceeds the bytes that are there.
  case lengthOutOfBounds(offset: Int)
  /// The text at `offset` is not UTF-8.
  case invalidText(offset: Int)
  /// A simple value below 32 at `offset` is spelled with two bytes.
  case invalidSimpleValue(offset: Int)
  /// The item at `offset` lies deeper than the reader's limit.
  case tooDeep(offset: Int)
  /// The item at `offset` is well formed, and is not what was asked for.
  case unexpectedItem(offset: Int)
  /// `byteCount` bytes follow the item that should be the last.
  case trailingBytes(byteCount: Int)
  /// A map lacks the entry of this key.
  case missingField(String)
  /// The item is none of the values that the type of this name has.
  case invalidValue(String)
}
