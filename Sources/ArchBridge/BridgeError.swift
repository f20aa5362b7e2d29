@_exported public import ArchBridgeTransport

/// What went wrong between a program and a library: the one error that this module throws.
///
/// `code` tells what to do about it, `message` what to show. Codes are open: a newer version may
/// add some, so that a `switch` over them needs a `default`.
public struct BridgeError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What kind of thing went wrong.
  public let code: Code
  /// What happened, and what to do about it, in one sentence or two.
  public let message: String
  /// The function that was being called or looked up, if any.
  public var symbol: String?
  /// The library that was being loaded or called, as the caller named it, if any.
  public var library: String?
  /// How the helper ended, where its end is the reason.
  public var exitStatus: HelperExitStatus?

  /// Makes an error.
  public init(_ code: Code, _ message: String, symbol: String? = nil, library: String? = nil) {
    self.code = code
    self.message = message
    self.symbol = symbol
    self.library = library
  }

  /// The message, after the function that it is about.
  public var description: String {
    guard let symbol, !message.hasPrefix(symbol) else { return message }
    return "\(symbol): \(message)"
  }
}
