internal import ArchBridge
internal import ArchBridgeBuilder
internal import ArchBridgeGenerator
internal import ArchBridgeServerBuilder
internal import ArgumentParser
internal import Foundation

/// `archbridge build-server`: makes the program of a server that is in no package.
struct BuildServerCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "build-server",
    abstract: "Builds a server written in Swift into an executable.",
    discussion: """
      The sources have one class that is a LibraryServer. A program starts the executable with \
      LibraryClient(server: ServerProgram(path: "my_server32")).
      """)

  @Argument(help: "The server's Swift sources.")
  var sources: [String]

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The executable to write.", valueName: "file"))
  var output: String

  @Option(
    name: [.customLong("architecture"), .customLong("arch")], help: "What it is to run as.")
  var architecture = ArchitectureName(.i386)

  @Option(
    name: .customLong("archbridge"),
    help: ArgumentHelp(
      "A checkout of ArchBridge; without it, the one that this tool was built in.",
      valueName: "dir"))
  var archBridge: String?

  func validate() throws {
    if sources.isEmpty { throw ValidationError("A server's source is needed.") }
  }

  func run(_ console: Console) throws {
    for source in sources { try check(source) }
    let checkout = try Checkout(archBridge)
    guard let compiler = Toolchain.compiler else {
      throw CommandFailure(
        "no swiftc is in PATH; install a release toolchain of Swift 6.3 or later, and put it there")
    }
    guard let platform = HelperPlatform.named(architecture.architecture.name) else {
      throw CommandFailure("no server can be built for \(architecture.architecture.name)")
    }
    let work = try TemporaryFolder()
    let build = ServerBuild(
      name: "", compiler: compiler, work: URL(filePath: work.path("")),
      archBridge: checkout.folder, sources: sources.map { URL(filePath: $0) })
    do {
      let program = try build.program(for: platform) { console.printError(Self.trimmed($0)) }
      try write(program)
    } catch let failure as BuildFailure {
      if !failure.output.isEmpty { console.printError(Self.trimmed(failure.output)) }
      throw CommandFailure(failure.message)
    }
  }

  /// Says what is wrong with a source before the compiler is asked.
  private func check(_ source: String) throws(CommandFailure) {
    guard FileManager.default.fileExists(atPath: source) else {
      throw CommandFailure("\(source) is not there")
    }
    guard !Self.isFolder(source), source.hasSuffix(".swift") else {
      throw CommandFailure("\(source) is no Swift source; name the files, as in MyServer/*.swift")
    }
    guard FileManager.default.isReadableFile(atPath: source) else {
      throw CommandFailure("\(source) cannot be read")
    }
  }

  /// Puts the program where the old one is, which may be running.
  private func write(_ program: Data) throws(CommandFailure) {
    let file = URL(filePath: output)
    guard !Self.isFolder(output) else {
      throw CommandFailure("\(output) is a folder; name a file in it")
    }
    do {
      try program.write(to: file, options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    } catch {
      throw CommandFailure("\(output) cannot be written: \(error.localizedDescription)")
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(filePath: path).resolvingSymlinksInPath().path)
    return attributes?[.type] as? FileAttributeType == .typeDirectory
  }

  private static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .newlines)
  }
}
