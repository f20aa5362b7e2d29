import Foundation
import Testing

/// `archbridge new`; `Scripts/test-package.sh` builds and tests what it writes.
struct NewTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "archbridge-new-\(UUID())")

  /// Runs it in a folder of its own.
  private func run(
    _ arguments: String, before: String = "true",
    _ body: (CommandLineRun, [String: String]) throws -> Void
  ) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let tool = Program.url("archbridge").path
    let shell = try CommandLineRun("cd \(folder.path) && \(before) && \(tool) new \(arguments)")
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      files[path] = (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? ""
    }
    try body(shell, files)
  }

  @Test func `writes a package`() throws {
    try run("gauge") { shell, files in
      #expect(shell.exitCode == 0 && shell.output.contains("cd gauge && swift test"))
      let written = files.filter { !$0.value.isEmpty }.keys.sorted()
      #expect(
        written == [
          "gauge/.gitignore", "gauge/Headers/gauge.h", "gauge/Package.swift", "gauge/README.md",
          "gauge/Sources/Gauge/GaugeClient.swift",
          "gauge/Sources/GaugeServer/GaugeServer.swift", "gauge/Tests/GaugeTests/GaugeTests.swift",
        ])
      let checkout = Fixtures.folder.deletingLastPathComponent().deletingLastPathComponent()
        .standardizedFileURL.path
      #expect(
        files["gauge/Package.swift"]?.contains(
          ".package(name: \"ArchBridge\", path: \"\(checkout)\")") == true)
    }
  }

  @Test func `depends on a repository`() throws {
    try run("my-gauge --archbridge https://example.org/tools/bridge.git") { shell, files in
      #expect(shell.exitCode == 0, "\(shell.error)")
      let manifest = try #require(files["my-gauge/Package.swift"])
      #expect(
        manifest.contains(
          ".package(url: \"https://example.org/tools/bridge.git\", branch: \"main\")"))
      #expect(manifest.contains(".product(name: \"ArchBridge\", package: \"bridge\")"))
      #expect(manifest.contains("name: \"MyGaugeServer\""))
    }
  }

  @Test(arguments: [
    ("3d", "begins with a letter"), ("a/b", "is no name for a package"),
    ("'a b'", "is no name for a package"), ("-- -a", "is no name for a package"),
    ("swift", "a name that is taken"), ("any", "a name that is taken"),
    ("archbridge", "a name that is taken"), ("\"$(printf %065d 0 | tr 0 a)\"", "64 characters"),
    ("gauge --archbridge /nowhere", "/nowhere is no checkout of ArchBridge"),
  ])
  func `refuses what cannot be, and writes nothing`(
    _ arguments: String, _ message: String
  ) throws {
    try run(arguments) { shell, files in
      #expect(shell.exitCode == 1 && shell.error.hasPrefix("error: "))
      #expect(shell.error.contains(message), "\(shell.error)")
      #expect(files.isEmpty)
    }
  }

  @Test func `leaves a folder alone that is there`() throws {
    try run("gauge", before: "mkdir gauge && echo mine >gauge/Package.swift") { shell, files in
      #expect(shell.exitCode == 1 && shell.error.contains("gauge is there already"))
      #expect(files == ["gauge": "", "gauge/Package.swift": "mine\n"])
    }
  }

  @Test func `a place that cannot be written to is told`() throws {
    try run("gauge", before: "cd /proc") { shell, files in
      #expect(shell.exitCode == 1 && shell.error.contains("the folder gauge cannot be made"))
      #expect(files.isEmpty)
    }
  }
}
