extension Bool: WireValue {
  public static var wireName: String { "Bool" }
  public static var slotType: WireType? { .bool }
  public var slot: UInt64 { self ? 1 : 0 }
  public init?(slot: UInt64) { self = slot & 0xFF != 0 }

  public init(from reader: inout CBORReader) throws(CBORError) {
    let start = reader.offset
    switch try reader.next() {
    case .simple(20): self = false
    case .simple(21): self = true
    default: throw .unexpectedItem(offset: start)
    }
  }

  public func write(to writer: inout CBORWriter) { writer.write(bool: self) }
}

extension String: WireValue {
  public static var wireName: String { "String" }
  public init(from reader: inout CBORReader) throws(CBORError) { self = try reader.readText() }
  public func write(to writer: inout CBORWriter) { writer.write(text: self) }
}

extension Optional: WireValue where Wrapped: WireValue {
  public static var wireName: String { Wrapped.wireName + "?" }
  public static var absent: Self? { .some(.none) }
  public var isAbsent: Bool { self == nil }

  public init(from reader: inout CBORReader) throws(CBORError) {
    switch try reader.peek() {
    case .simple(22), .simple(23):
      _ = try reader.next()
      self = nil
    default: self = try Wrapped(from: &reader)
    }
  }

  public func write(to writer: inout CBORWriter) {
    if let value = self { value.write(to: &writer) } else { writer.writeNull() }
  }
}

extension Array: WireValue where Element: WireValue {
  public static var wireName: String { "[" + Element.wireName + "]" }

  public init(from reader: inout CBORReader) throws(CBORError) {
    self = try Element.readArray(from: &reader)
  }

  public func write(to writer: inout CBORWriter) { Element.write(array: self, to: &writer) }
}

/// What a dictionary that crosses has as keys: texts, or integers.
public protocol WireKey: WireValue, Hashable {}
extension String: WireKey {}
extension Int: WireKey {}

extension Dictionary: WireValue where Key: WireKey, Value: WireValue {
  public static var wireName: String { "[" + Key.wireName + ": " + Value.wireName + "]" }

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

  public init(from reader: inout CBORReader) throws(CBORError) {
    timeIntervalSinceReferenceDate = try Double(from: &reader)
  }

  public func write(to writer: inout CBORWriter) {
    timeIntervalSinceReferenceDate.write(to: &writer)
  }
}
