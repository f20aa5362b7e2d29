internal import ArchBridgeWire

/// Converts numbers from one type to another, exactly or not at all.
///
/// The one exception is `double` to `float`, which rounds as C does.
enum ScalarConversion {
  /// A number that the other type does not have.
  struct Failure: Error, Equatable {
    /// The number's place in its array.
    var index: Int
    /// The number in decimals.
    var value: String
  }

  /// Whether values of one type can become values of another at all.
  ///
  /// Integers become integers and floating-point numbers; truth values become integers;
  /// floating-point numbers become floating-point numbers. Pointers are apart.
  static func isPossible(from source: WireType, to target: WireType) -> Bool {
    if source == .pointer || target == .pointer { return source == target }
    if source == .bool { return target.kind != .floating }
    return source.kind != .floating || target.kind == .floating
  }

  /// Whether a value that a function left in memory can be read as another type: as `isPossible`,
  /// and neither rounded, nor taken for a truth value or a floating-point number.
  static func isPossible(outward source: WireType, to target: WireType) -> Bool {
    if target == .bool { return source == .bool }
    if target.kind == .floating && source.kind != .floating { return false }
    if target == .float32 && source == .float64 { return false }
    return isPossible(from: source, to: target)
  }

  /// The same numbers as another type.
  static func convert(
    _ source: ScalarArray, to target: WireType
  ) throws(Failure) -> ScalarArray {
    if source.type == target {
      var result = source
      result.isPlain = false
      return result
    }
    var result = ScalarArray(type: target, isPlain: false, bytes: [])
    result.bytes.reserveCapacity(source.count * target.storedByteCount)
    for index in 0..<source.count {
      let bits = source.bits(at: index)
      guard let converted = convert(bits, from: source.type, to: target) else {
        throw Failure(index: index, value: text(bits, source.type))
      }
      result.append(bits: converted)
    }
    return result
  }

  /// The number in decimals.
  static func text(_ bits: UInt64, _ type: WireType) -> String {
    switch type {
    case .float32: "\(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))"
    case .float64: "\(Double(bitPattern: bits))"
    case .pointer: "\(RemoteAddress(rawValue: bits))"
    default: type.kind == .signed ? "\(Int64(bitPattern: bits))" : "\(bits)"
    }
  }

  /// The numbers that a type has.
  static func range(of type: WireType) -> String {
    switch type {
    case .bool: return "0 to 1"
    case .float32: return "numbers up to \(Float.greatestFiniteMagnitude), whole ones up to 2^24"
    case .float64: return "whole numbers up to 2^53"
    default: break
    }
    let (bitCount, isSigned) = (UInt64(type.storedByteCount * 8), type.kind == .signed)
    let highest = UInt64.max >> (64 - bitCount + (isSigned ? 1 : 0))
    return "\(isSigned ? Int64(bitPattern: ~highest) : 0) to \(highest)"
  }

  /// The same number as another type; nil where that does not have it.
  static func convert(_ bits: UInt64, from source: WireType, to target: WireType) -> UInt64? {
    switch (source.kind, target.kind) {
    case (.floating, .floating):
      let value =
        source == .float64
        ? Double(bitPattern: bits) : Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
      guard target == .float32 else { return value.bitPattern }
      let rounded = Float(value)
      return rounded.isInfinite && !value.isInfinite ? nil : UInt64(rounded.bitPattern)
    case (.signed, .floating): return floating(Int64(bitPattern: bits), target)
    case (.unsigned, .floating): return floating(bits, target)
    case (.signed, .signed): return fits(Int64(bitPattern: bits), target) ? bits : nil
    case (.signed, .unsigned):
      return Int64(bitPattern: bits) >= 0 && fits(bits, target) ? bits : nil
    case (.unsigned, .signed): return fits(bits, target) ? bits : nil
    case (.unsigned, .unsigned): return fits(bits, target) ? bits : nil
    default: return nil
    }
  }

  private static func floating(_ value: some BinaryInteger, _ target: WireType) -> UInt64? {
    target == .float64
      ? Double(exactly: value)?.bitPattern : Float(exactly: value).map { UInt64($0.bitPattern) }
  }

  private static func fits(_ value: Int64, _ target: WireType) -> Bool {
    let unused = Int64(64 - target.storedByteCount * 8)
    return (value << unused) >> unused == value
  }

  private static func fits(_ value: UInt64, _ target: WireType) -> Bool {
    if target == .bool { return value <= 1 }
    let bitCount = target.storedByteCount * 8 - (target.kind == .signed ? 1 : 0)
    return bitCount == 64 || value >> UInt64(bitCount) == 0
  }
}
