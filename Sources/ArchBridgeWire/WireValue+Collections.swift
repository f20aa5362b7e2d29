extension Bool: WireValue {
  /// The name.
  public static var wireName: String { "Bool" }
  /// The form in a slot.
  public static var slotType: WireType? { .bool }
  /// The bits in a slot.
  public var slot: UInt64 { self ? 1 : 0 }
  /// The value in a slot.
  public init?(slot: UInt64) { self = slot & 0xFF != 0 }

  /// Reads a value.
  public init(from reader: inout CBORReader) throws(CBORError) {
    let start = reader.offset
    switch try reader.next() {
    case .simple(20): self = false
    case .simple(21): self = true
    default: throw .unexpectedItem(offset: start)
    }
  }

  /// Appends the value.
  public func write(to writer: inout CBORWriter) { writer.write(bool: self) }
}

extension String: WireValue {
  /// The name.
  public static var wireName: String { "String" }
  /// Reads a value.
  public init(from reader: inout CBORReader) throws(CBORError) { self = try reader.readText() }
  /// Appends the value.
  public func write(to writer: inout CBORWriter) { writer.write(text: self) }
}

extension Optional: WireValue where Wrapped: WireValue {
  /// The name.
  public static var wireName: String { Wrapped.wireName + "?" }
  /// Nil.
  public static var absent: Self? { .some(.none) }
  /// Whether it is nil.
  public var isAbsent: Bool { self == nil }

  /// Reads a value.
  public init(from reader: inout CBORReader) throws(CBORError) {
    switch try reader.peek() {
    case .simple(22), .simple(23):
      _ = try reader.next()
      self = nil
    default: self = try Wrapped(from: &reader)
    }
  }

  /// Appends the value.
  public func write(to writer: inout CBORWriter) {
    if let value = self { value.write(to: &writer) } else { writer.writeNull() }
  }
}

extension Array: WireValue where Element: WireValue {
  /// The name.
  public static var wireName: String { "[" + Element.wireName + "]" }

  /// Reads a value.
  public init(from reader: inout CBORReader) throws(CBORError) {
    self = try Element.readArray(from: &reader)
  }

  /// Appends the value.
  public func write(to writer: inout CBORWriter) { Element.write(array: self, to: &writer) }
}

/// What a dictionary that crosses has as keys: texts, or integers.
public protocol WireKey: WireValue, Hashable {}
extension String: WireKey {}
extension Int: WireKey {}

extension Dictionary: WireValue where Key: WireKey, Value: WireValue {
  /// The name.
  public static var wireName: String { "[" + Key.wireName + ": " + Value.wireName + "]" }

  /// Reads a value.
  public init(from reader: inout CBORReader) throws(CBORError) {
    var entries: [Key: Value] = [:]
    let start = reader.offset
    try reader.readEntries { (reader) throws(CBORError) in
      let key = try Key(from: &reader)
      guard entries[key] == nil else { throw .unexpectedItem(offset: start) }
      entries[key] = try Value(from: &reader)
    }
    self = entries
  }

  /// Appends the value.
  public func write(to writer: inout CBORWriter) {
    writer.beginMap(count: count)
    for (key, value) in self {
      key.write(to: &writer)
      value.write(to: &writer)
    }
  }
}

/// A moment, in the form of Foundation's `Date`: the seconds since the beginning of 2001.
public struct WireDate: WireValue, Hashable, Sendable {
  /// The name.
  public static var wireName: String { "Date" }
  /// The seconds since 1 January 2001, 00:00 UTC.
  public var timeIntervalSinceReferenceDate: Double
  /// The seconds since 1 January 1970, 00:00 UTC.
  public var timeIntervalSince1970: Double { timeIntervalSinceReferenceDate + 978_307_200 }

  /// Makes a moment.
  public init(timeIntervalSinceReferenceDate seconds: Double) {
    timeIntervalSinceReferenceDate = seconds
  }

  /// Makes a moment.
  public init(timeIntervalSince1970 seconds: Double) {
    timeIntervalSinceReferenceDate = seconds - 978_307_200
  }

  /// Reads a value.
  public init(from reader: inout CBORReader) throws(CBORError) {
    timeIntervalSinceReferenceDate = try Double(from: &reader)
  }

  /// Appends the value.
  public func write(to writer: inout CBORWriter) {
    timeIntervalSinceReferenceDate.write(to: &writer)
  }
}
