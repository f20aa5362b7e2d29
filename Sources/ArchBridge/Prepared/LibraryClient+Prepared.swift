extension LibraryClient {
  /// Prepares a function: its types are checked once, and calls cost least.
  ///
  ///     let add = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
  ///     for i in 0..<1_000_000 { sum = try add(sum, i) }
  ///
  /// - Parameters:
  ///   - name: the function's symbol.
  ///   - type: its type in Swift: what is passed, and what is asked for.
  /// - Throws: `.symbolNotFound`; `.argumentCount`, `.typeMismatch` and `.unstatedResult` where a
  ///   declaration says otherwise.
  public final func function<Result: LibraryResult, each Argument: LibraryArgument>(
    _ name: String, as type: ((repeat each Argument) -> Result).Type
  ) throws(BridgeError) -> PreparedFunction<Result, repeat each Argument> {
    try PreparedFunction(function(name), result: Result.resultKind, isStated: true)
  }

  /// Prepares a function that returns nothing.
  public final func function<each Argument: LibraryArgument>(
    _ name: String, as type: ((repeat each Argument) -> Void).Type
  ) throws(BridgeError) -> PreparedFunction<Void, repeat each Argument> {
    try PreparedFunction(function(name), result: nil, isStated: true)
  }
}

extension LibraryFunction {
  /// Prepares the function: its types are checked once, and calls cost least.
  public func prepared<Result: LibraryResult, each Argument: LibraryArgument>(
    as type: ((repeat each Argument) -> Result).Type
  ) throws(BridgeError) -> PreparedFunction<Result, repeat each Argument> {
    try PreparedFunction(self, result: Result.resultKind, isStated: true)
  }

  /// Prepares the function, which returns nothing.
  public func prepared<each Argument: LibraryArgument>(
    as type: ((repeat each Argument) -> Void).Type
  ) throws(BridgeError) -> PreparedFunction<Void, repeat each Argument> {
    try PreparedFunction(self, result: nil, isStated: true)
  }
}
