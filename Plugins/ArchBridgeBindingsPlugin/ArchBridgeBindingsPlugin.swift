import Foundation
import PackagePlugin

/// Writes the clients that a target's `archbridge.json` lists, and gives them to the target.
///
///     { "clients": [ { "name": "Vendor", "headers": ["vendor.h"], "library": "libvendor.so" } ] }
@main
struct ArchBridgeBindingsPlugin: BuildToolPlugin {
  private let listName = "archbridge.json"

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let list = target.directoryURL.appending(path: listName)
    let clients: [ClientDescription]
    do {
      clients = try JSONDecoder().decode(ClientList.self, from: Data(contentsOf: list)).clients
    } catch DecodingError.keyNotFound(let key, _) {
      throw BindingsPluginError("\(list.path): the key '\(key.stringValue)' is missing")
    } catch DecodingError.typeMismatch(_, let context), DecodingError.dataCorrupted(let context) {
      throw BindingsPluginError("\(list.path): \(context.debugDescription)")
    } catch {
      throw BindingsPluginError("\(list.path) cannot be read: it lists a target's clients")
    }
    let tool = try context.tool(named: "archbridge-bindings-builder").url
    return clients.map { client in
      let output = context.pluginWorkDirectoryURL.appending(path: "\(client.name).swift")
      return .buildCommand(
        displayName: "Generating \(client.name)",
        executable: tool,
        arguments: client.arguments(in: target.directoryURL) + ["--output", output.path],
        inputFiles: [list] + client.files(in: target.directoryURL),
        outputFiles: [output])
    }
  }
}

/// Why there is nothing to generate.
struct BindingsPluginError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
