internal import ArchBridgeWire

/// Memory behind an argument that is better shared with the helper than sent to it.
struct LargeMemory {
  /// The argument's name for messages.
  let label: String
  /// What the memory starts with; the rest is zero.
  let contents: ScalarArray
  /// How long the memory is.
  let byteCount: Int
  /// What comes back.
  let mode: WireBuffer.Mode
  /// What the elements are, for a message.
  let tag: TypedArrayTag?
  /// What the elements are that come back; nil where nothing does.
  var returnedType: WireType?

  /// From how many bytes on memory is shared.
  ///
  /// A call that is not prepared costs the same both ways at about 1 KiB, one that is at a page. The
  /// first use of shared memory costs a request of its own, which shorter memory takes long to earn.
  static let threshold = 4_096

  /// The memory as a message carries it.
  func buffer(_ context: CallContext) throws(BridgeError) -> WireBuffer {
    let count = try Self.messageByteCount(byteCount, label, context)
    return WireBuffer(mode: mode, byteCount: count, bytes: contents.bytes, elements: tag)
  }

  /// A length that a message can name.
  static func messageByteCount(
    _ byteCount: Int, _ label: String, _ context: CallContext
  ) throws(BridgeError) -> UInt32 {
    guard byteCount <= Int32.max else {
      throw context.error(
        .tooLarge, "\(label) has \(byteCount) bytes; a message can carry \(Int32.max) for one")
    }
    return UInt32(byteCount)
  }
}
