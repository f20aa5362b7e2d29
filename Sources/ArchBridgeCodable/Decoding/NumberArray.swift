import ArchBridgeWire

/// A typed array as received: numbers of one kind, in either byte order (RFC 8746).
struct NumberArray {
  /// The tags of section 2.1; their five low bits spell type, signedness, byte order and width.
  static let tags: ClosedRange<UInt64> = 64...87

  let tag: UInt64
  let bytes: ArraySlice<UInt8>

  init(tag: UInt64, bytes: ArraySlice<UInt8>) throws(DecodingFault) {
    self.tag = tag
    self.bytes = bytes
    guard tag != 76 else { throw .corrupted("Tag 76 is reserved (RFC 8746).") }
    guard elementByteCount <= 8 else {
      throw .corrupted("A typed array of binary128 numbers (tag \(tag)) has no Swift type.")
    }
    guard bytes.count.isMultiple(of: elementByteCount) else {
      throw .corrupted(
        "\(bytes.count) bytes are no typed array of \(elementByteCount)-byte elements.")
    }
  }

  /// A byte string, as the numbers that its bytes are.
  init(bytes: ArraySlice<UInt8>) throws(DecodingFault) {
    try self.init(tag: TypedArrayTag.uint8.rawValue, bytes: bytes)
  }

  var count: Int { bytes.count / elementByteCount }

  /// The number at `index`, which must be less than the count.
  subscript(index: Int) -> DecodedItem {
    let start = bytes.startIndex + index * elementByteCount
    let element = bytes[start..<start + elementByteCount]
    let bits = isLittleEndian ? Self.bits(element.reversed()) : Self.bits(element)
    if isFloat { return .float(float(bits)) }
    let unused = 64 - elementByteCount * 8
    let value = Int64(bitPattern: bits << unused) >> unused
    return isSigned && value < 0
      ? .integer(WireInteger(isNegative: true, argument: UInt128(~value)))
      : .integer(WireInteger(isNegative: false, argument: UInt128(bits)))
  }

  private var isFloat: Bool { tag & 0x10 != 0 }
  private var isSigned: Bool { tag & 0x08 != 0 }
  private var isLittleEndian: Bool { tag & 0x04 != 0 }
  private var elementByteCount: Int { 1 << Int((tag & 0x03) + (isFloat ? 1 : 0)) }

  private static func bits(_ bigEndian: some Sequence<UInt8>) -> UInt64 {
    bigEndian.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private func float(_ bits: UInt64) -> Double {
    switch elementByteCount {
    case 8: return Double(bitPattern: bits)
    case 4: return Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    default:
      // The wire's own half precision: `Float16` is not there on every architecture.
      let high = UInt8(truncatingIfNeeded: bits >> 8)
      var reader = CBORReader([0xF9, high, UInt8(truncatingIfNeeded: bits)])
      return (try? reader.readDouble()) ?? .nan
    }
  }
}
