internal import ArchBridgeWire

/// A function whose types have been checked, and which the helper has ready to be called.
///
///     let add = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
///     let sum = try add(1, 2)
///
/// Calling it costs least: for numbers nothing is looked up, allocated or encoded. It means what the
/// declarations said when it was made. It keeps its client's session from ending by itself, and
/// may be called from any thread; calls run one at a time.
@safe public struct PreparedFunction<Result: Sendable, each Argument: LibraryArgument>: Sendable {
  @usableFromInline let function: LibraryFunction
  @usableFromInline let session: HelperSession
  /// How it is called; nil for the ordinary way.
  @usableFromInline let plan: CallPlan?
  /// The same, for calls, which count no references.
  @usableFromInline let planOfCalls: Unmanaged<CallPlan>?

  /// The function's symbol.
  public var name: String { function.name }

  init(
    _ function: LibraryFunction, result kind: ResultKind?, isStated: Bool
  ) throws(BridgeError) {
    let function = try function.ready()
    self.function = function
    session = function.session
    var kinds: [PreparedKind] = []
    for kind in repeat (each Argument).preparedKind { kinds.append(kind) }
    let context = try function.context
    try PendingCall.checkPrepared(kinds, result: kind, isStated: isStated, context)
    do throws(BridgeError) {
      let plan =
        session.watchesCalls
        ? nil : try CallPlan(function, kinds, result: kind, isStated: isStated)
      self.plan = plan.flatMap { [session] in session.guards($0) ? nil : $0 }
      unsafe planOfCalls = self.plan.map { unsafe .passUnretained($0) }
    } catch {
      // It has ended since.
      throw error.code == .unmade ? session.named(session.ended, function.name) : error
    }
    // Without a plan nothing has been looked up yet.
    if plan == nil, function.library != CallMessage.serverLibrary { _ = try function.address() }
  }

  /// Calls the function by its plan; nil where there is none.
  @inlinable @inline(__always) func attempt(
    _ argument: repeat each Argument
  ) throws(BridgeError) -> CallPlan.Outcome? {
    guard let plan = unsafe planOfCalls else { return nil }
    // Safe: this has a reference to the plan.
    return unsafe try plan._withUnsafeGuaranteedRef { plan in
      Swift.Result { () throws(BridgeError) in
        unsafe try withUnsafeTemporaryAllocation(
          byteCount: CallPlan.requestByteCount, alignment: 16
        ) { memory throws(BridgeError) in
          var arguments = unsafe PreparedArguments(count: plan.parameterCount, in: memory)
          repeat (each argument).write(to: &arguments)
          return try plan.call(&arguments, on: session)
        }
      }
    }.get()
  }
}

extension PreparedFunction where Result: LibraryResult {
  /// Calls the function and returns its result.
  ///
  /// - Throws: `BridgeError`, among them `.valueOutOfRange`, `.failureStatus` and `.helperEnded`.
  @inlinable public func callAsFunction(
    _ argument: repeat each Argument
  ) throws(BridgeError) -> Result {
    let outcome = try attempt(repeat each argument)
    if case .bits(let bits) = outcome,
      let result = Result(resultValue: ResultValue(.bits(bits)))
    {
      return result
    }
    return try finish(outcome, repeat each argument)
  }

  /// What is more than a number, and what is called in the ordinary way.
  @usableFromInline func finish(
    _ outcome: CallPlan.Outcome?, _ argument: repeat each Argument
  ) throws(BridgeError) -> Result {
    var all: [(any LibraryArgument)?] = []
    for argument in repeat each argument { all.append(argument) }
    if let plan, var outcome {
      if case .notMade(let byteCount) = outcome, byteCount > 0 {
        outcome = try plan.call(all, on: session)
      }
      if let result = try plan.value(of: outcome, function, all, as: Result.self) { return result }
    }
    return try FunctionInvocation(function).call(all).value
  }

  /// Calls the function on the client's own thread and returns its result.
  public func callAsFunction(
    _ argument: repeat each Argument
  ) async throws(BridgeError) -> Result {
    try await session.callOnThread(name) { () throws(BridgeError) in
      try callNow(repeat each argument)
    }
  }

  private func callNow(_ argument: repeat each Argument) throws(BridgeError) -> Result {
    try self(repeat each argument)
  }
}

extension PreparedFunction where Result == Void {
  /// Calls the function, which returns nothing.
  ///
  /// - Throws: `BridgeError`, among them `.valueOutOfRange` and `.helperEnded`.
  @inlinable public func callAsFunction(_ argument: repeat each Argument) throws(BridgeError) {
    let outcome = try attempt(repeat each argument)
    switch outcome {
    case .number, .bits: return
    default: break
    }
    try finish(outcome, repeat each argument)
  }

  @usableFromInline func finish(
    _ outcome: CallPlan.Outcome?, _ argument: repeat each Argument
  ) throws(BridgeError) {
    var all: [(any LibraryArgument)?] = []
    for argument in repeat each argument { all.append(argument) }
    if let plan, var outcome {
      if case .notMade(let byteCount) = outcome, byteCount > 0 {
        outcome = try plan.call(all, on: session)
      }
      if try plan.isMade(outcome, function, all) { return }
    }
    _ = try FunctionInvocation(function).call(all, isStated: true)
  }

  /// Calls the function on the client's own thread.
  public func callAsFunction(_ argument: repeat each Argument) async throws(BridgeError) {
    try await session.callOnThread(name) { () throws(BridgeError) in
      try callNow(repeat each argument)
    }
  }

  private func callNow(_ argument: repeat each Argument) throws(BridgeError) {
    try self(repeat each argument)
  }
}
