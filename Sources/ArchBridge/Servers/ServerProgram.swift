internal import ArchBridgeABI
internal import ArchBridgeHelper

/// A server that somebody has written in Swift, as a program for one architecture or several.
///
/// The build plugin makes one of each server: `.myServer` for a class `MyServer`.
public struct ServerProgram: Sendable {
  /// The server's name, as errors and logs have it.
  public let name: String
  let source: Source

  enum Source: Sendable {
    case file(String)
    case images([String: StaticString])
  }

  /// The program that is in a file, as `archbridge build-server` makes it.
  public init(path: String) {
    name = String(path.split(separator: "/").last ?? "")
    source = .file(path)
  }

  /// A program that this one carries, as base64 text for each architecture's name.
  ///
  /// For generated code.
  public init(name: String, images: [String: StaticString]) {
    self.name = name
    source = .images(images)
  }

  /// The executable's bytes; nil where there is none for the architecture.
  func image(_ architecture: Architecture) -> HelperImage? {
    guard case .images(let images) = source else { return nil }
    return images[architecture.name].map { HelperImage(base64: $0) }
  }
}

/// A server and what it is started with.
struct ServerStart: Sendable {
  let program: ServerProgram
  let arguments: [EncodedArgument]
}

/// An encoded value with its name; without one where that is empty.
struct EncodedArgument: Sendable {
  let name: String
  let item: [UInt8]
  /// The closure that it is.
  let closure: RegisteredCallback?
}
