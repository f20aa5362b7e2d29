/// A function that ends a call from beside it, on another thread of the helper: what a time limit or
/// a cancelled task calls before anything is killed.
///
///     let off = Interrupt("laser_off", handle, grace: .milliseconds(500))
///     try laser.withTimeout(.seconds(2), interrupt: off) { laser in try laser.sweep(handle) }
///
/// It runs while the other function does, so that the library must allow for that, as
/// `sqlite3_interrupt` does.
public struct Interrupt: Sendable {
  /// The function's symbol.
  public let function: String
  /// Its arguments, as a call by name has them; no closures.
  public let arguments: [(any LibraryArgument)?]
  /// How long it and the call that it ends may take together before the helper is ended.
  public let grace: Duration

  /// Makes an interrupt; the function is looked up before a call that it is to end begins.
  public init(
    _ function: String, _ arguments: (any LibraryArgument)?..., grace: Duration = .seconds(1)
  ) {
    self.init(function, arguments: arguments, grace: grace)
  }

  /// Makes an interrupt whose arguments are known at run time only.
  public init(
    _ function: String, arguments: [(any LibraryArgument)?], grace: Duration = .seconds(1)
  ) {
    self.function = function
    self.arguments = arguments
    self.grace = grace
  }
}
