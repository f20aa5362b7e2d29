internal import ArchBridgeTransport

/// Loads a library for the length of a scope.
///
///     try withLibrary("libadder.so") { lib in
///       let sum: Int32 = try lib.add(1, 2)
///     }
///
/// The helper is gone when this returns or throws. The client must not be used after it.
///
/// - Throws: what `LibraryClient.init` throws, and what `body` throws.
public func withLibrary<Value>(
  _ library: String, configuration: LibraryClient.Configuration = .init(),
  _ body: (LibraryClient) throws -> Value
) throws -> Value {
  try withSession(try LibraryClient(library, configuration: configuration), body)
}

/// Loads a library for the length of an asynchronous scope; no cooperative thread is blocked.
public func withLibrary<Value>(
  _ library: String, configuration: LibraryClient.Configuration = .init(),
  _ body: (LibraryClient) async throws -> Value
) async throws -> Value {
  try await withSession(try LibraryClient(library, configuration: configuration), body)
}

/// Runs a client of your own class for the length of a scope.
///
///     try withSession(Adder(channel: 1)) { adder in
///       print(try adder.add(1, 2))
///     }
///
/// The helper is gone when this returns or throws. The client must not be used after it.
///
/// - Parameters:
///   - client: makes the client.
///   - body: what is done with it.
/// - Throws: what making the client throws, and what `body` throws.
public func withSession<Client: LibraryClient, Value>(
  _ client: @autoclosure () throws -> Client, _ body: (Client) throws -> Value
) throws -> Value {
  let client = try client()
  defer { client.close() }
  return try body(client)
}

/// Runs a client of your own class for the length of an asynchronous scope.
///
/// The client is made and closed on a thread of its own, so that no cooperative thread is blocked.
public func withSession<Client: LibraryClient, Value>(
  _ client: @autoclosure @escaping @Sendable () throws -> Client,
  _ body: (Client) async throws -> Value
) async throws -> Value {
  let thread = WorkerThread()
  let client = try await thread.run {
    let client = try client()
    client.session.line.adopt(thread)
    return client
  }
  do {
    let value = try await body(client)
    await end(client)
    return value
  } catch {
    await end(client)
    throw error
  }
}

/// Closes a client on a thread that may be blocked; not its own, which may still be in a call.
private func end(_ client: LibraryClient) async {
  await WorkerThread().run { client.close() }
}
