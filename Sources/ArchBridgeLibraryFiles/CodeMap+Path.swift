public import ArchBridgeObjectFiles
internal import Glibc
internal import SystemPackage

extension CodeMap {
  /// Reads the headers of the file at a path, and those of its separate debug file if it needs one.
  ///
  /// Both files stay open as long as the map, and are read in parts as look-ups need them. Compressed
  /// sections are read with the machine's `libz.so.1` or `libzstd.so.1`; where it has none, their
  /// lines are not known.
  ///
  /// - Throws: `ObjectFileError.notOpened` where the file is not there, cannot be read or is no
  ///   regular file, and another case where it is not ELF or its headers are broken. That there is
  ///   no debug information is no error.
  public init(path: String) throws(ObjectFileError) {
    let machine = MachineSurroundings()
    guard let source = machine.openedFile(at: path) else { throw .notOpened(path: path) }
    try self.init(source, path: MachineSurroundings.withoutLinks(path), surroundings: machine)
  }

}

/// The files of this machine, and its libraries that decompress.
struct MachineSurroundings: CodeMapSurroundings {
  func openedFile(at path: String) -> FileSource? {
    // A zero byte would end the path early.
    guard !path.utf8.contains(0), !FileSource.isSpecial(path: path) else { return nil }
    return try? FileSource(path: FilePath(path))
  }

  func file(at path: String) -> (any ObjectFileSource)? { openedFile(at: path) }

  /// The path by which debug files lie: links lead elsewhere.
  static func withoutLinks(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    // Safe: a path that the C library allocated, with a zero byte at its end.
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  func decompressed(
    _ stream: [UInt8], _ compression: SectionCompression, byteCount: Int
  ) -> [UInt8]? {
    switch compression {
    case .zlib: Zlib.inflated(stream, byteCount: byteCount)
    case .zstandard: Zstandard.decompressed(stream, byteCount: byteCount)
    }
  }
}
