/// A value that can be given to a library's function.
///
/// Numbers, `Bool`, `String`, `Text`, `RemoteAddress`, structures, arrays of these, `Out`, `InOut`,
/// `SharedBuffer` and `Callback` are such values; `nil` is the null pointer. A type of your own
/// becomes one by handing out the `argumentValue` of what it stands for:
///
///     extension Channel: LibraryArgument {
///       var argumentValue: ArgumentValue { rawValue.argumentValue }
///     }
public protocol LibraryArgument: Sendable {
  /// How the value goes into a call.
  var argumentValue: ArgumentValue { get }
  /// What values of the type are to a prepared call; a type of your own need not say.
  static var preparedKind: PreparedKind { get }
  /// Puts the value into a prepared call, as `preparedKind` says.
  func write(to arguments: inout PreparedArguments)
}

/// How a value goes into a call: what the types that this module knows hand out.
public struct ArgumentValue: Sendable {
  enum Content: Sendable {
    case scalar(ScalarArray)
    case array(ScalarArray)
    case text(Text.Content)
    case clientText(String)
    case pointer(any PointerArgument)
    case value(any LibraryAggregate)
    case values([any LibraryAggregate])
    case texts([String?])
    case callback(Callback)
    case registered(RegisteredCallback)
    /// The result of a batch that has not been called.
    case unfinished
    case shared(any SharedArgument)
    case null
  }

  let content: Content

  init(_ content: Content) { self.content = content }
}

/// An argument whose memory comes back after the call.
protocol PointerArgument: AnyObject, Sendable {
  /// Whether the value goes in; else the memory starts as zeros.
  var goesIn: Bool { get }
  /// What the memory holds.
  var contents: PointerContents { get }
  /// Takes what came back.
  func receive(_ contents: PointerContents)
}

extension String: LibraryArgument {
  /// A string that ends with NUL, in the client's encoding.
  public var argumentValue: ArgumentValue { ArgumentValue(.clientText(self)) }
  /// A string.
  public static var preparedKind: PreparedKind { PreparedKind(.text) }
  /// Puts the string into a prepared call.
  public func write(to arguments: inout PreparedArguments) { arguments.write(text: self) }
}

extension Text: LibraryArgument {
  /// A string that ends with NUL, in its own encoding.
  public var argumentValue: ArgumentValue { ArgumentValue(.text(content)) }
}
