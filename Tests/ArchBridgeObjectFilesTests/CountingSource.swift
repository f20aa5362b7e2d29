import ArchBridgeObjectFiles
import Synchronization

/// Bytes in memory that count how many of them are asked for.
final class CountingSource: ObjectFileSource {
  private let bytes: ObjectFileBytes
  private let count = Mutex(0)

  init(_ bytes: [UInt8]) { self.bytes = ObjectFileBytes(bytes) }

  var byteCount: UInt64 { bytes.byteCount }

  /// How many bytes have been read.
  var readByteCount: Int { count.withLock { $0 } }

  func bytes(at offset: UInt64, count: Int) throws(ObjectFileError) -> [UInt8] {
    self.count.withLock { $0 += count }
    return try bytes.bytes(at: offset, count: count)
  }
}
