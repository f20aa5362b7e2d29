internal import Synchronization

/// What a session knows of calls that are made beside the one that is under way.
final class Interrupts: Sendable {
  /// Held by the one that is made: the helper has one thread for them.
  let turn = CallTurn()
  /// Whether the helper has that thread.
  let isThere = Atomic(false)
  /// The call that is made, and what its arguments are.
  let call = Mutex<(function: String, arguments: [(any LibraryArgument)?])?>(nil)
  /// The functions that the library is known to have.
  private let known = Mutex<Set<String>>([])

  /// Whether the library is known to have a function.
  func knows(_ name: String) -> Bool { known.withLock { $0.contains(name) } }

  /// Keeps that the library has a function.
  func add(_ name: String) { known.withLock { _ = $0.insert(name) } }
}
