internal import ArchBridgeABI
internal import Foundation

/// The C compiler that comes with every Swift toolchain, set up for an architecture.
struct Clang {
  /// What a run printed.
  struct Output {
    let status: Int32
    let output: [UInt8]
    let errors: String
  }

  private let path: String
  private let options: [String]

  /// Finds the compiler beside `swiftc`, or else in the folders of `PATH`.
  init(_ architecture: Architecture, options: [String]) throws(CommandFailure) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    func find(_ name: String) -> URL? {
      folders.lazy.map { URL(filePath: "\($0)/\(name)") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
    let beside = find("swiftc")?.resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "clang")
    let candidates = [beside, find("clang")].compactMap { $0 }
    guard
      let clang = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) })
    else {
      throw CommandFailure(
        "no clang is beside swiftc or in PATH; it comes with every Swift toolchain")
    }
    path = clang.path
    var all = ["--target=\(architecture.name)-linux-gnu"] + options
    // The multilib packages have the headers of both architectures in the folder of one.
    if architecture == .i386 { all += ["-idirafter", "/usr/include/x86_64-linux-gnu"] }
    self.options = all
  }

  /// Runs the compiler; its output goes through files, which no length fills.
  func run(_ arguments: [String], in folder: borrowing TemporaryFolder) throws(CommandFailure)
    -> Output
  {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = options + arguments
    let output = folder.path("output")
    let errors = folder.path("errors")
    do {
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try Self.file(output)
      process.standardError = try Self.file(errors)
      try process.run()
    } catch {
      throw CommandFailure("\(path) does not start: \(error.localizedDescription)")
    }
    process.waitUntilExit()
    return Output(
      status: process.terminationStatus,
      output: [UInt8](FileManager.default.contents(atPath: output) ?? Data()),
      errors: String(
        decoding: FileManager.default.contents(atPath: errors) ?? Data(), as: UTF8.self))
  }

  private static func file(_ path: String) throws -> FileHandle {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    return try FileHandle(forWritingTo: URL(filePath: path))
  }
}
