#if hasFeature(Embedded)
  public import ArchBridgeWire

  // Embedded Swift has none: a type that says `Codable` is a value that crosses.
  /// A value that crosses.
  public typealias Codable = WireValue
  /// A value that crosses.
  public typealias Encodable = WireValue
  /// A value that crosses.
  public typealias Decodable = WireValue
#endif

/// An error of a server's own, which its client gets with its name and its message.
public struct ServerError: Error, Hashable, Sendable {
  /// What kind of error it is: any name that client and server agree on.
  public let name: String
  /// What is wrong, in words.
  public let message: String

  /// Makes an error.
  public init(_ name: String, _ message: String) {
    self.name = name
    self.message = message
  }
}

extension ServerError {
  /// The name of the errors that a server has made no name for.
  static let ownName = "ServerError"

  init(_ message: String) { self.init(Self.ownName, message) }
}
