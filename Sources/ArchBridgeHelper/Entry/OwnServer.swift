public import ArchBridgeServer

/// The server that a user has written; the helper of libraries has none. The program of such a server
/// has another file in the place of this one.
enum OwnServer {
  /// Makes it.
  static var make: ((ServerArguments) throws(ServerError) -> LibraryServer)? { nil }
}
