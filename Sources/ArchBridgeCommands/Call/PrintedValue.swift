internal import ArchBridge

/// A value as it is printed: as text, or as JSON.
enum PrintedValue: Encodable, Sendable {
  case integer(Int64)
  case unsigned(UInt64)
  case float(Float)
  case double(Double)
  case bool(Bool)
  case text(String)
  case address(RemoteAddress)
  case null
  case array([PrintedValue])

  /// The value on one line: strings bare, addresses in hexadecimal.
  var text: String {
    switch self {
    case .integer(let value): "\(value)"
    case .unsigned(let value): "\(value)"
    case .float(let value): "\(value)"
    case .double(let value): "\(value)"
    case .bool(let value): "\(value)"
    case .text(let value): value
    case .address(let value): value.isNull ? "null" : "\(value)"
    case .null: "null"
    case .array(let values): "[" + values.map(\.text).joined(separator: ", ") + "]"
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .integer(let value): try container.encode(value)
    case .unsigned(let value): try container.encode(value)
    case .float(let value): try container.encode(value)
    case .double(let value): try container.encode(value)
    case .bool(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .address(let value):
      if value.isNull { try container.encodeNil() } else { try container.encode("\(value)") }
    case .null: try container.encodeNil()
    case .array(let values): try container.encode(values)
    }
  }
}

/// A Swift type that a C number is read as, to be printed.
protocol PrintableScalar: LibraryScalar {
  var printed: PrintedValue { get }
}

extension PrintableScalar where Self: FixedWidthInteger & SignedInteger {
  var printed: PrintedValue { .integer(Int64(self)) }
}

extension PrintableScalar where Self: FixedWidthInteger & UnsignedInteger {
  var printed: PrintedValue { .unsigned(UInt64(self)) }
}

extension Int8: PrintableScalar {}
extension UInt8: PrintableScalar {}
extension Int16: PrintableScalar {}
extension UInt16: PrintableScalar {}
extension Int32: PrintableScalar {}
extension UInt32: PrintableScalar {}
extension Int64: PrintableScalar {}
extension UInt64: PrintableScalar {}
extension Float: PrintableScalar {
  var printed: PrintedValue { .float(self) }
}
extension Double: PrintableScalar {
  var printed: PrintedValue { .double(self) }
}
extension Bool: PrintableScalar {
  var printed: PrintedValue { .bool(self) }
}
extension RemoteAddress: PrintableScalar {
  var printed: PrintedValue { .address(self) }
}
