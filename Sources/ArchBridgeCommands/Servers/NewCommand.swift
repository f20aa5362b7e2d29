internal import ArchBridgeGenerator
internal import ArgumentParser
internal import FoundationEssentials

/// `archbridge new`: writes a package with a server, its client and a test.
struct NewCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a package with a server in Swift, its client and a test.",
    discussion: """
      The server runs in a 32-bit process next to a library, the client calls it from 64 bits. What \
      is written works: cd into it, and run `swift test`.
      """)

  @Argument(help: "The package's name, which is also its folder's.")
  var name: String

  @Option(
    name: .customLong("archbridge"),
    help: ArgumentHelp(
      "What the package depends on: a checkout of ArchBridge, or the URL of its repository; without "
        + "it, the checkout that this tool was built in.", valueName: "dir-or-url"))
  var archBridge: String?

  func run(_ console: Console) throws {
    let name = try PackageName(name)
    let dependency = try PackageDependency(archBridge)
    let files = PackageTemplate(name: name, dependency: dependency).files
    do {
      try FileManager.default.createDirectory(
        atPath: name.text, withIntermediateDirectories: false)
    } catch let error as CocoaError where error.code == .fileWriteFileExists {
      throw CommandFailure("\(name.text) is there already; choose another name, or remove it")
    } catch {
      throw CommandFailure("the folder \(name.text) cannot be made: \(Self.reason(error))")
    }
    do {
      for (path, text) in files {
        let file = URL(filePath: name.text).appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
    } catch {
      try? FileManager.default.removeItem(atPath: name.text)
      throw CommandFailure("\(name.text) cannot be written: \(Self.reason(error))")
    }
    try console.print("\(name.text) is written; next: cd \(name.text) && swift test")
  }

  private static func reason(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileWriteNoPermission: "permission denied"
    case .fileWriteVolumeReadOnly: "the file system is read-only"
    case .fileWriteOutOfSpace: "no space is left"
    case .fileNoSuchFile, .fileReadNoSuchFile: "no file can be made there"
    default: "\(error)"
    }
  }
}
