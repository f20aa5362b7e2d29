internal import CArchBridgeShims
internal import Glibc
internal import SystemPackage

/// An open file of a recording.
struct ArchiveFile: ~Copyable {
  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Opens a file to be read.
  static func reading(_ path: String) throws(BridgeError) -> ArchiveFile {
    let descriptor = path.utf8.contains(0) ? -1 : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw BridgeError(
        .recordingUnreadable, "\(path) cannot be replayed: \(Errno(rawValue: errno))")
    }
    return ArchiveFile(descriptor)
  }

  /// Makes a file, or empties it, and keeps others from writing to it.
  static func writing(_ path: String) throws(BridgeError) -> ArchiveFile {
    func fail(_ what: String) -> BridgeError {
      BridgeError(.recordingNotWritten, "the session cannot be recorded to \(path): \(what)")
    }
    guard !path.utf8.contains(0), !path.isEmpty else { throw fail("that is no file's name") }
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw fail("\(Errno(rawValue: errno))") }
    let file = ArchiveFile(descriptor)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw fail(
        errno == EWOULDBLOCK
          ? "another session is writing to it; give each session a file of its own"
          : "\(Errno(rawValue: errno))")
    }
    guard file.isRegular, ftruncate(descriptor, 0) == 0 else {
      throw fail("it is no file that can be written anew")
    }
    return file
  }

  private var isRegular: Bool {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// How many bytes there are; nil where it is no plain file.
  var byteCount: Int? {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int(status.st_size)
  }

  /// Reads bytes from a place on; fewer at the end of the file, or where it cannot be read.
  func read(at offset: Int, count: Int) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      while initialized < count, let base = buffer.baseAddress {
        // Safe: the buffer has room for what is left of `count` bytes.
        let read = unsafe pread(
          descriptor, base + initialized, count - initialized, off_t(offset + initialized))
        if read < 0, errno == EINTR { continue }
        guard read > 0 else { return }
        initialized += read
      }
    }
  }

  /// Writes bytes at the end.
  func write(_ bytes: [UInt8]) -> Errno? {
    // Safe: the bytes are there while the call lasts.
    let result = unsafe bytes.withUnsafeBytes { bytes -> Int32 in
      guard let base = bytes.baseAddress else { return 0 }
      return unsafe ab_write_all(descriptor, base, bytes.count)
    }
    return result == 0 ? nil : Errno(rawValue: -result)
  }
}
