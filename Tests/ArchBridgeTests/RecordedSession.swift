import ArchBridge
import Foundation
import Testing

/// A file that a session is recorded to, removed with it.
final class Recording: Sendable {
  let path: String

  init() {
    path =
      FileManager.default.temporaryDirectory.appending(path: "archbridge-\(UUID()).archive")
      .path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Runs a session with a fixture, and records it.
  func record<Value>(
    _ name: String, _ architecture: Architecture = .i386,
    configuration: LibraryClient.Configuration = .init(),
    _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    var configuration = configuration
    configuration.archive = .recording(path)
    return try withFixture(name, architecture, configuration: configuration, body)
  }

  /// Runs a session that is answered from the recording: there is no library and no helper.
  func replay<Value>(
    _ name: String, _ architecture: Architecture = .i386,
    configuration: LibraryClient.Configuration = .init(),
    _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    var configuration = configuration
    configuration.architecture = architecture
    configuration.archive = .replaying(path)
    configuration.helperPath = "/nonexistent/helper"
    return try withLibrary("/nonexistent/lib\(name).so", configuration: configuration, body)
  }

  /// Runs the same twice, with the library and without it, and expects the same both times.
  func twice<Value: Equatable>(
    _ name: String, _ architecture: Architecture = .i386,
    configuration: LibraryClient.Configuration = .init(),
    sourceLocation: SourceLocation = #_sourceLocation, _ body: (LibraryClient) throws -> Value
  ) throws {
    let recorded = try record(name, architecture, configuration: configuration, body)
    let replayed = try replay(name, architecture, configuration: configuration, body)
    #expect(recorded == replayed, sourceLocation: sourceLocation)
  }

  var bytes: [UInt8] {
    get throws { try [UInt8](Data(contentsOf: URL(filePath: path))) }
  }

  func replace(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path)) }
}
