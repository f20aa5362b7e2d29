/// Reads the numbers of an unwind table, one after another.
struct UnwindCursor {
  let bytes: ArraySlice<UInt8>
  /// The address of the first byte.
  let address: UInt64
  let is64: Bool
  private(set) var index: Int

  init(_ bytes: ArraySlice<UInt8>, at address: UInt64, is64: Bool) {
    self.bytes = bytes
    self.address = address
    self.is64 = is64
    index = bytes.startIndex
  }

  var isAtEnd: Bool { index >= bytes.endIndex }

  /// The address of the next byte.
  var here: UInt64 { address &+ UInt64(index - bytes.startIndex) }

  /// The rest; nothing is left then.
  mutating func rest() -> ArraySlice<UInt8> {
    defer { index = bytes.endIndex }
    return bytes[index...]
  }

  mutating func take(_ count: UInt64) throws(UnwindFault) -> ArraySlice<UInt8> {
    guard count <= UInt64(bytes.endIndex - index) else { throw UnwindFault() }
    let start = index
    index += Int(count)
    return bytes[start..<index]
  }

  mutating func byte() throws(UnwindFault) -> UInt8 {
    guard index < bytes.endIndex else { throw UnwindFault() }
    defer { index += 1 }
    return bytes[index]
  }

  /// A number of so many bytes, which go up to 8.
  mutating func number(_ byteCount: Int) throws(UnwindFault) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    for byte in try take(UInt64(byteCount)) {
      value |= UInt64(byte) << shift
      shift += 8
    }
    return value
  }

  /// The same, extended by its sign.
  mutating func signedNumber(_ byteCount: Int) throws(UnwindFault) -> UInt64 {
    let unused = UInt64(64 - 8 * byteCount)
    let value = Int64(bitPattern: try number(byteCount) << unused)
    return UInt64(bitPattern: value >> Int64(unused))
  }

  /// A LEB128 number; what is beyond 64 bits is lost.
  mutating func unsigned() throws(UnwindFault) -> UInt64 { try leb128().value }

  /// The same, extended by its sign.
  mutating func signed() throws(UnwindFault) -> UInt64 {
    let (value, bitCount, isNegative) = try leb128()
    return isNegative && bitCount < 64 ? value | ~0 << bitCount : value
  }

  private mutating func leb128() throws(UnwindFault) -> (
    value: UInt64, bitCount: UInt64, isNegative: Bool
  ) {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try byte()
      if shift < 64 { value |= UInt64(byte & 0x7F) << shift }
      shift += 7
      if byte & 0x80 == 0 { return (value, shift, byte & 0x40 != 0) }
      guard shift < 140 else { throw UnwindFault() }
    }
  }

  /// The bytes before the next NUL.
  mutating func text() throws(UnwindFault) -> ArraySlice<UInt8> {
    let start = index
    while try byte() != 0 {}
    return bytes[start..<index - 1]
  }

  /// A pointer in one of the encodings of `.eh_frame`; nil for none.
  ///
  /// `data` is what a pointer that counts from the table's head counts from.
  mutating func pointer(_ encoding: UInt8, data: UInt64 = 0) throws(UnwindFault) -> UInt64? {
    guard encoding != 0xFF else { return nil }
    let place = here
    var value: UInt64
    switch encoding & 0x0F {
    case 0x00: value = try number(is64 ? 8 : 4)
    case 0x01: value = try unsigned()
    case 0x02: value = try number(2)
    case 0x03: value = try number(4)
    case 0x04: value = try number(8)
    case 0x09: value = try signed()
    case 0x0A: value = try signedNumber(2)
    case 0x0B: value = try signedNumber(4)
    case 0x0C: value = try signedNumber(8)
    default: throw UnwindFault()
    }
    switch encoding & 0x70 {
    case 0x00: break
    case 0x10: value = value &+ place
    case 0x30: value = value &+ data
    default: throw UnwindFault()
    }
    return is64 ? value : value & 0xFFFF_FFFF
  }
}

/// What cannot be read, or is not known.
struct UnwindFault: Error {}
