/// Reads DWARF's numbers and strings one after the other, none of them beyond the bytes.
struct DWARFCursor {
  let bytes: ELFBytes
  private(set) var position: Int
  /// Where reading ends.
  private(set) var end: Int

  init(_ bytes: ELFBytes, at position: Int = 0) {
    self.bytes = bytes
    self.position = min(max(position, 0), bytes.bytes.count)
    end = bytes.bytes.count
  }

  /// How many bytes are left.
  var remaining: Int { end - position }

  var error: ObjectFileError { .outOfBounds(bytes.part, offset: bytes.offset) }

  mutating func uint8() throws(ObjectFileError) -> UInt8 {
    guard position < end else { throw error }
    defer { position += 1 }
    return bytes.bytes[position]
  }

  /// A number of one to eight bytes.
  mutating func number(_ byteCount: Int) throws(ObjectFileError) -> UInt64 {
    guard byteCount >= 0, byteCount <= 8, byteCount <= remaining else { throw error }
    defer { position += byteCount }
    return try bytes.number(at: position, byteCount: byteCount)
  }

  /// An unsigned number in LEB128; bits beyond the sixty-fourth are lost.
  mutating func uleb() throws(ObjectFileError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try uint8()
      if shift < 64 { value |= UInt64(byte & 0x7F) << shift }
      shift &+= 7
      if byte & 0x80 == 0 { return value }
    }
  }

  /// A signed number in LEB128, as the bits of its two's complement.
  mutating func sleb() throws(ObjectFileError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try uint8()
      if shift < 64 { value |= UInt64(byte & 0x7F) << shift }
      shift &+= 7
      guard byte & 0x80 == 0 else { continue }
      if shift < 64, byte & 0x40 != 0 { value |= UInt64.max << shift }
      return value
    }
  }

  /// Where a string is that a zero byte ends.
  mutating func string() throws(ObjectFileError) -> Range<Int> {
    let start = position
    while try uint8() != 0 {}
    return start..<position - 1
  }

  mutating func skip(_ byteCount: UInt64) throws(ObjectFileError) {
    guard byteCount <= UInt64(remaining) else { throw error }
    position += Int(byteCount)
  }

  /// The length at a unit's start, and whether the unit has offsets of 64 bits.
  mutating func unitLength() throws(ObjectFileError) -> (byteCount: UInt64, isWide: Bool) {
    let short = try number(4)
    guard short >= 0xFFFF_FFF0 else { return (short, false) }
    guard short == 0xFFFF_FFFF else { throw .unknownEncoding(bytes.part, offset: bytes.offset) }
    return (try number(8), true)
  }
}
