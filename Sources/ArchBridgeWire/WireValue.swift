/// A value that crosses between a server and its clients, in the form that the other side's
/// `Codable` has.
///
/// Numbers, texts, arrays, dictionaries and optionals are such values. What a server's own types
/// need is generated from their `Codable`.
public protocol WireValue {
  /// The type's name, as descriptions of a server have it: `Int32`, `[Double]`.
  static var wireName: String { get }
  /// The form of a value that fits a slot of 8 bytes; nil for all others.
  static var slotType: WireType? { get }
  /// What nil is; nil for a type that has no such value.
  static var absent: Self? { get }
  /// The value's bits in a slot, extended to 64. Only where there is a `slotType`.
  var slot: UInt64 { get }
  /// Whether this is nil, which a field leaves out.
  var isAbsent: Bool { get }

  /// Takes the value out of a slot; nil where the bits are none of this type's.
  init?(slot: UInt64)
  /// Reads a value.
  init(from reader: inout CBORReader) throws(CBORError)
  /// Appends the value to `writer`.
  func write(to writer: inout CBORWriter)

  /// Reads the items of an array, whose head is next.
  static func readArray(from reader: inout CBORReader) throws(CBORError) -> [Self]
  /// Writes an array.
  static func write(array: [Self], to writer: inout CBORWriter)
}

extension WireValue {
  /// None.
  public static var slotType: WireType? { nil }
  /// None.
  public static var absent: Self? { nil }
  /// None.
  public var slot: UInt64 { 0 }
  /// It is not.
  public var isAbsent: Bool { false }
  /// None.
  public init?(slot: UInt64) { return nil }

  /// Reads an array item by item.
  public static func readArray(from reader: inout CBORReader) throws(CBORError) -> [Self] {
    try reader.readItems { (reader) throws(CBORError) in try Self(from: &reader) }
  }

  /// Writes an array item by item.
  public static func write(array: [Self], to writer: inout CBORWriter) {
    writer.beginArray(count: array.count)
    for item in array { item.write(to: &writer) }
  }
}

extension CBORReader {
  /// Reads an array of known or unknown length.
  mutating func readItems<Value>(
    _ read: (inout CBORReader) throws(CBORError) -> Value
  ) throws(CBORError) -> [Value] {
    let start = offset
    try descend()
    defer { ascend() }
    var items: [Value] = []
    switch try next() {
    case .array(let count):
      for _ in 0..<count { items.append(try read(&self)) }
    case .indefiniteArray:
      while try !readBreakIfNext() { items.append(try read(&self)) }
    default: throw .unexpectedItem(offset: start)
    }
    return items
  }

  /// Reads a map's entries in the order in which they stand.
  mutating func readEntries(
    _ read: (inout CBORReader) throws(CBORError) -> Void
  ) throws(CBORError) {
    let start = offset
    try descend()
    defer { ascend() }
    switch try next() {
    case .map(let count):
      for _ in 0..<count { try read(&self) }
    case .indefiniteMap:
      while try !readBreakIfNext() { try read(&self) }
    default: throw .unexpectedItem(offset: start)
    }
  }

  /// Reads a map that has texts as keys, in any order.
  ///
  /// `field` reads the value and returns true, or returns false for a key that it does not know,
  /// whose value is passed over.
  public mutating func readFields(
    _ field: (String, inout CBORReader) throws(CBORError) -> Bool
  ) throws(CBORError) {
    var known: [String] = []
    try readEntries { (reader) throws(CBORError) in
      let start = reader.offset
      let key = try reader.readText()
      let before = reader
      guard try field(key, &reader) else {
        reader = before
        return try reader.skip()
      }
      guard !known.contains(key) else { throw .unexpectedItem(offset: start) }
      known.append(key)
    }
  }

  /// Reads past the next item, whatever it is.
  public mutating func skip() throws(CBORError) { _ = try readValue() }
}
