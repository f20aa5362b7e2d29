/// One item without the tags that change nothing; what arrays and maps hold is still to be read.
enum DecodedItem {
  case integer(WireInteger)
  case float(Double)
  case bool(Bool)
  case null
  case simple(UInt8)
  case text(String)
  case bytes(ArraySlice<UInt8>)
  case numbers(NumberArray)
  /// An array whose first element is at `offset`; without a count it ends at a break.
  case array(offset: Int, count: Int?)
  /// A map whose first key is at `offset`; without a count it ends at a break.
  case map(offset: Int, count: Int?)

  /// Why this item is no value of `type`.
  func mismatch(_ type: Any.Type) -> DecodingFault {
    if case .null = self { return .null(type) }
    return .mismatch(type, found: summary)
  }

  private var summary: String {
    switch self {
    case .integer(let value): "the integer \(value)"
    case .float(let value): "the floating-point number \(value)"
    case .bool(let value): "\(value)"
    case .null: "null"
    case .simple(let value): "the simple value \(value)"
    case .text: "a text"
    case .bytes(let bytes): "a byte string of \(bytes.count) bytes"
    case .numbers(let numbers): "a typed array of \(numbers.count) numbers"
    case .array: "an array"
    case .map: "a map"
    }
  }
}
