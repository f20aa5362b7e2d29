internal import ArchBridge
internal import ArchBridgeGenerator
internal import ArgumentParser

/// The library that a command calls, and how it is loaded.
struct LibraryOptions: ParsableArguments {
  @Option(name: .customLong("arch"), help: "The library's architecture.")
  var architecture = ArchitectureName(.i386)

  @Option(help: "How many seconds a call may take.")
  var timeout: Double?

  @Option(
    help: ArgumentHelp(
      "A function to call beside a call that is to end, before the helper is ended.",
      valueName: "name"))
  var interrupt: String?

  @Option(
    name: .customLong("search-path"), parsing: .singleValue,
    help: ArgumentHelp("A folder to look for libraries in; may be repeated.", valueName: "dir"))
  var searchPaths: [String] = []

  @Option(
    name: .customLong("env"), parsing: .singleValue,
    help: ArgumentHelp("A variable for the helper; may be repeated.", valueName: "k=v"))
  var environment: [String] = []

  @Option(help: ArgumentHelp("A file of C declarations, or of Fortran.", valueName: "file"))
  var declarations: String?

  @Option(help: "How the library spells text: utf-8, latin-1 or windows-1252.")
  var encoding: EncodingName = EncodingName(.utf8)

  @Option(help: ArgumentHelp("Writes the session to a file.", valueName: "file"))
  var record: String?

  @Option(
    help: ArgumentHelp(
      "Answers from a file that --record wrote, without the library.", valueName: "file"))
  var replay: String?

  @Flag(help: "Prints a line for each call to standard error.")
  var trace = false

  @Flag(help: "Names the argument that the library uses beyond its ends.")
  var guardBuffers = false
  @OptionGroup var confinement: ConfinementOptions

  func validate() throws {
    if record != nil, replay != nil {
      throw ValidationError("--record and --replay exclude each other.")
    }
    if let timeout, !(timeout > 0 && timeout < 1e9) {
      throw ValidationError("The value of --timeout is a positive number of seconds.")
    }
    for variable in environment where variable.first == "=" || !variable.contains("=") {
      throw ValidationError("'\(variable)' is not NAME=value; --env needs both.")
    }
  }

  /// How the client is made; `output` is where the library prints, `console` where traces go.
  func configuration(
    output: LibraryOutput, _ console: Console
  ) -> LibraryClient.Configuration {
    var variables: [String: String] = [:]
    for entry in environment {
      let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      variables[String(parts[0])] = String(parts[1])
    }
    var configuration = LibraryClient.Configuration(
      architecture: architecture.architecture, searchPaths: searchPaths,
      findsDependenciesBesideLibrary: true, environment: variables,
      textEncoding: encoding.encoding, output: output,
      timeout: timeout.map { .seconds($0) }, interrupt: interrupt.map { Interrupt($0) },
      confinement: confinement.confinement, limits: confinement.limits,
      guardsBuffers: guardBuffers)
    if let record { configuration.archive = .recording(record) }
    if let replay { configuration.archive = .replaying(replay) }
    if trace { configuration.trace = { console.printError("\($0)") } }
    return configuration
  }
}
