/// Any CBOR data item, whole.
///
/// Strings and collections of indefinite length are read as their contents, so that writing a
/// value that was read can give other bytes than were read, with the same meaning.
public enum CBORValue: Equatable, Sendable {
  /// A non-negative integer.
  case unsigned(UInt64)
  /// The negative integer −1 − `value`.
  case negative(UInt64)
  /// A byte string.
  case bytes([UInt8])
  /// A text.
  case text(String)
  /// An array.
  case array([CBORValue])
  /// A map, its pairs in the order in which they stand.
  case map([Pair])
  /// A tagged item.
  indirect case tagged(UInt64, CBORValue)
  /// A simple value other than the four that have a case of their own.
  case simple(UInt8)
  /// `true` or `false`.
  case bool(Bool)
  /// `null`.
  case null
  /// `undefined`.
  case undefined
  /// A floating-point number of any precision.
  case float(Double)

  /// One entry of a map.
  public struct Pair: Equatable, Sendable {
    /// The entry's key: any item.
    public var key: CBORValue
    /// The entry's value.
    public var value: CBORValue

    /// Makes an entry.
    public init(key: CBORValue, value: CBORValue) {
      self.key = key
      self.value = value
    }
  }

  /// How deep items may be nested in what is read.
  public static let depthLimit = 128

  /// Reads the one item that `bytes` hold.
  public init(decoding bytes: [UInt8]) throws(CBORError) {
    var reader = CBORReader(bytes)
    self = try reader.readValue()
    try reader.finish()
  }

  /// Appends this item to `writer`, floats in their shortest form.
  public func write(to writer: inout CBORWriter) {
    switch self {
    case .unsigned(let value): writer.write(unsigned: value)
    case .negative(let value): writer.write(negative: value)
    case .bytes(let value): writer.write(bytes: value)
    case .text(let value): writer.write(text: value)
    case .array(let items):
      writer.beginArray(count: items.count)
      for item in items { item.write(to: &writer) }
    case .map(let pairs):
      writer.beginMap(count: pairs.count)
      for pair in pairs {
        pair.key.write(to: &writer)
        pair.value.write(to: &writer)
      }
    case .tagged(let tag, let item):
      writer.write(tag: tag)
      item.write(to: &writer)
    case .simple(let value): writer.write(simple: value)
    case .bool(let value): writer.write(bool: value)
    case .null: writer.writeNull()
    case .undefined: writer.writeUndefined()
    case .float(let value): writer.write(shortest: value)
    }
  }

  /// This item's bytes.
  public var encoded: [UInt8] {
    var writer = CBORWriter()
    write(to: &writer)
    return writer.bytes
  }
}

extension CBORReader {
  /// Reads one item with all that it holds.
  public mutating func readValue() throws(CBORError) -> CBORValue {
    try readValue(depth: 0)
  }

  private mutating func readValue(depth: Int) throws(CBORError) -> CBORValue {
    let start = offset
    let item = try next()
    guard depth < CBORValue.depthLimit else { throw .tooDeep(offset: start) }
    switch item {
    case .unsigned(let value): return .unsigned(value)
    case .negative(let value): return .negative(value)
    case .float(let value): return .float(value)
    case .bytes(let byteCount): return .bytes(try take(byteCount: byteCount))
    case .indefiniteBytes: return .bytes(try readChunks(ofText: false))
    case .text(let byteCount): return .text(try text(take(byteCount: byteCount), start: start))
    case .indefiniteText: return .text(try text(readChunks(ofText: true), start: start))
    case .array(let count):
      var items: [CBORValue] = []
      for _ in 0..<count { items.append(try readValue(depth: depth + 1)) }
      return .array(items)
    case .indefiniteArray:
      var items: [CBORValue] = []
      while try !readBreakIfNext() { items.append(try readValue(depth: depth + 1)) }
      return .array(items)
    case .map(let count):
      var pairs: [CBORValue.Pair] = []
      for _ in 0..<count { pairs.append(try readPair(depth: depth + 1)) }
      return .map(pairs)
    case .indefiniteMap:
      var pairs: [CBORValue.Pair] = []
      while try !readBreakIfNext() { pairs.append(try readPair(depth: depth + 1)) }
      return .map(pairs)
    case .tag(let tag): return .tagged(tag, try readValue(depth: depth + 1))
    case .simple(20): return .bool(false)
    case .simple(21): return .bool(true)
    case .simple(22): return .null
    case .simple(23): return .undefined
    case .simple(let value): return .simple(value)
    case .breakCode: throw .unexpectedBreak(offset: start)
    }
  }

  private mutating func readPair(depth: Int) throws(CBORError) -> CBORValue.Pair {
    let key = try readValue(depth: depth)
    return CBORValue.Pair(key: key, value: try readValue(depth: depth))
  }

  mutating func readBreakIfNext() throws(CBORError) -> Bool {
    guard case .breakCode = try peek() else { return false }
    _ = try next()
    return true
  }

  private mutating func readChunks(ofText: Bool) throws(CBORError) -> [UInt8] {
    var contents: [UInt8] = []
    while true {
      let start = offset
      switch try next() {
      case .breakCode: return contents
      case .bytes(let byteCount) where !ofText: contents += try take(byteCount: byteCount)
      case .text(let byteCount) where ofText:
        let chunk = try take(byteCount: byteCount)
        _ = try text(chunk, start: start)
        contents += chunk
      default: throw .wrongChunk(offset: start)
      }
    }
  }

  private func text(_ bytes: [UInt8], start: Int) throws(CBORError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .invalidText(offset: start)
    }
    return text
  }
}
