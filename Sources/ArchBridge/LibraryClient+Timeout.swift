/// What every client can do whatever its class: give the calls of a piece of code a time limit.
extension LibrarySession where Self: LibraryClient {
  /// Gives each call that a piece of code makes on this client a time limit.
  ///
  ///     let area = try wing.withTimeout(.seconds(2)) { wing in try wing.solve(angle) }
  ///
  /// The limit stands in place of the configuration's; inside another one the shorter holds. It
  /// counts for each call from when it is made: waiting for the calls of other threads counts, what
  /// the call's own closures do does not. A call that expires while it waits has not run, and the
  /// helper goes on; for one that runs the helper is ended. Both throw `.timedOut`.
  ///
  /// With an `interrupt`, that function is called first when a call that runs expires or is cancelled,
  /// beside it; a call that returns within the grace has cost nothing but itself, and the helper goes on.
  ///
  /// It holds for calls on the thread that runs `body`.
  public func withTimeout<Value, Failure: Error>(
    _ limit: Duration, interrupt: Interrupt? = nil, _ body: (Self) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let session = session
    return try CallScope(session.line, limit: CallLimit(limit), interrupt: interrupt)
      .run(on: session) { () throws(Failure) in try body(self) }
  }

  /// Gives each asynchronous call that a piece of code makes on this client a time limit, and each
  /// call of what it has run on the client's thread.
  public func withTimeout<Value>(
    _ limit: Duration, interrupt: Interrupt? = nil, _ body: (Self) async throws -> Value
  ) async rethrows -> Value {
    let limits = TaskLimits.Limit(session.line, CallLimit(limit), interrupt)
    return try await TaskLimits.$innermost.withValue(limits) { try await body(self) }
  }
}
