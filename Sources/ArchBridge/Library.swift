/// One of the libraries that a client's helper has loaded.
///
/// Its members are the library's functions, all of them: `lib.library.close(3)` calls the
/// library's `close`, where `lib.close()` ends the session.
@dynamicMemberLookup
public struct Library: Sendable {
  let session: HelperSession
  let number: UInt32
  /// The library as the caller named it.
  public let libraryName: String
  /// The file that was loaded.
  public let libraryPath: String

  /// The library's function of this name.
  public subscript(dynamicMember name: String) -> LibraryFunction { self[name] }

  /// The library's function of this name, which need not be a Swift identifier.
  public subscript(name: String) -> LibraryFunction {
    LibraryFunction(session: session.current, library: number, name: name)
  }
}
