extension LibraryClient {
  /// Calls a function by its name and returns its result.
  ///
  ///     let sum: Int32 = try lib.call("add", 1, 2)
  ///     let root = try lib.call("sqrt", 2.0, as: Double.self)
  ///
  /// - Parameters:
  ///   - name: the function's symbol.
  ///   - arguments: its arguments; `nil` is the null pointer.
  ///   - type: the result's type, where it does not follow from the context.
  /// - Throws: `BridgeError`, among them `.symbolNotFound`, `.typeMismatch`, `.valueOutOfRange`,
  ///   `.unstatedResult` and `.helperEnded`. A status that says that the function failed is an error,
  ///   `.failureStatus`, where the declaration has a rule for it.
  public final func call<Result: LibraryResult>(
    _ name: String, _ arguments: (any LibraryArgument)?..., as type: Result.Type = Result.self
  ) throws(BridgeError) -> Result {
    try function(name).call(arguments)
  }

  /// Calls a function that is declared to return nothing.
  public final func call(
    _ name: String, _ arguments: (any LibraryArgument)?...
  ) throws(BridgeError) {
    try function(name).call(arguments, isStated: false)
  }

  /// Calls a function that returns nothing, declared or not: `try lib.call("reset", as: Void.self)`.
  public final func call(
    _ name: String, _ arguments: (any LibraryArgument)?..., as type: Void.Type
  ) throws(BridgeError) {
    try function(name).call(arguments, isStated: true)
  }

  /// Calls a function on the client's own thread and returns its result.
  public final func call<Result: LibraryResult>(
    _ name: String, _ arguments: (any LibraryArgument)?..., as type: Result.Type = Result.self
  ) async throws(BridgeError) -> Result {
    let function = function(name)
    return try await session.callOnThread(name) { () throws(BridgeError) in
      try function.call(arguments)
    }
  }

  /// Calls a function that is declared to return nothing on the client's own thread.
  public final func call(
    _ name: String, _ arguments: (any LibraryArgument)?...
  ) async throws(BridgeError) {
    let function = function(name)
    try await session.callOnThread(name) { () throws(BridgeError) in
      try function.call(arguments, isStated: false)
    }
  }

  /// Calls a function that returns nothing, declared or not, on the client's own thread.
  public final func call(
    _ name: String, _ arguments: (any LibraryArgument)?..., as type: Void.Type
  ) async throws(BridgeError) {
    let function = function(name)
    try await session.callOnThread(name) { () throws(BridgeError) in
      try function.call(arguments, isStated: true)
    }
  }
}
