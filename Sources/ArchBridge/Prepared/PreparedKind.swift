/// What values of a Swift type are to a prepared call.
///
/// A type of your own need not say: its values go by their `argumentValue`.
public struct PreparedKind: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    /// A number, truth value or address.
    case scalar(ScalarKind)
    /// A string in the client's encoding.
    case text
    /// Swift's own numbers, one behind the other.
    case array(ScalarKind)
    /// Whatever an `argumentValue` can be.
    case general
  }

  let content: Content

  init(_ content: Content) { self.content = content }

  /// Values that go by their `argumentValue`.
  public static var general: PreparedKind { PreparedKind(.general) }
}

extension LibraryArgument {
  /// Values go by their `argumentValue`.
  public static var preparedKind: PreparedKind { .general }

  /// Leaves the call to `argumentValue`.
  public func write(to arguments: inout PreparedArguments) { arguments.fail() }
}
