import ArchBridge
import ArchBridgeBindings
import ArchBridgeGenerator
import Foundation
import Testing

/// A header of `fixtures/headers`, with the client that is committed beside it.
struct HeaderFixture: Sendable, CustomTestStringConvertible {
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = package.appending(path: "fixtures/headers")

  /// Whether what is generated replaces what is committed: `make regenerate`.
  static let regenerates = ProcessInfo.processInfo.environment["ARCHBRIDGE_REGENERATE"] == "1"

  static let all: [HeaderFixture] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    .map(HeaderFixture.init)

  let name: String

  var testDescription: String { name }

  private var folder: URL { Self.folder.appending(path: name) }
  var expected: URL { folder.appending(path: "expected.swift") }

  /// Makes the client.
  func generate(_ architecture: Architecture = .i386) throws -> Bindings {
    let compilation = try HeaderCompilation(
      [folder.appending(path: "input.h").path], for: architecture)
    var header = compilation.header
    let notes = folder.appending(path: "input.apinotes").path
    let hasNotes = FileManager.default.fileExists(atPath: notes)
    if hasNotes { try header.apply(NotesFile.read(notes)) }
    let type = name.prefix(1).uppercased() + name.dropFirst()
    let command = "archbridge generate input.h --library lib\(name).so --name \(type)"
    return try Bindings(
      header, layouts: compilation.layouts,
      options: Bindings.Options(
        name: type, library: "lib\(name).so", architecture: architecture,
        command: command + (hasNotes ? " --apinotes input.apinotes" : ""), headers: ["input.h"]))
  }
}

extension Bindings {
  /// Makes the client of a header that is given as text.
  init(
    _ text: String, notes: String? = nil, architecture: Architecture = .i386,
    exports: Set<String>? = nil, allowsMissing: Bool = false
  ) throws {
    let file = URL(filePath: NSTemporaryDirectory()).appending(path: "\(UUID()).h")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let compilation = try HeaderCompilation([file.path], for: architecture)
    var header = compilation.header
    if let notes {
      let path = file.path + ".apinotes"
      try Data(notes.utf8).write(to: URL(filePath: path))
      defer { try? FileManager.default.removeItem(atPath: path) }
      try header.apply(NotesFile.read(path))
    }
    try self.init(
      header, layouts: compilation.layouts,
      options: Bindings.Options(
        name: "Vendor", library: "libvendor.so", architecture: architecture,
        command: "archbridge generate", headers: ["vendor.h"], exports: exports,
        allowsMissing: allowsMissing))
  }
}
