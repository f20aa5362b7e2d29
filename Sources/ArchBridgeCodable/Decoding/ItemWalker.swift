import ArchBridgeWire

/// Passes over items without keeping any of them.
struct ItemWalker {
  private let bytes: [UInt8]
  private let checkingText: Bool
  private var reader: CBORReader

  /// Where the item at `offset` ends.
  ///
  /// - Throws: whatever makes the item, or any that it holds, malformed; `tooDeep` beyond
  ///   `CBORValue.depthLimit`.
  static func end(
    ofItemAt offset: Int, in bytes: [UInt8], checkingText: Bool
  ) throws(CBORError) -> Int {
    var walker = ItemWalker(
      bytes: bytes, checkingText: checkingText, reader: CBORReader(bytes, offset: offset))
    try walker.skip(depth: 0)
    return walker.reader.offset
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
    case .array(let count): for _ in 0..<count { try skip(depth: depth + 1) }
    case .map(let count):
      for _ in 0..<count {
        try skip(depth: depth + 1)
        try skip(depth: depth + 1)
      }
    case .indefiniteArray:
      while try !skipBreakIfNext() { try skip(depth: depth + 1) }
    case .indefiniteMap:
      while try !skipBreakIfNext() {
        try skip(depth: depth + 1)
        try skip(depth: depth + 1)
      }
    case .tag: try skip(depth: depth + 1)
    case .breakCode: throw .unexpectedBreak(offset: start)
    }
  }

  private mutating func skip(byteCount: Int) {
    reader = CBORReader(bytes, offset: reader.offset + byteCount)
  }

  private mutating func skipText(byteCount: Int, start: Int) throws(CBORError) {
    if checkingText {
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
