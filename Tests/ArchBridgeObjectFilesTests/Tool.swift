import Foundation
import Testing

/// A program of the machine whose output the reader is compared with.
enum Tool {
  /// Whether a program is there; in continuous integration it must be, and what needs it fails.
  static func isThere(_ name: String) -> Bool {
    InstalledLibraries.isContinuousIntegration || path(name) != nil
  }

  static func path(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
      .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a program in a folder, and gives what it prints.
  @discardableResult
  static func run(
    _ name: String, _ arguments: [String], in folder: String = "/",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let process = Process()
    let output = Pipe()
    let program = try #require(
      Self.path(name), "\(name) is not installed", sourceLocation: sourceLocation)
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C"]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(
      process.terminationStatus == 0, "\(name) \(arguments)", sourceLocation: sourceLocation)
    return String(decoding: data, as: UTF8.self)
  }
}
