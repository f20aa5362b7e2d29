import ArchBridgeWire
import TestSupport

extension CBORValue {
  /// This item in diagnostic notation (RFC 8949, section 8).
  var diagnostic: String {
    switch self {
    case .unsigned(let value): "\(value)"
    case .negative(let value): "-\(UInt128(value) + 1)"
    case .bytes(let value): "h'\(Self.hex(value))'"
    case .text(let value): Self.quoted(value)
    case .array(let items): "[\(items.map(\.diagnostic).joined(separator: ", "))]"
    case .map(let pairs):
      "{\(pairs.map { "\($0.key.diagnostic): \($0.value.diagnostic)" }.joined(separator: ", "))}"
    case .tagged(let tag, let item): "\(tag)(\(item.diagnostic))"
    case .simple(let value): "simple(\(value))"
    case .bool(let value): "\(value)"
    case .null: "null"
    case .undefined: "undefined"
    case .float(let value) where value.isNaN: "NaN"
    case .float(let value) where value.isInfinite: value < 0 ? "-Infinity" : "Infinity"
    case .float(let value): "\(value)"
    }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }
    return "\"\(escaped.joined())\""
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
