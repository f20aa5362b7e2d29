internal import ArchBridgeWire

/// A call of a closure with numbers, in the bytes of its envelope.
@safe struct NumbersCall {
  let id: UInt32
  /// The slots, for as long as the bytes are there.
  @unsafe let slots: UnsafeRawBufferPointer

  /// The bytes before the slots.
  private static let headByteCount = EnvelopeHeader.byteCount + CallbackNumbers.headByteCount
  /// How many bytes the answer's envelope has.
  static let answerByteCount = EnvelopeHeader.byteCount + 8

  /// Reads the envelope of the main lane that these bytes are; nil for any other.
  @unsafe init?(_ bytes: UnsafeRawBufferPointer, version: UInt16) {
    guard let header = unsafe EnvelopeHeader(loading: bytes), header.kind == .callbackNumbers,
      header.version == version, header.sequence == 0, header.thread == 0,
      bytes.count >= Self.headByteCount,
      Int(header.bodyByteCount) == bytes.count - EnvelopeHeader.byteCount
    else { return nil }
    let head = unsafe UInt64(
      littleEndian: bytes.loadUnaligned(
        fromByteOffset: EnvelopeHeader.byteCount, as: UInt64.self))
    guard Int(head >> 32) * 8 == bytes.count - Self.headByteCount else { return nil }
    id = UInt32(truncatingIfNeeded: head)
    unsafe slots = UnsafeRawBufferPointer(rebasing: bytes[Self.headByteCount...])
  }

  /// A call with the slots that are in memory.
  @unsafe init(id: UInt32, _ slots: UnsafeRawBufferPointer) {
    self.id = id
    unsafe self.slots = slots
  }

  /// Writes the envelope of an answer to memory that has room for it.
  @unsafe static func answer(
    _ bits: UInt64, version: UInt16, to bytes: UnsafeMutableRawBufferPointer
  ) {
    let header = EnvelopeHeader(
      kind: .calledBackNumbers, version: version, sequence: 0, bodyByteCount: 8)
    unsafe header.store(to: bytes)
    unsafe bytes.storeBytes(
      of: bits.littleEndian, toByteOffset: EnvelopeHeader.byteCount, as: UInt64.self)
  }
}
