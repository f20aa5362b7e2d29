public import ArchBridgeObjectFiles

extension DebugDeclarations {
  /// Reads the debug information of the library at a path, or of its separate debug file.
  ///
  /// - Throws: `ObjectFileError.notOpened` where the file is not there or cannot be read, and what
  ///   the reading of its contents throws.
  public init(path: String) throws(ObjectFileError) {
    let machine = MachineSurroundings()
    guard let source = machine.openedFile(at: path) else { throw .notOpened(path: path) }
    try self.init(
      source, path: MachineSurroundings.withoutLinks(path), surroundings: machine)
  }
}
