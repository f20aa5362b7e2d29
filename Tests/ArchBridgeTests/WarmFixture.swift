import ArchBridge
import Foundation

/// A warm helper of a fixture.
struct WarmFixture {
  let library: String
  let helper: WarmHelper

  init(
    _ name: String, _ architecture: Architecture = .i386,
    output: LibraryOutput = .passThrough
  ) throws {
    library = Fixture.path(name, architecture)
    helper = try WarmHelper(
      library, configuration: .init(architecture: architecture, output: output))
  }

  /// Makes a client.
  func client(output: LibraryOutput = .passThrough) throws -> LibraryClient {
    var configuration = helper.configuration
    configuration.output = output
    return try LibraryClient(library, configuration: configuration)
  }

  /// Makes a client for the length of a scope.
  func use<Value>(
    output: LibraryOutput = .passThrough, _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    let client = try client(output: output)
    defer { client.close() }
    return try body(client)
  }
}

/// Keeps a fixture warm for the length of a scope.
func withWarm<Value>(
  _ name: String, _ architecture: Architecture = .i386, _ body: (WarmFixture) throws -> Value
) throws -> Value {
  let fixture = try WarmFixture(name, architecture)
  defer { fixture.helper.close() }
  return try body(fixture)
}

/// The parent of a process.
func parentID(of process: Int32) throws -> Int32? { try statistics(of: process)?.parent }

/// The children of a process, those included that have ended and were not removed.
func children(of process: Int32) throws -> [Int32] {
  try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { Int32($0) }
    .filter { try parentID(of: $0) == process }
}

/// Whether a process has ended and waits for somebody to take its status, or is not there.
func hasEnded(_ process: Int32) throws -> Bool {
  try statistics(of: process).map { $0.state == "Z" } ?? true
}

private func statistics(of process: Int32) throws -> (state: String, parent: Int32)? {
  guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
    let end = text.lastIndex(of: ")")
  else { return nil }
  let fields = text[text.index(after: end)...].split(separator: " ")
  guard fields.count > 1, let parent = Int32(fields[1]) else { return nil }
  return (String(fields[0]), parent)
}
