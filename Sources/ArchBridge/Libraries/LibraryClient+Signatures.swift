internal import ArchBridgeABI
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
      var fortran = found.fortran
      for omission in found.omissions { fortran.add(FortranDeclarations.Omission(omission)) }
      session.take(found.declarations, fortran)
    } catch {
      close()
      throw BridgeError(
        .noSignatures, "the signatures of \(library.libraryPath) cannot be read: \(error)",
        library: library.libraryName)
    }
  }
}

extension FortranDeclarations.Omission {
  /// What debug information has of a symbol that cannot be declared, by its name in Fortran.
  init(_ omission: DebugDeclarations.Omission) {
    let name = FortranProcedure.procedure(ofSymbol: omission.name)
    self.init(
      name: name.map { found in found.module.map { "\($0).\(found.name)" } ?? found.name }
        ?? omission.name,
      reason: omission.reason)
  }
}
