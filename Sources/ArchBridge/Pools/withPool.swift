internal import ArchBridgeTransport

/// Uses a pool for the length of an asynchronous scope.
///
///     let results = try await withPool(LibraryPool(Solver.self)) { pool in
///       try await pool.map(inputs) { solver, x in try solver.solve(x) }
///     }
///
/// Its helpers are gone when this returns or throws; closing them blocks no cooperative thread.
///
/// - Parameters:
///   - pool: makes the pool.
///   - body: what is done with it.
/// - Throws: what making the pool throws, and what `body` throws.
public func withPool<Client: LibraryClient, Value>(
  _ pool: @autoclosure () throws -> LibraryPool<Client>,
  _ body: (LibraryPool<Client>) async throws -> Value
) async throws -> Value {
  let pool = try pool()
  do {
    let value = try await body(pool)
    await WorkerThread().run { pool.close() }
    return value
  } catch {
    await WorkerThread().run { pool.close() }
    throw error
  }
}
