/// What is free of a region: extents that the helper has mapped, and those that it has not.
///
/// Pure bookkeeping: nothing is mapped or unmapped here.
struct ExtentPool {
  /// In the order of their offsets; none continues the one before it.
  private(set) var free: [Extent]

  init(byteCount: Int) {
    free = byteCount > 0 ? [Extent(offset: 0, byteCount: byteCount, address: nil)] : []
  }

  /// How much of what is free the helper has mapped.
  var mappedByteCount: Int {
    free.reduce(0) { $0 + ($1.address == nil ? 0 : $1.byteCount) }
  }

  /// The longest piece that can be taken, mapped or not.
  var longest: Int { free.reduce(0) { max($0, $1.byteCount) } }

  /// Takes so many bytes from the shortest extent that has them, among those that the helper has
  /// mapped or those that it has not.
  mutating func take(_ byteCount: Int, mapped: Bool) -> Extent? {
    var best: Int?
    for (index, extent) in free.enumerated()
    where (extent.address != nil) == mapped && extent.byteCount >= byteCount {
      if let best, free[best].byteCount <= extent.byteCount { continue }
      best = index
    }
    guard let best else { return nil }
    var extent = free[best]
    let rest = extent.cut(after: byteCount)
    if rest.byteCount > 0 { free[best] = rest } else { free.remove(at: best) }
    return extent
  }

  /// Takes an extent back.
  mutating func give(_ extent: Extent) {
    guard extent.byteCount > 0 else { return }
    var (low, high) = (0, free.count)
    while low < high {
      let middle = (low + high) / 2
      if free[middle].offset < extent.offset { low = middle + 1 } else { high = middle }
    }
    free.insert(extent, at: low)
    if low + 1 < free.count, free[low].continues(in: free[low + 1]) {
      free[low].byteCount += free[low + 1].byteCount
      free.remove(at: low + 1)
    }
    if low > 0, free[low - 1].continues(in: free[low]) {
      free[low - 1].byteCount += free[low].byteCount
      free.remove(at: low)
    }
  }

  /// Takes out what the helper has mapped beyond `limit` bytes, the longest extents first, and of
  /// each what is behind.
  mutating func trim(keeping limit: Int) -> [Extent] {
    var leaving: [Extent] = []
    var excess = mappedByteCount - limit
    while excess > 0,
      let longest = free.indices.filter({ free[$0].address != nil })
        .max(by: { free[$0].byteCount < free[$1].byteCount })
    {
      let kept = max(free[longest].byteCount - Extent.pages(excess), 0)
      let rest = free[longest].cut(after: kept)
      if kept == 0 { free.remove(at: longest) }
      excess -= rest.byteCount
      leaving.append(rest)
    }
    return leaving
  }
}
