internal import ArchBridgeABI
internal import ArchBridgeLibraryFiles
internal import ArchBridgeObjectFiles

/// What a library's debug information declares.
package struct LibrarySignatures: Sendable {
  let declarations: CDeclarations
  let fortran: FortranDeclarations

  /// What has been read: the clients of a pool have one library.
  static let read = FileReadings<LibrarySignatures>(limit: 4)

  /// How often a file has been read that is among those read last.
  package static func readCount(ofFile path: String) -> Int { read.readCount(ofFile: path) }
}

extension LibraryClient {
  /// Declares what the library's debug information says, where the configuration asks for it.
  ///
  /// Where that fails there is no session left.
  final func readSignatures() throws(BridgeError) {
    guard session.configuration.signatures == .debugInformation else { return }
    let path = library.libraryPath
    do throws(ObjectFileError) {
      let found = try LibrarySignatures.read.value(ofFile: path) {
        () throws(ObjectFileError) -> LibrarySignatures in
        let found = try DebugDeclarations(path: path)
        return LibrarySignatures(declarations: found.declarations, fortran: found.fortran)
      }
      session.take(found.declarations, found.fortran)
    } catch {
      close()
      throw BridgeError(
        .noSignatures, "the signatures of \(path) cannot be read: \(error)",
        library: library.libraryName)
    }
  }
}
