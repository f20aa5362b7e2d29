import ArchBridgeCodable
import TestSupport

/// What `value` is encoded as, in hexadecimal.
func encodedHex(_ value: some Encodable) throws -> String { hex(try CBOREncoder().encode(value)) }

/// What `hex` decodes to.
func decoded<Value: Decodable>(_ type: Value.Type, _ hex: String) throws -> Value {
  try CBORDecoder().decode(type, from: bytes(hex: hex))
}

/// What `value` is after it has been encoded and decoded.
func roundTripped<Value: Codable>(_ value: Value) throws -> Value {
  try CBORDecoder().decode(Value.self, from: CBOREncoder().encode(value))
}

/// The error's coding path, dot by dot, and its description; nil where it is no `DecodingError`.
func explanation(of body: () throws -> Void) -> (path: String, reason: String)? {
  do {
    try body()
  } catch let error as DecodingError {
    let context =
      switch error {
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .keyNotFound(_, let context), .dataCorrupted(let context):
        context
      @unknown default: nil as DecodingError.Context?
      }
    guard let context else { return nil }
    let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
    return (path.joined(separator: "."), context.debugDescription)
  } catch {}
  return nil
}
