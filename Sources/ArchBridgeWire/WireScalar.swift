/// One number on its way into or out of a call: a type, and 64 bits ready for a register.
///
/// Integers are extended to 64 bits by their sign; a binary32 number has its bits in the lower
/// half; `_Bool` is 0 or 1.
public struct WireScalar: Hashable, Sendable {
  /// The number's type, one that holds a number.
  public let type: WireType
  /// The number's bits.
  public let bits: UInt64

  /// Makes a number.
  public init(type: WireType, bits: UInt64) {
    self.type = type
    self.bits = bits
  }

  /// Whether a number of this type can have these 64 bits.
  static func holds(_ bits: UInt64, _ type: WireType) -> Bool {
    type == .float32 ? bits >> 32 == 0 : isInRange(bits, of: type)
  }

  /// Whether an integer of this many bits and this sign can have these 64 bits.
  static func isInRange(_ bits: UInt64, of type: WireType) -> Bool {
    let unused = UInt64(64 - type.bitCount)
    switch type.kind {
    case .unsigned: return (bits << unused) >> unused == bits
    case .signed:
      let value = Int64(bitPattern: bits)
      return (value << Int64(unused)) >> Int64(unused) == value
    default: return true
    }
  }

  func write(to writer: inout CBORWriter) {
    switch type {
    case .float32: writer.write(single: Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .float64: writer.write(double: Double(bitPattern: bits))
    case .int8, .int16, .int32, .int64: writer.write(signed: Int64(bitPattern: bits))
    default: writer.write(unsigned: bits)
    }
  }

  init(type: WireType, from reader: inout CBORReader) throws(CBORError) {
    let start = reader.offset
    let bits: UInt64
    switch type.kind {
    case .floating:
      let value = try reader.readDouble()
      if type == .float64 {
        bits = value.bitPattern
      } else if let single = SinglePrecision.exactBits(value) {
        bits = UInt64(single)
      } else {
        throw .unexpectedItem(offset: start)
      }
    case .signed: bits = UInt64(bitPattern: try reader.readSigned())
    case .unsigned: bits = try reader.readUnsigned()
    case .none, .text, .bytes, .reference: throw .unexpectedItem(offset: start)
    }
    guard Self.isInRange(bits, of: type) else { throw .unexpectedItem(offset: start) }
    self.init(type: type, bits: bits)
  }
}
