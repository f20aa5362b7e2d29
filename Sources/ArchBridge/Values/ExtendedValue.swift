internal import ArchBridgeABI

/// C's `long double`: 80 bits, in 12 bytes of memory on i386 and 16 on x86-64.
extension Float80: LibraryAggregate {
  /// `long double`.
  public var undeclaredType: String { "long double" }
  /// `long double`.
  public static var undeclaredType: String? { "long double" }

  /// Makes the number that is in memory: a `long double`, `double` or `float`.
  public init(from memory: LibraryMemoryReader) throws(BridgeError) {
    if case .scalar(.longDouble) = memory.type.resolved, memory.bytes.count >= 10 {
      self.init(extendedBytes: memory.bytes)
    } else {
      self = Float80(Double(scalarBits: try memory.scalar(Double.scalarKind)))
    }
  }

  /// Puts the number into memory: a `long double`, or where it fits exactly another type.
  public func write(to memory: inout LibraryMemoryWriter) throws(BridgeError) {
    guard case .scalar(let scalar) = memory.type.resolved, scalar.isFloatingPoint else {
      throw memory.mismatch("Float80")
    }
    guard scalar != .longDouble else { return memory.store(extendedBytes) }
    guard let value = Double(exactly: self) ?? (isNaN ? Double.nan : nil) else {
      throw memory.error(.valueOutOfRange, "is \(self), which '\(memory.type)' does not hold")
    }
    try memory.write(value.scalarArray, named: "Float80")
  }

  /// The number's 80 bits as x87 stores them.
  var extendedBytes: [UInt8] {
    let head = UInt16(exponentBitPattern) | (sign == .minus ? 0x8000 : 0)
    let mantissa = exponentBitPattern == 0 ? significandBitPattern : significandBitPattern | 1 << 63
    return (0..<8).map { UInt8(truncatingIfNeeded: mantissa >> UInt64(8 * $0)) }
      + [UInt8(truncatingIfNeeded: head), UInt8(truncatingIfNeeded: head >> 8)]
  }

  /// Makes the number that has these 80 bits.
  init(extendedBytes bytes: ArraySlice<UInt8>) {
    var mantissa: UInt64 = 0
    for offset in 0..<8 {
      mantissa |= UInt64(bytes[bytes.startIndex + offset]) << UInt64(8 * offset)
    }
    let head = UInt16(bytes[bytes.startIndex + 8]) | UInt16(bytes[bytes.startIndex + 9]) << 8
    let exponent = UInt(head & 0x7FFF)
    let hasIntegerBit = mantissa >> 63 == 1
    guard exponent == 0 || hasIntegerBit else {
      // x87 takes such a number for none since the 80387.
      self = .nan
      return
    }
    self.init(
      sign: head & 0x8000 == 0 ? .plus : .minus,
      exponentBitPattern: exponent == 0 && hasIntegerBit ? 1 : exponent,
      significandBitPattern: mantissa & ~(1 << 63))
  }
}
