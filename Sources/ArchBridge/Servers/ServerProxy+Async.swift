/// Requests in an asynchronous context: made on the client's own thread, so that none of Swift's
/// cooperative threads waits for the server. A task that is cancelled ends its request.
extension ServerProxy {
  /// Calls a function, or reads a property, by its name.
  ///
  ///     let sum: Int32 = try await client.server.request("add", 1, 2)
  public func request<Result: Decodable & Sendable>(
    _ name: String, _ arguments: any Encodable & Sendable...
  ) async throws(BridgeError) -> Result {
    try await onThread(name) { (server) throws(BridgeError) in
      try server.call(name, unlabelled: arguments)
    }
  }

  /// Calls a function with labelled arguments; a label that is empty is none.
  public func call<Result: Decodable & Sendable>(
    _ name: String, _ arguments: KeyValuePairs<String, any Encodable & Sendable>
  ) async throws(BridgeError) -> Result {
    try await onThread(name) { (server) throws(BridgeError) in try server.call(name, arguments) }
  }

  /// Calls a function whose result, if any, nobody wants.
  public func call(
    _ name: String, _ arguments: KeyValuePairs<String, any Encodable & Sendable>
  ) async throws(BridgeError) {
    try await onThread(name) { (server) throws(BridgeError) in try server.call(name, arguments) }
  }

  /// Reads a property.
  public func get<Value: Decodable & Sendable>(
    _ property: String
  ) async throws(BridgeError) -> Value {
    try await onThread(property) { (server) throws(BridgeError) in try server.get(property) }
  }

  /// Writes a property.
  public func set(
    _ property: String, _ value: any Encodable & Sendable
  ) async throws(BridgeError) {
    try await onThread(property) { (server) throws(BridgeError) in try server.set(property, value) }
  }

  private func onThread<Value: Sendable>(
    _ name: String, _ body: @escaping @Sendable (ServerProxy) throws(BridgeError) -> Value
  ) async throws(BridgeError) -> Value {
    try await client.session.callOnThread(name) { () throws(BridgeError) in try body(self) }
  }
}

extension ServerMemberProxy {
  /// Calls the function on the client's own thread and returns its result.
  public func dynamicallyCall<Result: Decodable & Sendable>(
    withKeywordArguments arguments: KeyValuePairs<String, any Encodable & Sendable>
  ) async throws(BridgeError) -> Result {
    try await server.call(name, arguments)
  }

  /// Calls the function, whose result, if any, nobody wants, on the client's own thread.
  public func dynamicallyCall(
    withKeywordArguments arguments: KeyValuePairs<String, any Encodable & Sendable>
  ) async throws(BridgeError) {
    try await server.call(name, arguments)
  }

  /// Writes the property on the client's own thread.
  public func set(_ value: any Encodable & Sendable) async throws(BridgeError) {
    try await server.set(name, value)
  }
}
