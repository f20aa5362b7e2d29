internal import ArchBridgeABI
internal import ArchBridgeBindings
internal import ArchBridgeLibraryFiles
internal import ArchBridgeObjectFiles
package import ArgumentParser
internal import FoundationEssentials

/// A client that has been written, and what is not in it.
struct GeneratedClient {
  var text: String
  var functions: [String]
  var omissions: [Omission]
}

/// `archbridge generate`: writes a Swift client for a library from its header, or Fortran source.
package struct GenerateCommand: ConsoleCommand {
  package static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Writes a Swift client for a library from its header, source or debug information.",
    discussion: """
      The client has a method for each function, and Swift types for the header's structures, \
      enumerations and handles. What a pointer means comes from the header's attributes, or from \
      an API notes file beside it. Functions that cannot be called are listed with the reason.

      Of Fortran, files such as solver.f90 and old.f, the procedures, the modules' variables and \
      the derived types are read.

      A library that was compiled with -g needs neither: --from-debug-info reads what it says of \
      itself, or what its separate debug file does.
      """)

  @Argument(
    help: "The headers, a name alone also from the folders of headers; or Fortran sources.")
  var headers: [String] = []

  @Option(help: "The library: a path, a soname such as libz.so.1, or a name to be looked for.")
  var library: String?

  @Option(
    name: .customLong("from-debug-info"),
    help: ArgumentHelp(
      "The library, whose debug information is read in the place of a header.",
      valueName: "library"))
  var debugInformation: String?

  @Option(help: "The client's name in Swift.")
  var name: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "The file to write; standard output without it, or with '-'.", valueName: "file"))
  var output: String?

  @Option(
    name: .customLong("apinotes"),
    help: ArgumentHelp("A file of API notes for the headers.", valueName: "file"))
  var notes: String?

  @Option(
    name: .customShort("I", allowingJoined: true), parsing: .singleValue,
    help: ArgumentHelp("A folder of headers; may be repeated.", valueName: "dir"))
  var includeFolders: [String] = []

  @Option(
    name: .customLong("include"), parsing: .singleValue,
    help: ArgumentHelp(
      "A header that the others need before them; may be repeated.", valueName: "header"))
  var includes: [String] = []

  @Option(
    name: .customShort("D", allowingJoined: true), parsing: .singleValue,
    help: ArgumentHelp("A macro to define; may be repeated.", valueName: "name=value"))
  var macros: [String] = []

  @Option(name: .customLong("arch"), help: "The library's architecture.")
  var architecture = ArchitectureName(.i386)

  @Option(
    name: .customLong("search-path"), parsing: .singleValue,
    help: ArgumentHelp("A folder to look for the library in; may be repeated.", valueName: "dir"))
  var searchPaths: [String] = []

  @Flag(help: "Leave out what the library does not export; otherwise that is an error.")
  var allowMissing = false

  @Flag(help: "Fail where anything is left out.")
  var strict = false

  package init() {}

  package func validate() throws {
    guard let first = name.unicodeScalars.first,
      first.properties.isXIDStart, name.unicodeScalars.allSatisfy(\.properties.isXIDContinue)
    else { throw ValidationError("'\(name)' is no name for a type in Swift.") }
    if debugInformation != nil {
      guard headers.isEmpty, library == nil, includes.isEmpty, includeFolders.isEmpty,
        macros.isEmpty
      else { throw ValidationError("--from-debug-info takes the place of headers and --library.") }
      return
    }
    if headers.isEmpty { throw ValidationError("A header is needed, or --from-debug-info.") }
    if library == nil { throw ValidationError("--library is needed.") }
  }

  package func run(_ console: Console) throws {
    let bindings = try generate()
    // As everywhere, `-` is standard output.
    let output = output == "-" ? nil : output
    if let output {
      try write(bindings.text, to: output)
    } else {
      try console.print(String(bindings.text.dropLast()))
    }
    for line in Omission.lines(bindings.omissions) { console.printError("left out: \(line)") }
    let count = bindings.functions.count
    console.printError(
      "\(output ?? name): \(count) function\(count == 1 ? "" : "s"), "
        + "\(bindings.omissions.count) left out")
    if strict, !bindings.omissions.isEmpty {
      let count = bindings.omissions.count
      throw CommandFailure("\(count) declaration\(count == 1 ? " is" : "s are") left out")
    }
  }

  private func generate() throws -> GeneratedClient {
    let architecture = architecture.architecture
    let library = debugInformation ?? library ?? ""
    let file = try LibraryFile(
      path: LibraryLookup(
        library: library, architectures: [architecture], searchPaths: searchPaths
      ).path())
    try file.check(for: architecture)
    if debugInformation != nil {
      return try generateFromDebugInformation(
        of: file, options(file, library, from: ["the debug information of \(fileName(library))"]))
    }
    if headers.contains(where: FortranSources.isSource) {
      return try FortranSources(headers, architecture).bindings(
        options(file, library, from: headers.map(fileName)))
    }
    let paths = try headers.map(HeaderLookup(architecture, includeFolders).path(of:))
    let compilation = try HeaderCompilation(
      paths, after: try includes.map(HeaderLookup(architecture, includeFolders).path(of:)),
      for: architecture,
      options: includeFolders.flatMap { ["-I", $0] } + macros.map { "-D\($0)" })
    return try generate(
      compilation.header, layouts: compilation.layouts,
      options(file, library, from: paths.map(fileName)))
  }

  private func options(
    _ file: LibraryFile, _ library: String, from sources: [String]
  ) -> Bindings.Options {
    Bindings.Options(
      name: name, library: fileName(library), architecture: architecture.architecture,
      command: command, headers: sources, exports: Set(file.exportedNames),
      allowsMissing: allowMissing)
  }

  private func generateFromDebugInformation(
    of file: LibraryFile, _ options: Bindings.Options
  ) throws -> GeneratedClient {
    let found: DebugDeclarations
    do throws(ObjectFileError) {
      found = try DebugDeclarations(path: file.path)
    } catch {
      throw CommandFailure("\(file.path) cannot be read for signatures: \(error)")
    }
    var omissions = found.omissions.map { ($0.name, $0.reason) }
    guard !found.declarations.functionNames.isEmpty || found.fortran.procedures.isEmpty else {
      return try FortranSources(found.fortran, omissions: omissions).bindings(options)
    }
    omissions += found.fortran.procedures.map {
      ($0.qualifiedName, "a client is of one language; call it through 'fortran'")
    }
    return try generate(
      Header(found.declarations, omissions: omissions), layouts: RecordLayouts(), options)
  }

  private func generate(
    _ header: Header, layouts: RecordLayouts, _ options: Bindings.Options
  ) throws -> GeneratedClient {
    var header = header
    if let notes {
      let notesOfFile = try NotesFile.read(notes)
      do throws(BindingsError) {
        try header.apply(notesOfFile)
      } catch {
        throw CommandFailure("\(notes): \(error.message)")
      }
    }
    do throws(BindingsError) {
      let bindings = try Bindings(header, layouts: layouts, options: options)
      return GeneratedClient(
        text: bindings.text, functions: bindings.functions, omissions: bindings.omissions)
    } catch {
      let advice = allowMissing ? "" : "; --allow-missing leaves out what it does not export"
      throw CommandFailure(error.message + (error.isMissing ? advice : ""))
    }
  }

  private func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw CommandFailure("\(path) cannot be written: \(error)")
    }
  }

  /// The command that writes the same again, without the folders of this machine.
  private var command: String {
    var words = ["archbridge generate"] + headers.map(fileName)
    if let library { words += ["--library", fileName(library)] }
    if let debugInformation { words += ["--from-debug-info", fileName(debugInformation)] }
    words += ["--name", name]
    if let notes { words += ["--apinotes", fileName(notes)] }
    words += includes.map { "--include \(fileName($0))" }
    words += macros.map { "-D\($0)" }
    if architecture.architecture != .i386 { words += ["--arch", architecture.architecture.name] }
    if allowMissing { words.append("--allow-missing") }
    return words.joined(separator: " ")
  }

  private func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
