/// A prepared function whose calls have a time limit of their own.
///
///     let solve = try lib.function("solve", as: ((Double) -> Double).self)
///     let root = try solve.timeout(.seconds(2))(1.5)
public struct TimedPreparedFunction<Result: Sendable, each Argument: LibraryArgument>: Sendable {
  let function: PreparedFunction<Result, repeat each Argument>
  let limit: CallLimit
  let interrupt: Interrupt?

  private var session: HelperSession { function.session }

  private func run<Value>(
    _ body: () throws(BridgeError) -> Value
  ) throws(BridgeError) -> Value {
    try CallScope(session.line, limit: limit, interrupt: interrupt).run(on: session, body)
  }
}

extension TimedPreparedFunction where Result: LibraryResult {
  /// Calls the function and returns its result.
  ///
  /// - Throws: what the function throws without a limit; `.timedOut`, whose message says whether it
  ///   ran.
  public func callAsFunction(_ argument: repeat each Argument) throws(BridgeError) -> Result {
    try run { () throws(BridgeError) in try function(repeat each argument) }
  }
}

extension TimedPreparedFunction where Result == Void {
  /// Calls the function, which returns nothing.
  public func callAsFunction(_ argument: repeat each Argument) throws(BridgeError) {
    try run { () throws(BridgeError) in try function(repeat each argument) }
  }
}

extension PreparedFunction {
  /// The function with a time limit for its calls, in place of the configuration's, as
  /// `LibraryFunction.timeout` gives one.
  ///
  /// Make it once: a call by it costs a little more than one without a limit.
  public func timeout(
    _ limit: Duration, interrupt: Interrupt? = nil
  ) -> TimedPreparedFunction<Result, repeat each Argument> {
    TimedPreparedFunction(function: self, limit: CallLimit(limit), interrupt: interrupt)
  }
}
