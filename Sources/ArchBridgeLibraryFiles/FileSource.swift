internal import ArchBridgeObjectFiles
internal import Glibc
internal import SystemPackage

/// A file's bytes, read as they are asked for.
struct FileSource: ObjectFileSource {
  /// Closes the file when nothing reads it any more.
  private final class File: Sendable {
    let descriptor: FileDescriptor
    init(_ descriptor: FileDescriptor) { self.descriptor = descriptor }
    deinit { try? descriptor.close() }
  }

  private let file: File
  /// How many bytes the file had when it was opened.
  let byteCount: UInt64

  /// Whether something else than a regular file is at a path.
  ///
  /// Opening a device may do something, and a helper's word for a path is not to be trusted.
  static func isSpecial(path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  init(path: FilePath) throws {
    // What has taken the file's place since it was looked at must not be waited for.
    file = File(
      try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking]))
    byteCount = UInt64(clamping: try file.descriptor.seek(offset: 0, from: .end))
  }

  /// The `count` bytes that start at `offset`.
  func bytes(at offset: UInt64, count: Int) throws(ObjectFileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    do {
      var filled = 0
      while filled < count {
        let more = unsafe try bytes.withUnsafeMutableBytes { buffer in
          // Safe: the part that is not filled yet lies in the buffer.
          unsafe try file.descriptor.read(
            fromAbsoluteOffset: Int64(clamping: offset) + Int64(filled),
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
        }
        guard more > 0 else { throw Errno.ioError }
        filled += more
      }
      return bytes
    } catch {
      throw .unreadable(offset: offset, byteCount: count)
    }
  }
}
