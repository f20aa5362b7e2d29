import ArchBridgeWire

/// The bytes to decode, found to be one well-formed item before anything is read from them.
final class DecodingInput {
  let bytes: [UInt8]
  let userInfo: [CodingUserInfoKey: Any]
  private let extents: ItemExtents

  init(_ bytes: [UInt8], userInfo: [CodingUserInfoKey: any Sendable]) throws(CBORError) {
    self.bytes = bytes
    self.userInfo = userInfo
    var walker = ItemWalker(bytes, offset: 0, isFirstWalk: true)
    let end = try walker.skip()
    extents = walker.extents
    guard end == bytes.count else {
      throw .trailingBytes(byteCount: bytes.count - end)
    }
  }

  /// Where the item at `offset` ends.
  func end(ofItemAt offset: Int) throws(CBORError) -> Int {
    if let end = extents.end(ofItemAt: offset) { return end }
    var walker = ItemWalker(bytes, offset: offset, isFirstWalk: false)
    return try walker.skip()
  }

  /// Whether a break is at `offset`.
  func isBreak(at offset: Int) -> Bool { offset >= bytes.count || bytes[offset] == 0xFF }

  /// Whether the item at `offset` is `null` or `undefined`.
  func isNull(at offset: Int) throws -> Bool {
    var reader = CBORReader(bytes, offset: offset)
    while true {
      switch try reader.next() {
      case .tag(24): reader = CBORReader(bytes, offset: try embeddedItem(&reader))
      case .tag: continue
      case .simple(22), .simple(23): return true
      default: return false
      }
    }
  }

  /// The item at `offset`.
  func item(at offset: Int) throws -> DecodedItem {
    var reader = CBORReader(bytes, offset: offset)
    while true {
      let start = reader.offset
      switch try reader.next() {
      case .tag(2): return .integer(try bignum(&reader, isNegative: false))
      case .tag(3): return .integer(try bignum(&reader, isNegative: true))
      case .tag(24): reader = CBORReader(bytes, offset: try embeddedItem(&reader))
      case .tag(let tag) where NumberArray.tags.contains(tag):
        return .numbers(try NumberArray(tag: tag, bytes: byteString(&reader, tag: tag)))
      case .tag: continue
      case .unsigned(let value):
        return .integer(WireInteger(isNegative: false, argument: UInt128(value)))
      case .negative(let value):
        return .integer(WireInteger(isNegative: true, argument: UInt128(value)))
      case .float(let value): return .float(value)
      case .simple(20): return .bool(false)
      case .simple(21): return .bool(true)
      case .simple(22), .simple(23): return .null
      case .simple(let value): return .simple(value)
      case .array(let count): return .array(offset: reader.offset, count: count)
      case .indefiniteArray: return .array(offset: reader.offset, count: nil)
      case .map(let count): return .map(offset: reader.offset, count: count)
      case .indefiniteMap: return .map(offset: reader.offset, count: nil)
      case .bytes(let byteCount):
        return .bytes(bytes[reader.offset..<reader.offset + byteCount])
      case .text(let byteCount):
        let text = bytes[reader.offset..<reader.offset + byteCount]
        return .text(String(decoding: text, as: UTF8.self))
      case .indefiniteBytes, .indefiniteText:
        reader = CBORReader(bytes, offset: start)
        return try chunks(&reader)
      case .breakCode: throw CBORError.unexpectedBreak(offset: start)
      }
    }
  }

  private func chunks(_ reader: inout CBORReader) throws(CBORError) -> DecodedItem {
    let start = reader.offset
    switch try reader.readValue() {
    case .bytes(let bytes): return .bytes(bytes[...])
    case .text(let text): return .text(text)
    default: throw .unexpectedItem(offset: start)
    }
  }

  /// Where the item begins that the byte string at `reader` holds (RFC 8949, section 3.4.5.1).
  private func embeddedItem(_ reader: inout CBORReader) throws -> Int {
    guard case .bytes(let byteCount) = try reader.next() else {
      throw DecodingFault.corrupted("Tag 24 is not before a byte string of definite length.")
    }
    var walker = ItemWalker(bytes, offset: reader.offset, isFirstWalk: true)
    let end = try walker.skip()
    guard end == reader.offset + byteCount else {
      throw DecodingFault.corrupted("A byte string with tag 24 does not hold exactly one item.")
    }
    return reader.offset
  }

  private func byteString(
    _ reader: inout CBORReader, tag: UInt64
  ) throws -> ArraySlice<UInt8> {
    let start = reader.offset
    switch try reader.next() {
    case .bytes(let byteCount): return bytes[reader.offset..<reader.offset + byteCount]
    case .indefiniteBytes:
      reader = CBORReader(bytes, offset: start)
      if case .bytes(let contents) = try chunks(&reader) { return contents }
    default: break
    }
    throw DecodingFault.corrupted("Tag \(tag) is not before a byte string.")
  }

  private func bignum(_ reader: inout CBORReader, isNegative: Bool) throws -> WireInteger {
    let digits = try byteString(&reader, tag: isNegative ? 3 : 2).drop { $0 == 0 }
    guard digits.count <= 16 else {
      throw DecodingFault.corrupted("A bignum of \(digits.count) bytes fits no integer type.")
    }
    let argument = digits.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
    return WireInteger(isNegative: isNegative, argument: argument)
  }
}
