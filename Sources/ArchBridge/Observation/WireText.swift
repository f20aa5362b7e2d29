internal import ArchBridgeWire

/// Values on the wire as text that people read: of bounded length, in one line.
struct WireText {
  let encoding: TextEncoding

  /// How many characters a text, or elements an array, shows.
  static let limit = 64
  static let elementLimit = 12

  func text(_ scalar: WireScalar) -> String {
    switch scalar.type {
    case .bool: scalar.bits == 0 ? "false" : "true"
    case .float32: "\(Float(bitPattern: UInt32(truncatingIfNeeded: scalar.bits)))"
    case .float64: "\(Double(bitPattern: scalar.bits))"
    case .pointer: address(scalar.bits)
    case .int8, .int16, .int32, .int64: "\(Int64(bitPattern: scalar.bits))"
    default: "\(scalar.bits)"
    }
  }

  func text(_ value: CallValue) -> String {
    switch value {
    case .void: ""
    case .scalar(let scalar): text(scalar)
    case .bytes(let bytes): hex(bytes)
    case .text(nil): "NULL"
    case .text(let bytes?): quoted(bytes)
    case .unreadableText(let address): self.address(address)
    }
  }

  func text(_ buffer: WireBuffer) -> String {
    let missing = Int(buffer.byteCount) - buffer.bytes.count
    if buffer.bytes.isEmpty { return "\(buffer.byteCount) bytes of zeros" }
    let contents = text(buffer.bytes, buffer.elements)
    return missing > 0 ? "\(contents) and \(missing) bytes of zeros" : contents
  }

  /// Memory, whose elements may be known.
  func text(_ bytes: [UInt8], _ elements: TypedArrayTag?) -> String {
    guard let elements else {
      guard bytes.last == 0, let end = bytes.firstIndex(of: 0), end == bytes.count - 1,
        bytes.allSatisfy({ $0 == 0 || $0 >= 32 || $0 == 10 || $0 == 9 })
      else { return hex(bytes) }
      return quoted(Array(bytes[..<end]))
    }
    let width = elements.elementByteCount
    let count = bytes.count / width
    let shown = (0..<min(count, Self.elementLimit)).map { index -> String in
      let bits = bytes.number(at: index * width, byteCount: width)
      return switch elements {
      case .float32: "\(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))"
      case .float64: "\(Double(bitPattern: bits))"
      case .int8: "\(Int8(truncatingIfNeeded: bits))"
      case .int16: "\(Int16(truncatingIfNeeded: bits))"
      case .int32: "\(Int32(truncatingIfNeeded: bits))"
      case .int64: "\(Int64(bitPattern: bits))"
      case .uint8, .uint16, .uint32, .uint64: "\(bits)"
      }
    }
    let rest = count > shown.count ? ", … \(count) in all" : ""
    return "[\(shown.joined(separator: ", "))\(rest)]"
  }

  func address(_ bits: UInt64) -> String { bits == 0 ? "NULL" : "0x" + String(bits, radix: 16) }

  func hex(_ bytes: [UInt8]) -> String {
    let shown = bytes.prefix(16).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    let rest = bytes.count > shown.count ? " … \(bytes.count) bytes" : ""
    return "<\(shown.joined(separator: " "))\(rest)>"
  }

  func quoted(_ bytes: [UInt8]) -> String {
    guard let text = encoding.decode(Array(bytes.prefix(4 * Self.limit))) else {
      return hex(bytes)
    }
    let shown = text.prefix(Self.limit).debugDescription
    let isWhole = text.count <= Self.limit && bytes.count <= 4 * Self.limit
    return isWhole ? shown : "\(shown)… \(bytes.count) bytes"
  }

  /// A form as C would name it.
  func name(_ form: WireForm) -> String {
    form.type == .block ? "\(form.byteCount ?? 0) bytes" : "\(form.type)"
  }

  func text(_ value: CBORValue) -> String {
    switch value {
    case .unsigned(let number): "\(number)"
    case .negative(let number): number < 1 << 62 ? "\(-1 - Int64(number))" : "-1 - \(number)"
    case .float(let number): "\(number)"
    case .bytes(let bytes): hex(bytes)
    case .text(let text): text.prefix(Self.limit).debugDescription
    case .array(let items):
      items.prefix(Self.elementLimit).map(text).joined(separator: ", ")
    case .null: "nothing"
    case .tagged(_, let item): text(item)
    default: "\(value)"
    }
  }
}
