import ArchBridgeWire

/// Walks over an array's elements, or over a map's pairs.
struct ArrayCursor {
  private let input: DecodingInput
  /// Where the next element is.
  private(set) var offset: Int
  private var remaining: Int?

  init(_ input: DecodingInput, offset: Int, count: Int?) {
    self.input = input
    self.offset = offset
    remaining = count
  }

  var isAtEnd: Bool {
    if let remaining { remaining == 0 } else { input.isBreak(at: offset) }
  }

  /// Goes on to the next element; not at the end.
  mutating func advance() throws(CBORError) {
    advance(to: try input.end(ofItemAt: offset))
  }

  /// Goes on to the next element or pair, which is at `end`; not at the end.
  mutating func advance(to end: Int) {
    offset = end
    if let count = remaining { remaining = count - 1 }
  }
}
