extension WireValue where Self: FixedWidthInteger {
  /// Reads an integer of either sign that fits.
  public init(from reader: inout CBORReader) throws(CBORError) {
    let start = reader.offset
    let value: Self? =
      switch try reader.next() {
      case .unsigned(let value): Self(exactly: value)
      case .negative(let value): Int64(exactly: value).flatMap { Self(exactly: ~$0) }
      default: nil
      }
    guard let value else { throw .unexpectedItem(offset: start) }
    self = value
  }

  /// Appends the integer.
  public func write(to writer: inout CBORWriter) {
    if Self.isSigned {
      writer.write(signed: Int64(truncatingIfNeeded: self))
    } else {
      writer.write(unsigned: UInt64(truncatingIfNeeded: self))
    }
  }

  /// The integer, extended as its sign asks.
  public var slot: UInt64 { UInt64(truncatingIfNeeded: self) }

  /// The low bits.
  public init?(slot: UInt64) { self.init(truncatingIfNeeded: slot) }
}

/// A number of fixed width, whose arrays cross as their bytes (RFC 8746).
public protocol WireNumber: WireValue, BitwiseCopyable {
  /// What the arrays are tagged with; one of bytes is none.
  static var arrayTag: TypedArrayTag { get }
}

extension WireNumber {
  /// Reads an array as its bytes, or item by item.
  public static func readArray(from reader: inout CBORReader) throws(CBORError) -> [Self] {
    let start = reader.offset
    switch try reader.peek() {
    case .tag(arrayTag.rawValue):
      _ = try reader.next()
      return try unpacked(reader.readBytes(), at: start)
    case .bytes where arrayTag == .uint8: return try unpacked(reader.readBytes(), at: start)
    default: return try reader.readItems { (reader) throws(CBORError) in try Self(from: &reader) }
    }
  }

  /// Writes an array as its bytes.
  public static func write(array: [Self], to writer: inout CBORWriter) {
    if arrayTag != .uint8 { writer.write(tag: arrayTag.rawValue) }
    // Safe: numbers are their bytes, little endian as this machine has them.
    unsafe array.withUnsafeBytes { unsafe writer.write(bytes: [UInt8]($0)) }
  }

  private static func unpacked(_ bytes: [UInt8], at offset: Int) throws(CBORError) -> [Self] {
    let width = MemoryLayout<Self>.size
    guard bytes.count % width == 0 else { throw .unexpectedItem(offset: offset) }
    let count = bytes.count / width
    // Safe: any bytes are a number, and there are as many as are copied.
    return unsafe [Self](unsafeUninitializedCapacity: count) { buffer, initialized in
      unsafe bytes.withUnsafeBytes {
        unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0)
      }
      initialized = count
    }
  }
}

extension Int8: WireNumber {
  /// The name.
  public static var wireName: String { "Int8" }
  /// The form in a slot.
  public static var slotType: WireType? { .int8 }
  /// What its arrays are tagged with.
  public static var arrayTag: TypedArrayTag { .int8 }
}

extension Int16: WireNumber {
  /// The name.
  public static var wireName: String { "Int16" }
  /// The form in a slot.
  public static var slotType: WireType? { .int16 }
  /// What its arrays are tagged with.
  public static var arrayTag: TypedArrayTag { .int16 }
}

extension Int32: WireNumber {
  /// The name.
  public static var wireName: String { "Int32" }
  /// The form in a slot.
  public static var slotType: WireType? { .int32 }
  /// What its arrays are tagged with.
  public static var arrayTag: TypedArrayTag { .int32 }
}

extension Int64: WireNumber {
  /// The name.
  public static var wireName: String { "Int64" }
  /// The form in a slot.
  public static var slotType: WireType? { .int64 }
  /// What its arrays are tagged with.
  public static var arrayTag: TypedArrayTag { .int64 }
}

extension UInt8: WireNumber {
  /// The name.
  public static var wireName: String { "UInt8" }
  /// The form in a slot.
  public static var slotType: WireType? { .uint8 }
  /// What its arrays are tagged with.
  public static var arrayTag: TypedArrayTag { .uint8 }
}

extension UInt16: WireNumber {
  /// The name.
  public static var wireName: String { "UInt16" }
  /// The form in a slot.
  public static var slotType: WireType? { .uint16 }
  /// What its arrays are tagged with.
  public static var arrayTag: TypedArrayTag { .uint16 }
}

extension UInt32: WireNumber {
  /// The name.
  public static var wireName: String { "UInt32" }
  /// The form in a slot.
  public static var slotType: WireType? { .uint32 }
  /// What its arrays are tagged with.
  public static var arrayTag: TypedArrayTag { .uint32 }
}

extension UInt64: WireNumber {
  /// The name.
  public static var wireName: String { "UInt64" }
  /// The form in a slot.
  public static var slotType: WireType? { .uint64 }
  /// What its arrays are tagged with.
  public static var arrayTag: TypedArrayTag { .uint64 }
}

extension Int: WireValue {
  /// The name.
  public static var wireName: String { "Int" }
}

extension UInt: WireValue {
  /// The name.
  public static var wireName: String { "UInt" }
}

extension Double: WireNumber {
  /// The name.
  public static var wireName: String { "Double" }
  /// The form in a slot.
  public static var slotType: WireType? { .float64 }
  /// What its arrays are tagged with.
  public static var arrayTag: TypedArrayTag { .float64 }
  /// The bits in a slot.
  public var slot: UInt64 { bitPattern }
  /// The value in a slot.
  public init?(slot: UInt64) { self.init(bitPattern: slot) }

  /// Reads a value.
  public init(from reader: inout CBORReader) throws(CBORError) {
    let start = reader.offset
    let value: Double? =
      switch try reader.next() {
      case .float(let value): value
      // An integer is also a floating-point number where that is exact.
      case .unsigned(let value): Double(exactly: value)
      case .negative(let value): Int64(exactly: value).flatMap { Double(exactly: ~$0) }
      default: nil
      }
    guard let value else { throw .unexpectedItem(offset: start) }
    self = value
  }

  /// Appends the value.
  public func write(to writer: inout CBORWriter) { writer.write(shortest: self) }
}

extension Float: WireNumber {
  /// The name.
  public static var wireName: String { "Float" }
  /// The form in a slot.
  public static var slotType: WireType? { .float32 }
  /// What its arrays are tagged with.
  public static var arrayTag: TypedArrayTag { .float32 }
  /// The bits in a slot.
  public var slot: UInt64 { UInt64(bitPattern) }
  /// The value in a slot.
  public init?(slot: UInt64) { self.init(bitPattern: UInt32(truncatingIfNeeded: slot)) }

  /// Reads a value.
  public init(from reader: inout CBORReader) throws(CBORError) {
    let start = reader.offset
    let value = try Double(from: &reader)
    let single = Float(value)
    // Rounded, but never to infinity.
    guard single.isFinite || !value.isFinite else { throw .unexpectedItem(offset: start) }
    self = single
  }

  /// Appends the value.
  public func write(to writer: inout CBORWriter) { writer.write(shortest: Double(self)) }
}
