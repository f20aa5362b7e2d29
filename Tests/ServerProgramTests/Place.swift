import ArchBridge
import ArchBridgeTesting
import TestServer

/// Where the tests' server runs.
enum Place: String, CaseIterable, Sendable {
  case sharedMemory, pipe, x86_64, process

  /// The package's folder.
  static let package = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()

  private var architecture: Architecture {
    switch self {
    case .sharedMemory, .pipe: .i386
    case .x86_64, .process: .x86_64
    }
  }

  /// The library that has `add`.
  var library: String { "\(Self.package)/.build/fixtures/\(architecture.name)/libexceptions.so" }

  /// A client of the server.
  func client(
    _ arguments: KeyValuePairs<String, any Encodable & Sendable> = [:],
    configuration: LibraryClient.Configuration = .init()
  ) throws -> LibraryClient {
    var configuration = configuration
    configuration.architecture = architecture
    if self == .pipe { configuration.channel = .pipe }
    return self == .process
      ? try LibraryClient(
        server: TestServer.self, in: .process, arguments: arguments, configuration: configuration)
      : try LibraryClient(
        server: .testServer, arguments: arguments, configuration: configuration)
  }
}

/// The error that a piece of code throws.
func thrown(_ body: () throws -> Void) -> BridgeError? {
  do {
    try body()
    return nil
  } catch {
    return error as? BridgeError
  }
}
