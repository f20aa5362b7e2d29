public import ArchBridgeObjectFiles
internal import Glibc
internal import SystemPackage

extension CodeMap {
  /// Reads the headers of the file at a path, and those of its separate debug file if it needs one.
  ///
  /// Both files stay open as long as the map, and are read in parts as look-ups need them. Compressed
  /// sections are read with the machine's zlib (`libz.so.1`); where it has none, their lines are not
  /// known.
  ///
  /// - Throws: `ObjectFileError.notOpened` where the file is not there, cannot be read or is no
  ///   regular file, and another case where it is not ELF or its headers are broken. That there is
  ///   no debug information is no error.
  public init(path: String) throws(ObjectFileError) {
    let machine = MachineSurroundings()
    guard let source = machine.openedFile(at: path) else { throw .notOpened(path: path) }
    try self.init(source, path: Self.withoutLinks(path), surroundings: machine)
  }

  /// The path by which debug files lie: links lead elsewhere.
  private static func withoutLinks(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    // Safe: a path that the C library allocated, with a zero byte at its end.
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}

/// The files of this machine, and its zlib.
private struct MachineSurroundings: CodeMapSurroundings {
  func openedFile(at path: String) -> FileSource? {
    // A zero byte would end the path early.
    guard !path.utf8.contains(0), !FileSource.isSpecial(path: path) else { return nil }
    return try? FileSource(path: FilePath(path))
  }

  func file(at path: String) -> (any ObjectFileSource)? { openedFile(at: path) }

  func inflated(_ stream: [UInt8], byteCount: Int) -> [UInt8]? {
    Zlib.inflated(stream, byteCount: byteCount)
  }
}
