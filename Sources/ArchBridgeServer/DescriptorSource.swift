internal import ArchBridgeWire
internal import CArchBridgeShims

/// Reads a descriptor, waiting for bytes.
struct DescriptorSource: ByteSource {
  private let descriptor: Int32

  /// Makes a source that reads `descriptor`, which it does not own.
  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Waits for bytes and returns at least one and at most `limit` of them.
  mutating func read(limit: Int) throws(EnvelopeError) -> [UInt8] {
    var count = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, initialized in
      // Safe: the buffer has room for `limit` bytes; as many count as filled as were read.
      if let base = buffer.baseAddress {
        count = unsafe Int(ab_read(descriptor, base, limit))
      }
      initialized = count > 0 ? count : 0
    }
    guard count >= 0 else { throw .readFailed(errno: Int32(-count)) }
    guard count > 0 else { throw .endOfStream }
    return bytes
  }
}
