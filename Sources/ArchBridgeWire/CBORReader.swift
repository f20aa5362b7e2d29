/// Reads CBOR (RFC 8949) item by item from bytes that nobody vouches for.
///
/// Every length is checked against the bytes that are there before it is used, so that no input
/// can make a reader trap, or allocate more than it was given.
public struct CBORReader: Sendable {
  private let bytes: [UInt8]
  /// The offset of the next item.
  public private(set) var offset: Int
  /// In how many arrays and maps the next item is that were read by their items.
  private var depth = 0

  /// Makes a reader of `bytes`, from `offset` on.
  public init(_ bytes: [UInt8], offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset < 0 ? 0 : (offset > bytes.count ? bytes.count : offset)
  }

  /// Whether everything has been read.
  public var isAtEnd: Bool { offset == bytes.count }

  /// The bytes that have not been read.
  public var remainingByteCount: Int { bytes.count - offset }

  /// Reads the next item's head.
  public mutating func next() throws(CBORError) -> CBORItem {
    let start = offset
    guard offset < bytes.count else { throw .truncated(offset: start) }
    let initial = bytes[offset]
    offset += 1
    let major = initial >> 5
    let information = initial & 0x1F
    if information == 31 { return try indefinite(major: major, start: start) }
    let argument = try readArgument(information, start: start)
    switch major {
    case 0: return .unsigned(argument)
    case 1: return .negative(argument)
    case 2: return .bytes(byteCount: try length(argument, unit: 1, start: start))
    case 3: return .text(byteCount: try length(argument, unit: 1, start: start))
    case 4: return .array(count: try length(argument, unit: 1, start: start))
    case 5: return .map(count: try length(argument, unit: 2, start: start))
    case 6: return .tag(argument)
    default: return try simpleOrFloat(information, argument, start: start)
    }
  }

  /// The next item's head, which stays unread.
  public func peek() throws(CBORError) -> CBORItem {
    var copy = self
    return try copy.next()
  }

  /// Reads the contents of a byte string or text whose head `next()` gave.
  public mutating func take(byteCount: Int) throws(CBORError) -> [UInt8] {
    guard byteCount >= 0, byteCount <= remainingByteCount else {
      throw .lengthOutOfBounds(offset: offset)
    }
    let slice = [UInt8](bytes[offset..<offset + byteCount])
    offset += byteCount
    return slice
  }

  /// Goes into an array or a map, of which a value has not endlessly many inside each other.
  mutating func descend() throws(CBORError) {
    guard depth < CBORValue.depthLimit else { throw .tooDeep(offset: offset) }
    depth += 1
  }

  mutating func ascend() { depth -= 1 }

  /// Throws unless everything has been read.
  public func finish() throws(CBORError) {
    guard isAtEnd else { throw .trailingBytes(byteCount: remainingByteCount) }
  }

  private mutating func readArgument(
    _ information: UInt8, start: Int
  ) throws(CBORError) -> UInt64 {
    guard information >= 24 else { return UInt64(information) }
    guard information < 28 else { throw .reservedAdditionalInformation(offset: start) }
    let byteCount = 1 << Int(information - 24)
    guard byteCount <= remainingByteCount else { throw .truncated(offset: start) }
    var value: UInt64 = 0
    for index in offset..<offset + byteCount { value = value << 8 | UInt64(bytes[index]) }
    offset += byteCount
    return value
  }

  private func indefinite(major: UInt8, start: Int) throws(CBORError) -> CBORItem {
    switch major {
    case 2: return .indefiniteBytes
    case 3: return .indefiniteText
    case 4: return .indefiniteArray
    case 5: return .indefiniteMap
    case 7: return .breakCode
    default: throw .reservedAdditionalInformation(offset: start)
    }
  }

  /// A length is believable only if its contents, of at least `unit` bytes each, can be there.
  private func length(_ argument: UInt64, unit: UInt64, start: Int) throws(CBORError) -> Int {
    guard argument <= UInt64(remainingByteCount) / unit else {
      throw .lengthOutOfBounds(offset: start)
    }
    return Int(argument)
  }

  private func simpleOrFloat(
    _ information: UInt8, _ argument: UInt64, start: Int
  ) throws(CBORError) -> CBORItem {
    switch information {
    case 25: return .float(HalfPrecision.widened(UInt16(truncatingIfNeeded: argument)))
    case 26: return .float(SinglePrecision.widened(UInt32(truncatingIfNeeded: argument)))
    case 27: return .float(Double(bitPattern: argument))
    case 24 where argument < 32: throw .invalidSimpleValue(offset: start)
    default: return .simple(UInt8(truncatingIfNeeded: argument))
    }
  }
}
