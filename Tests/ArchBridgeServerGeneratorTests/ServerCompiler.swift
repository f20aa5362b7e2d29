import Foundation
import Testing

/// The compiler, for generated sources beside a stand-in for the modules that they import.
struct ServerCompiler: ~Copyable {
  enum Target: CaseIterable {
    case host, helper
  }

  private static let features = [
    "-enable-upcoming-feature", "ExistentialAny",
    "-enable-upcoming-feature", "InternalImportsByDefault",
    "-enable-upcoming-feature", "MemberImportVisibility",
  ]

  /// The folder of this build: `debug` or `release`.
  private static let build = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  private let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "\(UUID())")
  private let target: Target

  init(_ target: Target) throws {
    self.target = target
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Compiles a module that later ones can import, and returns what is wrong.
  func compile(_ module: String, _ files: [URL]) throws -> String {
    let output = folder.appending(path: module).path
    let arguments =
      [
        "swiftc", "-parse-as-library", "-wmo", "-swift-version", "6", "-warnings-as-errors",
        "-module-name", module, "-emit-module-path", output + ".swiftmodule", "-c", "-o",
        output + ".o", "-I", folder.path,
      ] + options + files.map(\.path)
    return try run(arguments)
  }

  /// Links the modules for the helper's architecture, and returns what the program prints.
  func print(_ modules: [String]) throws -> String {
    let toolchain = try run(["swiftc", "-print-target-info"])
    let info = try JSONDecoder().decode(TargetInformation.self, from: Data(toolchain.utf8))
    let library = "/embedded/i686-unknown-none-elf/libswiftUnicodeDataTables.a"
    let program = folder.appending(path: "program").path
    let problems = try run(
      ["gcc", "-m32", "-no-pie", "-o", program]
        + modules.map { folder.appending(path: "\($0).o").path }
        + [info.paths.runtimeResourcePath + library, "-lm"])
    #expect(problems == "")
    return try run([program])
  }

  private struct TargetInformation: Decodable {
    struct Paths: Decodable { var runtimeResourcePath: String }
    var paths: Paths
  }

  private func run(_ arguments: [String]) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let printed = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: printed, as: UTF8.self)
    return process.terminationStatus == 0 || !text.isEmpty
      ? text : "it ended with \(process.terminationStatus)"
  }

  private var options: [String] {
    switch target {
    case .host: Self.features + ["-I", Self.build.appending(path: "Modules").path]
    case .helper:
      [
        "-target", "i686-unknown-none-elf", "-Xfrontend", "-clang-target", "-Xfrontend",
        "i686-unknown-linux-gnu", "-enable-experimental-feature", "Embedded", "-Xfrontend",
        "-disable-stack-protector", "-Xcc", "-mstack-alignment=16",
      ]
    }
  }
}
