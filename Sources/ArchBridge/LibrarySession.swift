internal import ArchBridgeTransport

/// What every client can do whatever its class: run a piece of synchronous code as itself.
public protocol LibrarySession: AnyObject, Sendable {}

extension LibrarySession where Self: LibraryClient {
  /// Runs synchronous code on the client's own thread: one hop for any number of calls.
  ///
  ///     let power = try await meter.run { meter in
  ///       try meter.trigger()
  ///       return try meter.readPower()
  ///     }
  ///
  /// Pieces run one after another, and never on Swift's cooperative threads, which they would
  /// block.
  ///
  /// Cancelling the task ends the helper where a call is under way in the piece, and lets the piece
  /// make no other: its calls throw `.cancelled`. A piece that has not begun is not run, where it
  /// can throw any error.
  public func run<Value: Sendable, Failure: Error>(
    _ body: @escaping @Sendable (Self) throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    try await session.onThread { () throws(Failure) in try body(self) }
  }
}

extension WorkerThread {
  /// Runs a job on the thread, and waits for it without blocking another.
  func run<Value: Sendable, Failure: Error>(
    _ job: @escaping @Sendable () throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let result = await withCheckedContinuation {
      (continuation: CheckedContinuation<Result<Value, Failure>, Never>) in
      async { continuation.resume(returning: Result { () throws(Failure) in try job() }) }
    }
    return try result.get()
  }
}
