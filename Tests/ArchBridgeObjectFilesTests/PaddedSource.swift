import ArchBridgeObjectFiles

/// Bytes in memory that zeros follow, as many as a large file has; counts what is asked for.
final class PaddedSource: ObjectFileSource {
  private let contents: CountingSource
  private let padded: UInt64

  init(_ bytes: [UInt8], byteCount: UInt64) {
    contents = CountingSource(bytes)
    padded = byteCount
  }

  var byteCount: UInt64 { padded }
  var readByteCount: Int { contents.readByteCount }

  func bytes(at offset: UInt64, count: Int) throws(ObjectFileError) -> [UInt8] {
    let there = min(UInt64(count), contents.byteCount - min(offset, contents.byteCount))
    let read = there == 0 ? [] : try contents.bytes(at: offset, count: Int(there))
    return read + [UInt8](repeating: 0, count: count - read.count)
  }
}
