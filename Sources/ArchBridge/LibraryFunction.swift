internal import ArchBridgeABI
internal import ArchBridgeWire

/// A function of a library by its name, ready to be called like a Swift function.
///
///     let sum: Int32 = try lib.add(1, 2)
///
/// Without a declaration, arguments cross as they are written (a plain `Int` as C's `int`), and the
/// result is what the call asks for. With one, both are checked against it. In an asynchronous
/// context the call is `try await`, and runs on the client's own thread.
public struct LibraryFunction: Sendable {
  let session: HelperSession
  let library: UInt32
  /// The function's symbol, or its type where it is called by its address.
  public let name: String
  /// Where the function is, and its type, where it has no symbol.
  private(set) var pointer: (address: RemoteAddress, type: CFunctionType)?
  /// What the function is for this call alone, whatever is declared.
  private(set) var declaration: FunctionDeclaration?

  init(session: HelperSession, library: UInt32, name: String) {
    self.session = session
    self.library = library
    self.name = name
  }

  /// The function of a symbol, called as a declaration says, by whose name messages call it.
  init(
    session: HelperSession, library: UInt32, symbol: String, as declaration: FunctionDeclaration
  ) {
    self.init(session: session, library: library, name: symbol)
    self.declaration = declaration
  }

  /// The function of this name, from whichever of the client's libraries has it first.
  ///
  /// No member of the client, where it would hide a library's function of the same name.
  package init(of client: LibraryClient, named name: String) {
    self.init(session: client.session, library: 0, name: name)
  }

  /// The function of a type that is at an address.
  init(session: HelperSession, address: RemoteAddress, type: CFunctionType) {
    self.init(session: session, library: 0, name: "\(CType.function(type))")
    pointer = (address, type)
  }

  /// The function in the session that is there now.
  ///
  /// - Throws: what ended the session; that a function called by its address is gone with it.
  func ready() throws(BridgeError) -> LibraryFunction {
    let there = try session.ready()
    guard there !== session else { return self }
    if let pointer {
      throw BridgeError(
        .badAddress, "the function at \(pointer.address) was one of a helper that has ended")
    }
    var function = LibraryFunction(session: there, library: library, name: name)
    function.declaration = declaration
    return function
  }

  /// What is known about calling it.
  ///
  /// - Throws: that a C++ signature means no function, or several.
  var context: CallContext {
    get throws(BridgeError) { try knownContext() }
  }

  /// What is known of calling it with so many arguments.
  ///
  /// - Throws: also `.unstatedResult`, where a C++ signature does not say what is returned.
  package func declaration(argumentCount: Int) throws(BridgeError) -> FunctionDeclaration {
    let context = try context.adapted(to: argumentCount)
    guard let declaration = context.declaration, !context.isResultOpen else {
      throw context.error(
        .unstatedResult, "what it returns is not known; write the type before the name")
    }
    return declaration
  }

  private func knownContext() throws(BridgeError) -> CallContext {
    guard let pointer else {
      var context = session.context(name, in: library)
      if let declaration {
        context.name = declaration.name
        context.declaration = declaration
      } else if HelperSession.isSignature(name) {
        context.call(try session.cxxFunction(name, in: library))
      }
      return context
    }
    var context = session.context(named: "\(pointer.address)")
    context.function = .address(pointer.address.rawValue)
    context.declaration = FunctionDeclaration(name: "\(pointer.address)", type: pointer.type)
    return context
  }

  /// Calls the function and returns its result.
  ///
  /// - Throws: `BridgeError`, among them `.symbolNotFound`, `.typeMismatch`, `.valueOutOfRange` and
  ///   `.helperEnded`. A status that says that the function failed is an error, `.failureStatus`,
  ///   where the declaration has a rule for it.
  @inlinable public func callAsFunction<Result: LibraryResult>(
    _ arguments: (any LibraryArgument)?...
  ) throws(BridgeError) -> Result {
    try call(arguments)
  }

  /// Calls a function that is declared to return nothing.
  ///
  /// - Throws: `.unstatedResult` where the function is not declared, `.typeMismatch` where it is
  ///   declared to return something.
  public func callAsFunction(_ arguments: (any LibraryArgument)?...) throws(BridgeError) {
    try call(arguments, isStated: false)
  }

  /// Calls the function on the client's own thread and returns its result.
  public func callAsFunction<Result: LibraryResult>(
    _ arguments: (any LibraryArgument)?...
  ) async throws(BridgeError) -> Result {
    try await session.callOnThread(name) { () throws(BridgeError) in try call(arguments) }
  }

  /// Calls a function that is declared to return nothing on the client's own thread.
  public func callAsFunction(_ arguments: (any LibraryArgument)?...) async throws(BridgeError) {
    try await session.callOnThread(name) { () throws(BridgeError) in
      try call(arguments, isStated: false)
    }
  }

  /// Calls the function, and returns its result with what it left in C's `errno`.
  ///
  ///     let (descriptor, errno): (Int32, Int32) = try libc.open.withErrno("/none", 0)
  ///
  /// `errno` is 0 before the call.
  public func withErrno<Result: LibraryResult>(
    _ arguments: (any LibraryArgument)?...
  ) throws(BridgeError) -> (Result, errno: Int32) {
    let outcome: FunctionInvocation.Outcome<Result> = try FunctionInvocation(self).call(
      arguments, reportsErrno: true)
    return (outcome.value, outcome.errno)
  }

  /// Calls the function on the client's own thread, and returns its result with C's `errno`.
  public func withErrno<Result: LibraryResult>(
    _ arguments: (any LibraryArgument)?...
  ) async throws(BridgeError) -> (Result, errno: Int32) {
    try await session.callOnThread(name) { () throws(BridgeError) in
      let outcome: FunctionInvocation.Outcome<Result> = try FunctionInvocation(self).call(
        arguments, reportsErrno: true)
      return (outcome.value, outcome.errno)
    }
  }

  /// Calls the function with arguments whose number is known at run time only.
  ///
  ///     let count: Int32 = try libc.snprintf.call([buffer, 64, "%d %d"] + values)
  @inlinable public func call<Result: LibraryResult>(
    _ arguments: [(any LibraryArgument)?]
  ) throws(BridgeError) -> Result {
    let attempt = try attempt(arguments, as: Result.self)
    // Where the caller's own code is compiled, so that its type is known.
    if case .bits(let bits) = attempt, let result = Result(resultValue: ResultValue(.bits(bits))) {
      return result
    }
    return try finish(attempt, arguments)
  }

  /// What came of calling by a plan.
  @usableFromInline enum Attempt {
    /// The bits of the result, as Swift has them.
    case bits(UInt64)
    case outcome(CallPlan, CallPlan.Outcome)
    /// There is no plan.
    case none
  }

  @usableFromInline func attempt(
    _ arguments: [(any LibraryArgument)?], as type: any LibraryResult.Type
  ) throws(BridgeError) -> Attempt {
    guard let plan = try plan(for: arguments, as: type) else { return .none }
    let outcome = try plan.call(arguments, on: session)
    if case .bits(let bits) = outcome { return .bits(bits) }
    return .outcome(plan, outcome)
  }

  @usableFromInline func finish<Result: LibraryResult>(
    _ attempt: Attempt, _ arguments: [(any LibraryArgument)?]
  ) throws(BridgeError) -> Result {
    if case .outcome(let plan, let outcome) = attempt,
      let result = try plan.value(of: outcome, self, arguments, as: Result.self)
    {
      return result
    }
    // A null pointer that the type has no value for has been returned already.
    if case .bits = attempt {
      throw try context.error(
        .unexpectedNull, "the result is a null pointer; ask for \(Result.self)? to allow for that")
    }
    return try FunctionInvocation(self).call(arguments).value
  }

  /// Calls a function that is declared to return nothing in the same way.
  public func call(_ arguments: [(any LibraryArgument)?]) throws(BridgeError) {
    try call(arguments, isStated: false)
  }

  package func call(_ arguments: [(any LibraryArgument)?], isStated: Bool) throws(BridgeError) {
    if let plan = try plan(for: arguments, isStated: isStated),
      try plan.isMade(plan.call(arguments, on: session), self, arguments)
    {
      return
    }
    _ = try FunctionInvocation(self).call(arguments, isStated: isStated)
  }

  /// Calls the function for its result, nil where it is declared to have none, and C's `errno`.
  package func callForErrno<Result: LibraryResult>(
    _ arguments: [(any LibraryArgument)?], as type: Result.Type
  ) throws(BridgeError) -> (Result?, errno: Int32) {
    let invocation = try FunctionInvocation(self)
    if try context.declaredResult?.resolved == .void {
      return (nil, try invocation.call(arguments, isStated: true, reportsErrno: true))
    }
    let outcome: FunctionInvocation.Outcome<Result> = try invocation.call(
      arguments, reportsErrno: true)
    return (outcome.value, outcome.errno)
  }

  /// Calls a function whatever it returns, of which nothing is taken.
  func discard(_ arguments: [(any LibraryArgument)?]) throws(BridgeError) {
    let isVoid = try context.declaredResult.map { $0.resolved == .void } ?? true
    if isVoid { return try call(arguments, isStated: true) }
    let _: Int = try call(arguments)
  }

  /// The function's address in the helper, as a function pointer for other functions.
  ///
  /// - Throws: `.symbolNotFound`.
  public func address() throws(BridgeError) -> RemoteAddress {
    let function = try ready()
    if let pointer { return pointer.address }
    guard HelperSession.isSignature(name) else {
      return try function.session.resolve(name, in: library)
    }
    let found = try function.session.cxxFunction(name, in: library)
    return try function.session.resolve(found.symbol, in: found.library)
  }
}
