package import ArchBridgeBuilder
import ArchBridgeServerGenerator
package import Foundation

/// Builds the program of a server that a user has written: the helper's own sources, with the user's
/// compiled into the same module as its entry point.
package struct ServerBuild {
  let className: String
  let compiler: URL
  let work: URL
  let archBridge: URL
  let sources: [URL]
  /// The maps of the C headers that the sources import.
  let moduleMaps: [URL]

  /// The modules that every helper is made of, each after those that it imports.
  package static let modules = [
    "ArchBridgeWire", "CArchBridgeShims", "CArchBridgeCalls", "ArchBridgeServer",
  ]

  /// Describes a build.
  ///
  /// - Parameters:
  ///   - name: the server's class; empty for the one that there is in the sources.
  ///   - compiler: the toolchain's `swiftc`.
  ///   - work: a folder for what is made on the way.
  ///   - archBridge: the checkout of ArchBridge.
  ///   - sources: the server's Swift files, and the module maps of the C headers that they import.
  package init(name: String, compiler: URL, work: URL, archBridge: URL, sources: [URL]) {
    self.className = name
    self.compiler = compiler
    self.work = work
    self.archBridge = archBridge
    self.sources = sources.filter { $0.pathExtension != "modulemap" }
    moduleMaps = sources.filter { $0.pathExtension == "modulemap" }
  }

  private var folders: [URL] {
    Self.modules.map { archBridge.appending(path: "Sources/\($0)") }
  }

  private var entry: URL { archBridge.appending(path: "Sources/ArchBridgeHelper/Entry") }

  /// All that the program depends on.
  package var inputs: [URL] {
    folders + [entry] + sources + moduleMaps.map { $0.deletingLastPathComponent() }
  }

  /// The program for one architecture.
  ///
  /// - Parameters:
  ///   - platform: the architecture.
  ///   - warn: takes what the compiler has to say of the server's sources, if they compile.
  package func program(
    for platform: HelperPlatform, warn: (String) -> Void = { _ in }
  ) throws -> Data {
    let server = try ServerClass(named: className, in: sources)
    let work = work.appending(path: platform.name)
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    let maps = work.appending(path: "headers")
    try writeModuleMaps(in: maps)
    // No names that the sources have too.
    let own = work.appending(path: "archbridge-own-server.swift")
    let text = """
      public import ArchBridgeServer

      enum OwnServer {
        static var make: ((ServerArguments) throws(ServerError) -> LibraryServer)? {
          let make = { (arguments: ServerArguments) throws(ServerError) -> LibraryServer in
            // What is wrong here is so because of the class.
            #sourceLocation(file: \(Self.literal(server.file.path)), line: \(server.line))
            try \(server.name)(arguments)
            #sourceLocation()
          }
          return make
        }
      }

      """
    try Data(text.utf8).write(to: own)
    let generated = work.appending(path: "archbridge-generated.swift")
    try Data(generator(module: "HelperProgram").serverText.utf8).write(to: generated)
    let entryFiles = BuildStamp.files(in: entry).filter {
      $0.lastPathComponent != "OwnServer.swift"
    }
    return try HelperBuild(
      platform: platform, compiler: compiler, work: work, folders: folders,
      program: entryFiles + [own, generated] + sources, moduleMaps: maps,
      product: "server \(server.name)"
    ).run { printed in
      // What cannot cross is taken for what nobody wants.
      guard !printed.contains("[#no-usage]") else {
        throw BuildFailure(
          "a result that is not used is not offered: what a function gives has to cross, as `Codable` "
            + "does; write `_ =` before what nobody wants", output: printed)
      }
      warn(printed)
    }
  }

  /// What is generated from the sources, for a module of this name.
  ///
  /// - Throws: what cannot cross, with where it is.
  private func generator(module: String) throws -> ServerGenerator {
    let generator = ServerGenerator(
      try sources.map {
        guard let text = String(validating: try Data(contentsOf: $0), as: UTF8.self) else {
          throw BuildFailure("\($0.path) is no text in UTF-8; save it as such")
        }
        return ServerSource(name: $0.path, text: text)
      }, module: module)
    guard generator.diagnostics.isEmpty else {
      throw BuildFailure(
        "what the server shares with its clients cannot cross",
        output: generator.diagnostics.map { "\($0)\n" }.joined())
    }
    return generator
  }

  /// Writes what the server's own module needs besides its sources.
  package func writeServerSource(module: String, to output: URL) throws {
    try Data(generator(module: module).serverText.utf8).write(to: output)
  }

  /// Writes the clients of the protocols that the server's module has.
  package func writeClientSource(module: String, to output: URL) throws {
    try Data(generator(module: module).clientText.utf8).write(to: output)
  }

  /// Writes a Swift source that carries the programs for all architectures.
  package func writeSource(to output: URL) throws {
    let fullName = try ServerClass(named: className, in: sources).name
    let name = fullName.split(separator: ".").last.map(String.init) ?? fullName
    let images = try HelperPlatform.all.map { platform in
      "      \"\(platform.name)\":\n        \"\(try program(for: platform).base64EncodedString())\""
    }.joined(separator: ",\n")
    let text = """
      // Made by archbridge-server-builder from the server's sources.
      public import ArchBridge

      extension ServerProgram {
        /// The server \(name), for each architecture.
        public static let \(Self.memberName(name)) = ServerProgram(
          name: "\(name)",
          images: [
      \(images)
          ])
      }

      """
    try Data(text.utf8).write(to: output)
  }

  /// A text as Swift spells it.
  private static func literal(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n").replacing("\r", with: "\\r")
    return "\"\(escaped)\""
  }

  /// Writes a map that leads to each of the server's own, and no others.
  private func writeModuleMaps(in folder: URL) throws {
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for map in moduleMaps {
      let text = try String(contentsOf: map, encoding: .utf8)
      guard let name = text.firstMatch(of: /\bmodule\s+(\w+)/)?.1 else {
        throw BuildFailure("\(map.path) maps no module: write `module Name { header \"…\" }`")
      }
      try Data("extern module \(name) \(Self.literal(map.path))\n".utf8)
        .write(to: folder.appending(path: "\(name).modulemap"))
    }
  }

  /// `MyServer` as the name of a member: `myServer`.
  package static func memberName(_ name: String) -> String {
    let head = name.prefix { $0.isUppercase }
    let count = head.count > 1 && head.count < name.count ? head.count - 1 : head.count
    return name.prefix(count).lowercased() + name.dropFirst(count)
  }
}
