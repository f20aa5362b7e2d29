import ArchBridgeWire

/// Decodes `Decodable` values from CBOR (RFC 8949) that nobody vouches for.
///
/// Any encoding of a value is understood, preferred or not: indefinite lengths, bignums of small
/// integers, arrays item by item or as typed arrays (RFC 8746) of any number type and byte order,
/// and embedded items (tag 24). Tags that change nothing are passed over. Integers are checked
/// against the range of the type that is asked for; an integer is also a floating-point number
/// where that is exact, and a floating-point number is rounded to `Float`, but never to infinity.
/// `undefined` is `null`.
public struct CBORDecoder: Sendable {
  /// How deep items may be nested in what is decoded, and values in one another.
  public static let depthLimit = CBORValue.depthLimit

  /// What the values that are decoded find in their decoder's `userInfo`.
  public var userInfo: [CodingUserInfoKey: any Sendable] = [:]

  /// Makes a decoder.
  public init() {}

  /// Decodes the one value that `bytes` hold.
  ///
  /// - Throws: `DecodingError`, with the coding path. Bytes that are not CBOR give
  ///   `dataCorrupted` with a `CBORError` as underlying error; an integer out of range, a key
  ///   that occurs twice in a map and nesting beyond ``depthLimit`` are `dataCorrupted` as well.
  ///   A floating-point number that a narrower type can only round is *not* an error.
  public func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8]
  ) throws -> Value {
    let input = try DecodingFault.located(at: nil) { try DecodingInput(bytes, userInfo: userInfo) }
    return try DecodingFrame(input: input, source: .encoded(0), path: nil, depth: 0)
      .decode(type, from: .encoded(0), at: nil)
  }
}
