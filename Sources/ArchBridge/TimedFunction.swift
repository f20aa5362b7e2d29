/// A function of a library whose calls have a time limit of their own.
///
///     let root: Double = try lib.solve.timeout(.seconds(2))(1.5)
public struct TimedFunction: Sendable {
  let function: LibraryFunction
  let limit: CallLimit
  let interrupt: Interrupt?

  private var session: HelperSession { function.session }

  private func run<Value>(
    _ body: () throws(BridgeError) -> Value
  ) throws(BridgeError) -> Value {
    try CallScope(session.line, limit: limit, interrupt: interrupt).run(on: session, body)
  }

  private func runInTask<Value: Sendable>(
    _ body: @escaping @Sendable () throws(BridgeError) -> Value
  ) async throws(BridgeError) -> Value {
    let limits = TaskLimits.Limit(session.line, limit, interrupt)
    let result = await TaskLimits.$innermost.withValue(limits) {
      await Result.of { () async throws(BridgeError) in
        try await session.callOnThread(function.name, body)
      }
    }
    return try result.get()
  }

  /// Calls the function and returns its result.
  ///
  /// - Throws: what the function throws without a limit; `.timedOut`, whose message says whether it
  ///   ran.
  public func callAsFunction<Result: LibraryResult>(
    _ arguments: (any LibraryArgument)?...
  ) throws(BridgeError) -> Result {
    try run { () throws(BridgeError) in try function.call(arguments) }
  }

  /// Calls a function that is declared to return nothing.
  public func callAsFunction(_ arguments: (any LibraryArgument)?...) throws(BridgeError) {
    try run { () throws(BridgeError) in try function.call(arguments, isStated: false) }
  }

  /// Calls the function on the client's own thread and returns its result.
  public func callAsFunction<Result: LibraryResult>(
    _ arguments: (any LibraryArgument)?...
  ) async throws(BridgeError) -> Result {
    let function = function
    return try await runInTask { () throws(BridgeError) in try function.call(arguments) }
  }

  /// Calls a function that is declared to return nothing on the client's own thread.
  public func callAsFunction(_ arguments: (any LibraryArgument)?...) async throws(BridgeError) {
    let function = function
    try await runInTask { () throws(BridgeError) in
      try function.call(arguments, isStated: false)
    }
  }
}

extension LibraryFunction {
  /// The function with a time limit for its calls, in place of the configuration's.
  ///
  /// The limit counts from when the call is made, and waiting for the calls of others counts; inside
  /// `withTimeout` the shorter limit holds. A call that expires while it waits has not run, and the
  /// helper goes on; for one that runs the helper is ended, once the `interrupt` has been called and
  /// its grace is over.
  public func timeout(_ limit: Duration, interrupt: Interrupt? = nil) -> TimedFunction {
    TimedFunction(function: self, limit: CallLimit(limit), interrupt: interrupt)
  }
}

extension Result where Success: Sendable {
  /// What came of an asynchronous piece of code.
  static func of(_ body: () async throws(Failure) -> Success) async -> Self {
    do throws(Failure) {
      return .success(try await body())
    } catch {
      return .failure(error)
    }
  }
}
