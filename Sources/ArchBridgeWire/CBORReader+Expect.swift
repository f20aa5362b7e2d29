extension CBORReader {
  /// Reads a non-negative integer.
  public mutating func readUnsigned() throws(CBORError) -> UInt64 {
    let start = offset
    guard case .unsigned(let value) = try next() else { throw .unexpectedItem(offset: start) }
    return value
  }

  /// Reads a non-negative integer that fits the width asked for.
  public mutating func readUnsigned<Value: FixedWidthInteger & UnsignedInteger>(
    _ type: Value.Type
  ) throws(CBORError) -> Value {
    let start = offset
    guard let value = Value(exactly: try readUnsigned()) else {
      throw .unexpectedItem(offset: start)
    }
    return value
  }

  /// Reads an integer of either sign.
  public mutating func readSigned() throws(CBORError) -> Int64 {
    let start = offset
    switch try next() {
    case .unsigned(let value) where value <= UInt64(Int64.max): return Int64(value)
    case .negative(let value) where value <= UInt64(Int64.max): return ~Int64(value)
    default: throw .unexpectedItem(offset: start)
    }
  }

  /// Reads a floating-point number.
  public mutating func readDouble() throws(CBORError) -> Double {
    let start = offset
    guard case .float(let value) = try next() else { throw .unexpectedItem(offset: start) }
    return value
  }

  /// Reads a byte string of known length.
  public mutating func readBytes() throws(CBORError) -> [UInt8] {
    let start = offset
    guard case .bytes(let byteCount) = try next() else { throw .unexpectedItem(offset: start) }
    return try take(byteCount: byteCount)
  }

  /// Reads a byte string, or `null`.
  public mutating func readOptionalBytes() throws(CBORError) -> [UInt8]? {
    if try readNullIfNext() { return nil }
    return try readBytes()
  }

  /// Reads a text of known length.
  public mutating func readText() throws(CBORError) -> String {
    let start = offset
    guard case .text(let byteCount) = try next() else { throw .unexpectedItem(offset: start) }
    let bytes = try take(byteCount: byteCount)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .invalidText(offset: start)
    }
    return text
  }

  /// Reads the head of an array of known length and returns how many items follow.
  public mutating func readArray() throws(CBORError) -> Int {
    let start = offset
    guard case .array(let count) = try next() else { throw .unexpectedItem(offset: start) }
    return count
  }

  /// Reads the head of an array that must hold exactly `count` items.
  public mutating func readArray(count: Int) throws(CBORError) {
    let start = offset
    guard try readArray() == count else { throw .unexpectedItem(offset: start) }
  }

  /// Reads `null` if it is next; reads nothing otherwise.
  public mutating func readNullIfNext() throws(CBORError) -> Bool {
    guard case .simple(22) = try peek() else { return false }
    _ = try next()
    return true
  }
}
