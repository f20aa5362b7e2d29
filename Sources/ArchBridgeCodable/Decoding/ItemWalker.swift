import ArchBridgeWire

/// Passes over items without keeping any of them.
struct ItemWalker {
  private let bytes: [UInt8]
  /// Whether texts are checked to be UTF-8, and where long items end is noted.
  private let isFirstWalk: Bool
  private var reader: CBORReader
  private(set) var extents = ItemExtents()

  /// Makes a walker that starts at `offset`.
  init(_ bytes: [UInt8], offset: Int, isFirstWalk: Bool) {
    self.bytes = bytes
    self.isFirstWalk = isFirstWalk
    reader = CBORReader(bytes, offset: offset)
  }

  /// Passes over one item, and returns where it ends.
  ///
  /// - Throws: whatever makes the item, or any that it holds, malformed; `tooDeep` beyond
  ///   `CBORValue.depthLimit`.
  mutating func skip() throws(CBORError) -> Int {
    try skip(depth: 0)
    return reader.offset
  }

  private mutating func skip(depth: Int) throws(CBORError) {
    let start = reader.offset
    let item = try reader.next()
    guard depth < CBORValue.depthLimit else { throw .tooDeep(offset: start) }
    switch item {
    case .unsigned, .negative, .simple, .float: break
    case .bytes(let byteCount): skip(byteCount: byteCount)
    case .text(let byteCount): try skipText(byteCount: byteCount, start: start)
    case .indefiniteBytes: try skipChunks(ofText: false)
    case .indefiniteText: try skipChunks(ofText: true)
    case .array, .indefiniteArray, .map, .indefiniteMap, .tag:
      let place = isFirstWalk ? extents.open(start) : nil
      try skipContents(of: item, depth: depth + 1)
      if let place { extents.close(place, end: reader.offset) }
    case .breakCode: throw .unexpectedBreak(offset: start)
    }
  }

  private mutating func skipContents(of item: CBORItem, depth: Int) throws(CBORError) {
    switch item {
    case .array(let count): for _ in 0..<count { try skip(depth: depth) }
    case .indefiniteArray: while try !skipBreakIfNext() { try skip(depth: depth) }
    case .map(let count): for _ in 0..<count { try skipPair(depth: depth) }
    case .indefiniteMap: while try !skipBreakIfNext() { try skipPair(depth: depth) }
    default: try skip(depth: depth)
    }
  }

  private mutating func skipPair(depth: Int) throws(CBORError) {
    try skip(depth: depth)
    try skip(depth: depth)
  }

  private mutating func skip(byteCount: Int) {
    reader = CBORReader(bytes, offset: reader.offset + byteCount)
  }

  private mutating func skipText(byteCount: Int, start: Int) throws(CBORError) {
    if isFirstWalk {
      let text = bytes.span.extracting(reader.offset..<reader.offset + byteCount)
      do { _ = try UTF8Span(validating: text) } catch { throw .invalidText(offset: start) }
    }
    skip(byteCount: byteCount)
  }

  private mutating func skipChunks(ofText: Bool) throws(CBORError) {
    while true {
      let start = reader.offset
      switch try reader.next() {
      case .breakCode: return
      case .bytes(let byteCount) where !ofText: skip(byteCount: byteCount)
      case .text(let byteCount) where ofText: try skipText(byteCount: byteCount, start: start)
      default: throw .wrongChunk(offset: start)
      }
    }
  }

  private mutating func skipBreakIfNext() throws(CBORError) -> Bool {
    guard reader.offset < bytes.count, bytes[reader.offset] == 0xFF else { return false }
    _ = try reader.next()
    return true
  }
}
