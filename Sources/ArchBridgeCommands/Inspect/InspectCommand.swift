internal import ArchBridge
internal import ArchBridgeGenerator
internal import ArchBridgeLibraryFiles
internal import ArchBridgeObjectFiles
internal import ArgumentParser

/// `archbridge inspect`: says what a library's file says of itself.
struct InspectCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Says what a library is, what it needs and what it exports.",
    discussion: """
      A library without a '/' in its name is looked for where the loader does: first as an i386 \
      library, then as an x86_64 one, unless --arch says which.
      """)

  @Argument(help: "A path, a soname such as libz.so.1, or a name to be looked for.")
  var library: String

  @Flag(help: "Print the C declarations of what it exports, from its debug information.")
  var signatures = false

  @Flag(help: "Print one JSON object.")
  var json = false

  @Flag(
    help: "Print also what a stripped library still tells: lengths, versions, likely conventions.")
  var hints = false

  @Option(name: .customLong("arch"), help: "The architecture to look for.")
  var architecture: ArchitectureName?

  @Option(
    name: .customLong("search-path"), parsing: .singleValue,
    help: ArgumentHelp("A folder to look for libraries in; may be repeated.", valueName: "dir"))
  var searchPaths: [String] = []

  func run(_ console: Console) throws {
    if signatures { return try printSignatures(console) }
    let report = try LibraryReport(
      LibraryFile(path: find()), searchPaths: searchPaths, withHints: hints)
    if json {
      try console.print(json: report)
    } else {
      for line in report.lines { try console.print(line.shown()) }
    }
  }

  private func printSignatures(_ console: Console) throws {
    let report = try SignatureReport(LibraryFile(path: find()))
    if json { return try console.print(json: report) }
    try console.print(report.text.shown(keepsLines: true))
    for line in report.notes { console.printError(line) }
  }

  private func find() throws -> String {
    try LibraryLookup(
      library: NegativeNumbers.unmarked(library),
      architectures: architecture.map { [$0.architecture] } ?? Architecture.all,
      searchPaths: searchPaths
    ).path()
  }
}
