internal import ArchBridgeLibraryFiles
internal import ArchBridgeObjectFiles

extension LibraryClient {
  /// Declares what the library's debug information says, where the configuration asks for it.
  ///
  /// Where that fails there is no session left.
  final func readSignatures() throws(BridgeError) {
    guard session.configuration.signatures == .debugInformation else { return }
    do throws(ObjectFileError) {
      let found = try DebugDeclarations(path: library.libraryPath)
      session.take(found.declarations, found.fortran)
    } catch {
      close()
      throw BridgeError(
        .noSignatures, "the signatures of \(library.libraryPath) cannot be read: \(error)",
        library: library.libraryName)
    }
  }
}
