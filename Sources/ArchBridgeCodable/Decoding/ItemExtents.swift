/// Where long items end, so that none is walked through once for every level it lies under.
struct ItemExtents {
  /// What is shorter is walked through as often as needed.
  private static let leastByteCount = 256

  /// In ascending order: an item is noted before what it holds.
  private var starts: [Int] = []
  private var ends: [Int] = []

  /// Notes that an item starts; `close(_:end:)` of what is returned follows, innermost first.
  mutating func open(_ start: Int) -> Int {
    starts.append(start)
    ends.append(start)
    return starts.count - 1
  }

  mutating func close(_ place: Int, end: Int) {
    if end - starts[place] < Self.leastByteCount {
      // What a short item holds is shorter still, and gone: this is the last one noted.
      starts.removeLast()
      ends.removeLast()
    } else {
      ends[place] = end
    }
  }

  /// Where the item at `start` ends, if it is a long one.
  func end(ofItemAt start: Int) -> Int? {
    var range = starts[...]
    while !range.isEmpty {
      let middle = range.startIndex + range.count / 2
      if starts[middle] == start { return ends[middle] }
      range = starts[middle] < start ? range[(middle + 1)...] : range[..<middle]
    }
    return nil
  }
}
