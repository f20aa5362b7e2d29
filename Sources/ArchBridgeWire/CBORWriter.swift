/// Writes CBOR (RFC 8949) in its preferred serialisation: every head in its shortest form.
///
/// The writer does not count: whoever opens an array of three writes three items.
public struct CBORWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8]

  /// Makes an empty writer that has room for `byteCapacity` bytes.
  public init(byteCapacity: Int = 64) {
    bytes = []
    bytes.reserveCapacity(byteCapacity)
  }

  /// Makes a writer that appends to `prefix`.
  public init(appendingTo prefix: [UInt8]) {
    bytes = prefix
  }

  /// Writes a non-negative integer.
  public mutating func write(unsigned value: UInt64) { writeHead(major: 0, value) }

  /// Writes an integer of either sign.
  public mutating func write(signed value: Int64) {
    if value < 0 {
      writeHead(major: 1, UInt64(bitPattern: ~value))
    } else {
      writeHead(major: 0, UInt64(bitPattern: value))
    }
  }

  /// Writes the integer −1 − `complement`.
  public mutating func write(negative complement: UInt64) { writeHead(major: 1, complement) }

  /// Writes a byte string.
  public mutating func write(bytes value: [UInt8]) {
    writeHead(major: 2, UInt64(value.count))
    bytes.append(contentsOf: value)
  }

  /// Writes the head of a byte string; `write(raw:)` of exactly `count` bytes follows.
  public mutating func beginBytes(count: Int) { writeHead(major: 2, UInt64(count)) }

  /// Appends bytes as they are: contents of a byte string, or items that are encoded already.
  public mutating func write(raw value: [UInt8]) { bytes.append(contentsOf: value) }

  /// Writes a text.
  public mutating func write(text value: String) {
    writeHead(major: 3, UInt64(value.utf8.count))
    bytes.append(contentsOf: value.utf8)
  }

  /// Writes the head of an array; `count` items follow.
  public mutating func beginArray(count: Int) { writeHead(major: 4, UInt64(count)) }

  /// Writes the head of a map; `count` pairs of items follow.
  public mutating func beginMap(count: Int) { writeHead(major: 5, UInt64(count)) }

  /// Writes a tag; the tagged item follows.
  public mutating func write(tag: UInt64) { writeHead(major: 6, tag) }

  /// Writes `true` or `false`.
  public mutating func write(bool value: Bool) { bytes.append(value ? 0xF5 : 0xF4) }

  /// Writes `null`.
  public mutating func writeNull() { bytes.append(0xF6) }

  /// Writes `undefined`.
  public mutating func writeUndefined() { bytes.append(0xF7) }

  /// Writes a simple value; 24 to 31 are reserved by RFC 8949 and trap.
  public mutating func write(simple value: UInt8) {
    precondition(value < 24 || value > 31, "simple values 24 to 31 are reserved")
    writeHead(major: 7, UInt64(value))
  }

  /// Writes a floating-point number in double precision, always nine bytes.
  public mutating func write(double value: Double) {
    bytes.append(0xFB)
    appendBigEndian(value.bitPattern, byteCount: 8)
  }

  /// Writes a floating-point number in single precision, always five bytes.
  public mutating func write(single value: Float) {
    bytes.append(0xFA)
    appendBigEndian(UInt64(value.bitPattern), byteCount: 4)
  }

  /// Writes a floating-point number in the shortest of three precisions that keeps its value.
  ///
  /// A NaN keeps its payload, as RFC 8949, section 4.1 has it.
  public mutating func write(shortest value: Double) {
    if let half = HalfPrecision.exactBits(value) {
      bytes.append(0xF9)
      appendBigEndian(UInt64(half), byteCount: 2)
    } else if let single = SinglePrecision.exactBits(value) {
      bytes.append(0xFA)
      appendBigEndian(UInt64(single), byteCount: 4)
    } else {
      write(double: value)
    }
  }

  private mutating func writeHead(major: UInt8, _ argument: UInt64) {
    let initial = major << 5
    switch argument {
    case 0..<24: bytes.append(initial | UInt8(truncatingIfNeeded: argument))
    case 24...0xFF:
      bytes.append(initial | 24)
      bytes.append(UInt8(truncatingIfNeeded: argument))
    case 0x100...0xFFFF:
      bytes.append(initial | 25)
      appendBigEndian(argument, byteCount: 2)
    case 0x1_0000...0xFFFF_FFFF:
      bytes.append(initial | 26)
      appendBigEndian(argument, byteCount: 4)
    default:
      bytes.append(initial | 27)
      appendBigEndian(argument, byteCount: 8)
    }
  }

  private mutating func appendBigEndian(_ value: UInt64, byteCount: Int) {
    var shift = UInt64(byteCount) * 8
    while shift > 0 {
      shift -= 8
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
