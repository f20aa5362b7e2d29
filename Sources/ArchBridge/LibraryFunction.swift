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
  /// The function's symbol.
  public let name: String

  /// Calls the function and returns its result.
  ///
  /// - Throws: `BridgeError`, among them `.symbolNotFound`, `.typeMismatch`, `.valueOutOfRange` and
  ///   `.helperEnded`. A status that says that the function failed is not an error.
  public func callAsFunction<Result: LibraryResult>(
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
    try await session.onThread { () throws(BridgeError) in try call(arguments) }
  }

  /// Calls a function that is declared to return nothing on the client's own thread.
  public func callAsFunction(_ arguments: (any LibraryArgument)?...) async throws(BridgeError) {
    try await session.onThread { () throws(BridgeError) in try call(arguments, isStated: false) }
  }

  package func call<Result: LibraryResult>(
    _ arguments: [(any LibraryArgument)?]
  ) throws(BridgeError) -> Result {
    let call = try PendingCall(
      arguments, result: Result.resultKind, session.context(name, in: library))
    return try call.finish(session.perform(call), as: Result.self)
  }

  package func call(_ arguments: [(any LibraryArgument)?], isStated: Bool) throws(BridgeError) {
    let call = try PendingCall(
      arguments, result: nil, isStated: isStated, session.context(name, in: library))
    try call.finish(session.perform(call))
  }

  /// The function's address in the helper, as a function pointer for other functions.
  ///
  /// - Throws: `.symbolNotFound`.
  public func address() throws(BridgeError) -> RemoteAddress {
    try session.resolve(name, in: library)
  }
}
