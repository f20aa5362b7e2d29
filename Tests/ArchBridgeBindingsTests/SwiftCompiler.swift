import Foundation
import Testing

/// The compiler, for sources that use the modules which the tests were built with.
enum SwiftCompiler {
  /// The folder of this build: `debug` or `release`.
  private static let build = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// Checks sources as one module in Swift 6 mode, warnings being errors, and returns what is wrong.
  static func check(_ sources: [String: String]) throws -> String {
    let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try sources.map { name, text in
      let file = folder.appending(path: "\(name).swift")
      try Data(text.utf8).write(to: file)
      return file.path
    }
    let checkouts = build.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "checkouts")
    let maps = [
      build.appending(path: "CArchBridgeShims.build/module.modulemap"),
      build.appending(path: "CArchBridgeCalls.build/module.modulemap"),
      checkouts.appending(path: "swift-numerics/Sources/_NumericsShims/include/module.modulemap"),
      checkouts.appending(path: "swift-system/Sources/CSystem/include/module.modulemap"),
    ]
    return try run(
      [
        "swiftc", "-typecheck", "-parse-as-library", "-swift-version", "6", "-warnings-as-errors",
        "-enable-upcoming-feature", "ExistentialAny",
        "-enable-upcoming-feature", "InternalImportsByDefault",
        "-enable-upcoming-feature", "MemberImportVisibility",
        "-module-name", "Clients", "-I", build.appending(path: "Modules").path,
      ] + maps.flatMap { ["-Xcc", "-fmodule-map-file=\($0.path)"] } + files)
  }

  /// Checks the layout of sources, and returns what is wrong.
  static func lint(_ sources: [String: String]) throws -> String {
    let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in sources {
      try Data(text.utf8).write(to: folder.appending(path: "\(name).swift"))
    }
    return try run(
      [
        "swift", "format", "lint", "--strict", "--recursive", "--configuration",
        HeaderFixture.package.appending(path: ".swift-format").path, folder.path,
      ])
  }

  private static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: printed, as: UTF8.self)
    return process.terminationStatus == 0 || !text.isEmpty
      ? text : "it ended with \(process.terminationStatus)"
  }
}
