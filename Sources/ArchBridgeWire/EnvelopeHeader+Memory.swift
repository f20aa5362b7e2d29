extension EnvelopeHeader {
  /// Reads the header that memory begins with; nil where it has no header's length or magic.
  @unsafe @inlinable public init?(loading bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.byteCount else { return nil }
    let first = unsafe UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    guard UInt32(truncatingIfNeeded: first) == Self.magicNumber else { return nil }
    let last = unsafe UInt64(
      littleEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
    unsafe self.init(
      kind: EnvelopeKind(rawValue: UInt16(truncatingIfNeeded: first >> 48)),
      version: UInt16(truncatingIfNeeded: first >> 32),
      sequence: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
      bodyByteCount: UInt32(truncatingIfNeeded: last),
      thread: UInt32(truncatingIfNeeded: last >> 32))
  }

  /// Writes the header to the beginning of memory, which has at least `byteCount` bytes.
  @unsafe @inlinable public func store(to bytes: UnsafeMutableRawBufferPointer) {
    precondition(bytes.count >= Self.byteCount, "a header needs its 24 bytes")
    let first =
      UInt64(Self.magicNumber) | UInt64(version) << 32 | UInt64(kind.rawValue) << 48
    let last = UInt64(bodyByteCount) | UInt64(thread) << 32
    unsafe bytes.storeBytes(of: first.littleEndian, as: UInt64.self)
    unsafe bytes.storeBytes(of: sequence.littleEndian, toByteOffset: 8, as: UInt64.self)
    unsafe bytes.storeBytes(of: last.littleEndian, toByteOffset: 16, as: UInt64.self)
  }

  /// The magic as a number.
  @usableFromInline static var magicNumber: UInt32 { 0x4752_4241 }
}
