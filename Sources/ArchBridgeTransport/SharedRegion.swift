internal import CArchBridgeShims
internal import Glibc

/// Memory for bulk data that a controller and its server both have.
///
/// It is mapped once, and none of it is taken before it is touched. What is in it stays as long as
/// this object, also when the server is gone. The server may write any of it at any time.
@safe package final class SharedRegion: @unchecked Sendable {
  private let base: UnsafeMutableRawPointer
  /// How long the memory is; whole pages.
  package let byteCount: Int
  /// Where the memory begins in the file that the server maps pieces of.
  package let fileOffset: UInt64

  /// How long a region is where nothing forbids it: as long as addresses of 32 bits reach.
  package static let preferredByteCount = 1 << 32

  private init(_ base: UnsafeMutableRawPointer, byteCount: Int, fileOffset: UInt64) {
    unsafe self.base = base
    self.byteCount = byteCount
    self.fileOffset = fileOffset
  }

  deinit {
    // Safe: the mapping is this object's own, and nothing else refers to it.
    _ = unsafe ab_shared_unmap(UInt64(UInt(bitPattern: base)), UInt64(byteCount))
  }

  /// Maps what lies behind the mailboxes in a shared file; nil where that cannot be.
  ///
  /// A process whose addresses are limited maps as much as it can.
  convenience init?(file descriptor: Int32) {
    var file = ab_shared_file()
    let offset = UInt64(AB_MAILBOX_FILE_BYTES)
    let others = offset + UInt64(AB_REPORT_BYTES)
    guard unsafe ab_shared_look(descriptor, &file) == 0, file.byte_count > others else {
      return nil
    }
    var byteCount = file.byte_count - others
    while byteCount > megabyteMask {
      if let base = unsafe ab_shared_map(&file, offset, byteCount) {
        unsafe self.init(base, byteCount: Int(byteCount), fileOffset: offset)
        return
      }
      byteCount = (byteCount / 2) & ~megabyteMask
    }
    return nil
  }

  /// Takes memory for a server in this process.
  package convenience init?(byteCount: Int) {
    guard let base = unsafe ab_shared_map_anonymous(UInt64(byteCount)) else { return nil }
    unsafe self.init(base, byteCount: byteCount, fileOffset: 0)
  }

  /// Where the memory is in this process.
  package var address: UInt { UInt(bitPattern: unsafe base) }

  /// A piece of the memory, which is valid as long as the region.
  @unsafe package func bytes(at offset: Int, count: Int) -> UnsafeMutableRawBufferPointer {
    precondition(
      offset >= 0 && count >= 0 && offset <= byteCount && count <= byteCount - offset,
      "a piece of shared memory lies within it")
    return unsafe UnsafeMutableRawBufferPointer(start: base + offset, count: count)
  }

  /// Takes memory for whole pages, so that writing them cannot fail; false where none is left.
  package func populate(at offset: Int, count: Int) -> Bool {
    let piece = unsafe bytes(at: offset, count: count)
    // Safe: the piece is mapped.
    return unsafe piece.baseAddress.map { unsafe ab_shared_populate($0, UInt64(count)) == 0 }
      ?? true
  }

  /// Gives the memory of whole pages back to the system.
  ///
  /// They are zeros then; false where the system did not take them.
  package func discard(at offset: Int, count: Int) -> Bool {
    let piece = unsafe bytes(at: offset, count: count)
    // Safe: as above.
    return unsafe piece.baseAddress.map { unsafe ab_shared_discard($0, UInt64(count)) == 0 } ?? true
  }
}

/// Lengths are whole megabytes.
private let megabyteMask: UInt64 = 0xF_FFFF

/// Makes the file that a channel shares with its helper, and returns its descriptor.
///
/// It has mailboxes, then as much room for data as the system gives, then room for a report of the
/// helper's end; nil where there is not even room for the mailboxes.
func makeSharedFile() -> Int32? {
  let others = UInt64(AB_MAILBOX_FILE_BYTES + AB_REPORT_BYTES)
  let limit = ab_shared_byte_limit()
  guard limit >= others else { return nil }
  var byteCount = min(UInt64(SharedRegion.preferredByteCount), (limit - others) & ~megabyteMask)
  while true {
    let file = unsafe ab_make_shared_file("archbridge", others + byteCount)
    if file >= 0 { return file }
    guard byteCount > 0 else { return nil }
    byteCount = (byteCount / 2) & ~megabyteMask
  }
}
