/// IEEE 754 binary16, in integers alone: `Float16` is not there on every architecture.
enum HalfPrecision {
  /// The value of the binary16 number with these bits.
  ///
  /// A NaN keeps its payload.
  static func widened(_ bits: UInt16) -> Double {
    let sign = UInt64(bits >> 15) << 63
    let exponent = UInt64(bits >> 10) & 0x1F
    let fraction = UInt64(bits & 0x3FF)
    switch exponent {
    case 0:
      let magnitude = Double(fraction) * 0x1p-24
      return Double(bitPattern: magnitude.bitPattern | sign)
    case 0x1F:
      return Double(bitPattern: sign | 0x7FF0_0000_0000_0000 | fraction << 42)
    default:
      return Double(bitPattern: sign | (exponent + 1008) << 52 | fraction << 42)
    }
  }

  /// The bits of the binary16 number that equals `value`, or nil where none does.
  static func exactBits(_ value: Double) -> UInt16? {
    let pattern = value.bitPattern
    let sign = UInt16(truncatingIfNeeded: pattern >> 48) & 0x8000
    let fraction = pattern & 0xF_FFFF_FFFF_FFFF
    let exponent = Int(truncatingIfNeeded: (pattern >> 52) & 0x7FF)
    if exponent == 0x7FF {
      guard fraction & 0x3FF_FFFF_FFFF == 0 else { return nil }
      return sign | 0x7C00 | UInt16(truncatingIfNeeded: fraction >> 42)
    }
    if exponent == 0 { return fraction == 0 ? sign : nil }
    let power = exponent - 1023
    if power >= -14 && power <= 15 {
      guard fraction & 0x3FF_FFFF_FFFF == 0 else { return nil }
      return sign | UInt16(power + 15) << 10 | UInt16(truncatingIfNeeded: fraction >> 42)
    }
    guard power >= -24 && power < -14 else { return nil }
    let significand = fraction | 1 << 52
    let shift = UInt64(28 - power)
    guard significand & (1 << shift - 1) == 0 else { return nil }
    return sign | UInt16(truncatingIfNeeded: significand >> shift)
  }
}
