extension EnvelopeHeader {
  /// Reads the header that memory begins with; nil where it has no header's length or magic.
  @unsafe public init?(loading bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.byteCount,
      unsafe bytes.loadUnaligned(as: UInt32.self) == Self.magicNumber
    else { return nil }
    unsafe self.init(
      kind: EnvelopeKind(
        rawValue: UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 6, as: UInt16.self))),
      version: UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 4, as: UInt16.self)),
      sequence: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
      bodyByteCount: UInt32(
        littleEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self)),
      thread: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 20, as: UInt32.self)))
  }

  /// Writes the header to the beginning of memory, which has at least `byteCount` bytes.
  @unsafe public func store(to bytes: UnsafeMutableRawBufferPointer) {
    precondition(bytes.count >= Self.byteCount, "a header needs its 24 bytes")
    unsafe bytes.storeBytes(of: Self.magicNumber, as: UInt32.self)
    unsafe bytes.storeBytes(of: version.littleEndian, toByteOffset: 4, as: UInt16.self)
    unsafe bytes.storeBytes(of: kind.rawValue.littleEndian, toByteOffset: 6, as: UInt16.self)
    unsafe bytes.storeBytes(of: sequence.littleEndian, toByteOffset: 8, as: UInt64.self)
    unsafe bytes.storeBytes(of: bodyByteCount.littleEndian, toByteOffset: 16, as: UInt32.self)
    unsafe bytes.storeBytes(of: thread.littleEndian, toByteOffset: 20, as: UInt32.self)
  }

  /// The magic as a number of this machine's.
  private static var magicNumber: UInt32 { UInt32(0x4752_4241).littleEndian }
}
