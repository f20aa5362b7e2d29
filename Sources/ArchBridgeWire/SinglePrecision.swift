/// IEEE 754 binary32, whose conversions keep a NaN bit for bit: the processor's make it quiet.
enum SinglePrecision {
  /// The value of the binary32 number with these bits.
  ///
  /// A NaN keeps its payload.
  static func widened(_ bits: UInt32) -> Double {
    let single = Float(bitPattern: bits)
    guard single.isNaN else { return Double(single) }
    let sign = UInt64(bits >> 31) << 63
    return Double(bitPattern: sign | 0x7FF0_0000_0000_0000 | UInt64(bits & 0x7F_FFFF) << 29)
  }

  /// The bits of the binary32 number that equals `value`, or nil where none does.
  static func exactBits(_ value: Double) -> UInt32? {
    guard value.isNaN else { return Float(exactly: value)?.bitPattern }
    let pattern = value.bitPattern
    guard pattern & 0x1FFF_FFFF == 0 else { return nil }
    let sign = UInt32(truncatingIfNeeded: pattern >> 32) & 0x8000_0000
    return sign | 0x7F80_0000 | UInt32(truncatingIfNeeded: pattern >> 29) & 0x7F_FFFF
  }
}
