/// How a helper ended.
public enum ExitStatus: Hashable, Sendable {
  /// It called `exit`, or returned, with this status.
  case exited(Int32)
  /// This signal ended it.
  case signalled(Int32)
  /// Somebody else took its status.
  case unknown
}
