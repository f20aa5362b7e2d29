internal import ArchBridgeLibraryFiles

extension BridgeError {
  /// What is wrong with a library's file.
  init(_ error: LibraryFileError) {
    let code: Code =
      switch error.reason {
      case .notFound: .libraryNotFound
      case .notASharedLibrary: .notASharedLibrary
      case .wrongArchitecture: .wrongArchitecture
      }
    self.init(code, error.message, library: error.library)
  }
}

extension LibraryLocator {
  /// Finds the library, as `find` does.
  func locate(_ name: String) throws(BridgeError) -> Location {
    do throws(LibraryFileError) {
      return try find(name)
    } catch {
      throw BridgeError(error)
    }
  }
}
