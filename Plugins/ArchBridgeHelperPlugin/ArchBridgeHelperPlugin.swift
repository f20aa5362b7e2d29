import Foundation
import PackagePlugin

/// Builds the helper of each architecture from this package's sources, and turns it into a Swift
/// source of the target that the plugin is applied to.
@main
struct ArchBridgeHelperPlugin: BuildToolPlugin {
  /// The architectures that get a helper, as the builder names them.
  private let architectures = ["i386", "x86_64"]
  /// The targets that the helper is made of, each after those that it imports.
  ///
  /// A package that depends on this one may not see them all as targets; their folders are always
  /// there.
  private let modules = [
    "ArchBridgeWire", "CArchBridgeShims", "CArchBridgeCalls", "ArchBridgeServer",
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let builder = try context.tool(named: "archbridge-helper-builder").url
    let compiler = try context.tool(named: "swiftc").url
    let folders =
      modules.map { context.package.directoryURL.appending(path: "Sources/\($0)") }
      + [target.directoryURL.appending(path: "Entry")]
    let sources = try folders.flatMap(sourceFiles)
    return architectures.map { architecture in
      let work = context.pluginWorkDirectoryURL.appending(path: architecture)
      let output = work.appending(path: "HelperImage+\(architecture).swift")
      let prebuilt = prebuiltHelper(architecture)
      return .buildCommand(
        displayName: "Building the \(architecture) helper",
        executable: builder,
        arguments: [
          architecture, compiler.path, work.path, output.path, prebuilt?.path ?? "",
        ] + folders.map(\.path),
        inputFiles: prebuilt.map { [$0] } ?? sources,
        outputFiles: [output])
    }
  }

  /// The helper that the environment names, to be carried instead of a newly built one.
  private func prebuiltHelper(_ architecture: String) -> URL? {
    let name = "ARCHBRIDGE_HELPER_\(architecture.uppercased())"
    guard let path = ProcessInfo.processInfo.environment[name], !path.isEmpty else { return nil }
    return URL(filePath: path)
  }

  private func sourceFiles(in folder: URL) throws -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { ["swift", "c", "h"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }
}
