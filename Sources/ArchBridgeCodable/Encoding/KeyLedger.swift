/// The keys that a map has so far: a list while it is short, which is faster than a set.
struct KeyLedger {
  private static let listCount = 16

  private var list: [MapKey] = []
  private var set: Set<MapKey> = []

  func contains(_ key: MapKey) -> Bool {
    set.isEmpty ? list.contains(key) : set.contains(key)
  }

  mutating func insert(_ key: MapKey) {
    if set.isEmpty {
      list.append(key)
      guard list.count > Self.listCount else { return }
      set = Set(list)
      list = []
    } else {
      set.insert(key)
    }
  }
}
