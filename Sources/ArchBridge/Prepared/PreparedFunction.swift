/// A function whose types have been checked, and which the helper has ready to be called.
///
///     let add = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
///     let sum = try add(1, 2)
///
/// Calling it costs least: nothing is looked up or allocated for numbers. It means what the
/// declarations said when it was made. It keeps its client's session from ending by itself, and
/// may be called from any thread.
public struct PreparedFunction<Result: Sendable, each Argument: LibraryArgument>: Sendable {
  let function: LibraryFunction
  /// How it is called; nil for the ordinary way.
  let plan: CallPlan?

  /// The function's symbol.
  public var name: String { function.name }

  init(
    _ function: LibraryFunction, result kind: ResultKind?, isStated: Bool
  ) throws(BridgeError) {
    self.function = function
    var kinds: [PreparedKind] = []
    for kind in repeat (each Argument).preparedKind { kinds.append(kind) }
    let context = function.context
    try PendingCall.checkPrepared(kinds, result: kind, isStated: isStated, context)
    plan = try CallPlan(function, kinds, result: kind, isStated: isStated)
    // Without a plan nothing has been looked up yet.
    if plan == nil { _ = try function.address() }
  }
}

extension PreparedFunction where Result: LibraryResult {
  /// Calls the function and returns its result.
  ///
  /// - Throws: `BridgeError`, among them `.valueOutOfRange`, `.failureStatus` and `.helperEnded`.
  public func callAsFunction(
    _ argument: repeat each Argument
  ) throws(BridgeError) -> Result {
    try call(repeat each argument)
  }

  private func call(_ argument: repeat each Argument) throws(BridgeError) -> Result {
    func all() -> [(any LibraryArgument)?] {
      var arguments: [(any LibraryArgument)?] = []
      for argument in repeat each argument { arguments.append(argument) }
      return arguments
    }
    if let result = try plan?.call(
      function, as: Result.self, { repeat (each argument).write(to: &$0) }, all)
    {
      return result
    }
    return try FunctionInvocation(function).call(all()).value
  }

  /// Calls the function on the client's own thread and returns its result.
  public func callAsFunction(
    _ argument: repeat each Argument
  ) async throws(BridgeError) -> Result {
    try await function.session.onThread { () throws(BridgeError) in
      try call(repeat each argument)
    }
  }
}

extension PreparedFunction where Result == Void {
  /// Calls the function, which returns nothing.
  ///
  /// - Throws: `BridgeError`, among them `.valueOutOfRange` and `.helperEnded`.
  public func callAsFunction(_ argument: repeat each Argument) throws(BridgeError) {
    func all() -> [(any LibraryArgument)?] {
      var arguments: [(any LibraryArgument)?] = []
      for argument in repeat each argument { arguments.append(argument) }
      return arguments
    }
    if try plan?.call(function, { repeat (each argument).write(to: &$0) }, all) == true { return }
    _ = try FunctionInvocation(function).call(all(), isStated: true)
  }
}
