/// A client that is made without arguments, as a pool makes its own.
///
///     final class Solver: LibraryClient, StartableClient, @unchecked Sendable {
///       init() throws { try super.init("libsolver.so") }
///     }
///     let pool = try LibraryPool(Solver.self)
public protocol StartableClient: LibraryClient {
  /// Starts a helper with the library in it.
  init() throws
}
