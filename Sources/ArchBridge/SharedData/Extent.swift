/// A piece of shared memory, whole pages.
struct Extent: Equatable, Sendable {
  /// Where it begins in the region.
  var offset: Int
  /// How long it is.
  var byteCount: Int
  /// Where the helper has it; nil where it has not.
  var address: UInt64?

  var end: Int { offset + byteCount }

  /// Cuts off what is behind the first `count` bytes, and returns it.
  mutating func cut(after count: Int) -> Extent {
    let rest = Extent(
      offset: offset + count, byteCount: byteCount - count,
      address: address.map { $0 &+ UInt64(count) })
    byteCount = count
    return rest
  }

  /// Whether another extent continues this one, here and in the helper.
  func continues(in other: Extent) -> Bool {
    guard end == other.offset else { return false }
    guard let address, let otherAddress = other.address else {
      return address == nil && other.address == nil
    }
    return address &+ UInt64(byteCount) == otherAddress
  }

  /// How long memory is that takes so many bytes in whole pages.
  static func pages(_ byteCount: Int) -> Int { (byteCount + pageByteCount - 1) & -pageByteCount }

  /// Every architecture that helpers exist for has such pages.
  static let pageByteCount = 4_096
}
