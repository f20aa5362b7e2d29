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
    let declarations = try declarations(library)
    let client = try LibraryClient(
      library, configuration: options.configuration(output: .passThrough, console))
    defer { client.close() }
    let session = try ShellSession(client, declarations: declarations)
    if let editor = console.editor, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
      try ShellPrompt(
        session: session, console: console, editor: editor,
        history: ShellHistory(environment: ProcessInfo.processInfo.environment)
      ).run()
    } else {
      try ShellScript(session: session, console: console).run { readLine() }
    }
  }

  private func declarations(_ library: String) throws -> String? {
    if let header {
      return try HeaderText(options.architecture.architecture, includeFolders: includeFolders)
        .declarations(of: header, for: library)
    }
    guard let file = options.declarations else { return nil }
    let text = try String.declarations(in: file)
    // So that what is wrong is told with its place in the file.
    if FortranInterface.isFortran(text) {
      _ = try FortranInterface.declarations(
        text, from: "\(file), ", options.architecture.architecture)
      return text
    }
    _ = try CDeclarations(reading: text, from: "\(file), ")
    return text
  }
}
