import ArchBridgeServerGenerator
import Foundation
import Testing

/// A server of `fixtures/servers`, with what is committed beside its sources.
struct ServerFixture: Sendable, CustomTestStringConvertible {
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let parent = package.appending(path: "fixtures/servers")

  /// Whether what is generated replaces what is committed: `make regenerate`.
  private static let regenerates =
    ProcessInfo.processInfo.environment["ARCHBRIDGE_REGENERATE"] == "1"

  static let all: [ServerFixture] =
    ((try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []).sorted()
    .map(ServerFixture.init)

  let name: String

  var testDescription: String { name }
  var folder: URL { Self.parent.appending(path: name) }

  /// The toolchain's `swiftc`.
  static func compiler() throws -> URL {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return try #require(
      folders.map { URL(filePath: String($0)).appending(path: "swiftc") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) })
  }

  func text(_ file: String) throws -> String {
    try String(contentsOf: folder.appending(path: file), encoding: .utf8)
  }

  func generate() throws -> ServerGenerator {
    ServerGenerator(
      [ServerSource(name: "input.swift", text: try text("input.swift"))],
      module: "\(name.prefix(1).uppercased() + name.dropFirst())Server")
  }

  /// Compares a generated text with the file, which it replaces where that is asked for.
  func compare(_ generated: String, with file: String) throws {
    let url = folder.appending(path: file)
    if Self.regenerates { try Data(generated.utf8).write(to: url) }
    let lines = generated.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = try text(file).split(separator: "\n", omittingEmptySubsequences: false)
    let difference = zip(lines, expected).first { $0 != $1 }
    #expect(difference?.0 == difference?.1, "make regenerate writes what is new")
    #expect(lines.count == expected.count)
  }
}
