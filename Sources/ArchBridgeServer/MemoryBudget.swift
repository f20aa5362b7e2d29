internal import ArchBridgeWire
internal import CArchBridgeShims

/// What a request may cost in memory, asked before it is taken.
///
/// Swift ends the process where an allocation fails. The 32 bits of a helper's addresses hold a few
/// large arrays and no more, so that large ones are refused while refusing is still possible.
enum MemoryBudget {
  /// Smaller sums are not worth the question.
  private static let freeByteCount: UInt64 = 1 << 24
  /// What a body holds beside the bytes that are asked for.
  private static let overhead: UInt64 = 1_024

  /// Makes sure that `byteCount` bytes can be held `copies` times, and fit a body.
  static func require(_ byteCount: UInt64, copies: UInt64) throws(FailureMessage) {
    guard byteCount > freeByteCount else { return }
    guard byteCount <= UInt64(EnvelopeHeader.bodyLimit) - overhead,
      let sum = Int(exactly: byteCount * copies), ab_memory_is_available(sum) != 0
    else { throw FailureMessage(.outOfMemory) }
  }
}
