internal import ArchBridge
internal import ArchBridgeGenerator
internal import ArgumentParser
internal import FoundationEssentials
internal import Glibc

/// `archbridge shell`: a prompt at which a library's functions are called.
struct ShellCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell",
    abstract: "Calls a library's functions at a prompt, or from a script.",
    discussion: """
      The library stays in one helper from line to line, and what functions return is kept in \
      variables; `help` at the prompt tells what can be typed. Ctrl-C stops the call that runs: with the \
      function that --interrupt names, else, and where Ctrl-C comes again, with the helper, in \
      whose place a fresh one starts. On standard input the same lines \
      are a script: results are printed as `archbridge call` prints them, and the first error \
      ends it.
      """)

  @Argument(help: "A path, a soname such as libz.so.1, or a name to be looked for.")
  var library: String

  @Option(
    help: ArgumentHelp("A C header, which clang reads for its declarations.", valueName: "file"))
  var header: String?

  @Option(
    name: .customShort("I", allowingJoined: true), parsing: .singleValue,
    help: ArgumentHelp("A folder of headers; may be repeated.", valueName: "dir"))
  var includeFolders: [String] = []

  @OptionGroup var options: LibraryOptions

  func validate() throws {
    if header != nil, options.declarations != nil {
      throw ValidationError("--header and --declarations exclude each other.")
    }
  }

  func run(_ console: Console) throws {
    let library = NegativeNumbers.unmarked(library)
    let form = try form()
    let declarations = try declarations(library, form)
    let client = try LibraryClient(
      library, configuration: options.configuration(output: .passThrough, console))
    defer { client.close() }
    let session = try ShellSession(client, declarations: declarations, form: form)
    if let editor = console.editor, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
      try ShellPrompt(
        session: session, console: console, editor: editor,
        history: ShellHistory(environment: ProcessInfo.processInfo.environment)
      ).run()
    } else {
      try ShellScript(session: session, console: console).run { readLine() }
    }
  }

  /// How the file of declarations is laid out where it is Fortran's; nil for C.
  private func form() throws -> FortranForm? {
    guard header == nil, let file = options.declarations,
      FortranInterface.isFortran(try String.declarations(in: file), file: file)
    else { return nil }
    return FortranForm(ofFile: file)
  }

  private func declarations(_ library: String, _ form: FortranForm?) throws -> String? {
    if let header {
      return try HeaderText(options.architecture.architecture, includeFolders: includeFolders)
        .declarations(of: header, for: library)
    }
    guard let file = options.declarations else { return nil }
    let text = try String.declarations(in: file)
    // So that what is wrong is told with its place in the file.
    if let form {
      _ = try FortranInterface.declarations(
        text, from: "\(file), ", form: form, options.architecture.architecture)
      return text
    }
    _ = try CDeclarations(reading: text, from: "\(file), ")
    return text
  }
}
