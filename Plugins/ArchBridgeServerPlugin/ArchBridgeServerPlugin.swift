import Foundation
import PackagePlugin

/// Writes what a server's target needs besides its sources; and for a target that depends on servers, their
/// programs and clients as Swift sources.
@main
struct ArchBridgeServerPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let builder = try context.tool(named: "archbridge-server-builder").url
    let compiler = try context.tool(named: "swiftc").url
    guard let archBridge = archBridge(context.package) else {
      Diagnostics.error("\(context.package.displayName) does not depend on ArchBridge")
      return []
    }
    let servers = Self.targets(target.dependencies).compactMap { $0 as? SwiftSourceModuleTarget }
      .filter { Self.isServer($0) }
    guard !servers.isEmpty || Self.isServer(target) else {
      Diagnostics.error(
        "\(target.name) has the ArchBridgeServerPlugin, and depends on no server: add the target of one, "
          + "which depends on ArchBridgeServer")
      return []
    }
    let library = try BuiltFrom(archBridge)
    func command(
      _ name: String, _ server: SwiftSourceModuleTarget, _ file: String, _ what: String
    ) -> Command {
      let sources = server.sourceFiles(withSuffix: "swift").map(\.url).filter {
        !$0.path.hasPrefix(context.pluginWorkDirectoryURL.path)
      }
      // C headers that the server imports: their functions' types and structures.
      let headers = Self.targets(server.dependencies).compactMap { $0 as? SystemLibraryTarget }
        .map(\.directoryURL)
      let maps = headers.map { $0.appending(path: "module.modulemap") }
      let work = context.pluginWorkDirectoryURL.appending(path: server.name)
      let output = work.appending(path: file)
      return .buildCommand(
        displayName: "\(what) \(server.name)", executable: builder,
        arguments: [
          name, server.moduleName, compiler.path, work.path, output.path, archBridge.path,
        ] + (sources + (name == "program" ? maps : [])).map(\.path),
        inputFiles: sources
          + (name == "program" ? headers.flatMap { Self.files(in: $0) } + library.files : []),
        outputFiles: [output])
    }
    var commands: [Command] = []
    if let server = target as? SwiftSourceModuleTarget, Self.isServer(server) {
      commands.append(
        command("server", server, "\(server.name)+Values.swift", "Generating for the server"))
    }
    for server in servers {
      commands.append(
        command("program", server, "ServerProgram+\(server.name).swift", "Building the server"))
      commands.append(
        command("clients", server, "\(server.name)+Clients.swift", "Generating clients of"))
    }
    return commands
  }

  private static func targets(_ dependencies: [TargetDependency]) -> [any Target] {
    dependencies.compactMap { if case .target(let target) = $0 { target } else { nil } }
  }

  private static func files(in folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { ["swift", "c", "h", "modulemap"].contains($0.pathExtension) }
  }

  /// Whether a target is a server's: it depends on `ArchBridgeServer`, and on nothing of the client's side.
  private static func isServer(_ target: any Target) -> Bool {
    let names = target.dependencies.map { dependency in
      switch dependency {
      case .target(let target): target.name
      case .product(let product): product.name
      @unknown default: ""
      }
    }
    return names.contains("ArchBridgeServer") && !names.contains("ArchBridge")
  }

  /// The checkout of ArchBridge.
  private func archBridge(_ package: Package) -> URL? {
    if package.id == "archbridge" || package.displayName == "ArchBridge" {
      return package.directoryURL
    }
    for dependency in package.dependencies {
      if let found = archBridge(dependency.package) { return found }
    }
    return nil
  }

  /// What every server's program is built from besides its own sources.
  private struct BuiltFrom {
    let files: [URL]

    init(_ archBridge: URL) throws {
      let folders = [
        "ArchBridgeWire", "CArchBridgeShims", "CArchBridgeCalls", "ArchBridgeServer",
        "ArchBridgeHelper/Entry",
      ]
      files = folders.flatMap {
        ArchBridgeServerPlugin.files(in: archBridge.appending(path: "Sources/\($0)"))
      }.sorted { $0.path < $1.path }
    }
  }
}
