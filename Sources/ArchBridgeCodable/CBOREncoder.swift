import ArchBridgeWire

/// Encodes `Encodable` values as CBOR (RFC 8949), in its preferred serialisation.
///
/// Keyed containers become maps, whose keys are integers where the coding key has one and texts
/// elsewhere; a dictionary's keys are what its `Key` is. `[UInt8]` becomes one byte string.
/// Arrays of the other integers of fixed width, of `Float` and of `Double` become typed arrays
/// (RFC 8746), little endian. Integers beyond 64 bits become bignums. Floating-point numbers take
/// the shortest form that keeps their value.
public struct CBOREncoder: Sendable {
  /// How deep values may be nested in what is encoded.
  ///
  /// Within this limit, an encoded item is one that `CBORValue(decoding:)` reads.
  public static let depthLimit = CBORValue.depthLimit - 2

  /// What the values that are encoded find in their encoder's `userInfo`.
  public var userInfo: [CodingUserInfoKey: any Sendable] = [:]

  /// Makes an encoder.
  public init() {}

  /// Encodes one value.
  ///
  /// - Throws: `EncodingError.invalidValue` where the value encodes nothing at all, is nested
  ///   deeper than ``depthLimit``, uses one key twice, or asks one encoder for containers of two
  ///   kinds; and whatever the value's own `encode(to:)` throws.
  public func encode<Value: Encodable>(_ value: Value) throws -> [UInt8] {
    var contents = EncodedContents()
    if let type = Value.self as? any DirectlyEncodable.Type {
      type.write(any: value, to: &contents)
      return try contents.joined()
    }
    let root = EncodingFrame(
      valueType: Value.self, path: nil, depth: 0, userInfo: userInfo)
    try value.encode(to: root)
    guard root.shape != .nothing else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: [], debugDescription: "\(Value.self) encodes nothing."))
    }
    try contents.append(finished: root)
    return try contents.joined()
  }
}
