extension LibraryClient {
  /// Calls a function beside the call that is under way, on another thread of the helper, and returns
  /// its result.
  ///
  ///     try lib.interrupt("sqlite3_interrupt", database)
  ///
  /// It is called at once, from whatever thread, and does not wait for its turn; where no call is under
  /// way it is a call as any other. What it interrupts ends as the library lets it end: with a status,
  /// a result, or not at all. Arguments are as those of `call`, but for closures. A declaration's rule
  /// for statuses is not applied.
  ///
  /// - Throws: what a call throws; `.timedOut` where it takes longer than a call may, whereupon the
  ///   helper is ended, and with it the call that is under way.
  public final func interrupt<Result: LibraryResult>(
    _ name: String, _ arguments: (any LibraryArgument)?..., as type: Result.Type = Result.self
  ) throws(BridgeError) -> Result {
    let session = try session.ready()
    let call = try PendingCall(
      arguments, result: Result.resultKind,
      LibraryFunction(session: session, library: 0, name: name).context)
    return try call.value(of: session.performAside(call), as: Result.self)
  }

  /// Calls a function that returns nothing, declared or not, beside the call that is under way.
  public final func interrupt(
    _ name: String, _ arguments: (any LibraryArgument)?..., as type: Void.Type
  ) throws(BridgeError) {
    try session.ready().interrupt(Interrupt(name, arguments: arguments), left: nil)
  }

  /// Calls a function beside the call that is under way, and takes nothing of what it returns.
  public final func interrupt(
    _ name: String, _ arguments: (any LibraryArgument)?...
  ) throws(BridgeError) {
    try session.ready().interrupt(Interrupt(name, arguments: arguments), left: nil)
  }
}
