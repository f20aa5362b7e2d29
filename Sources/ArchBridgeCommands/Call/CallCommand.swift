internal import ArchBridge
internal import ArgumentParser
internal import FoundationEssentials

/// `archbridge call`: calls one function and prints what comes back.
struct CallCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "call",
    abstract: "Calls one function of a library.",
    discussion: """
      Arguments are literals, read as the prototype says:
        3  -1.5  0x1f  true      a number; where the prototype has a pointer, by reference
        [1, 2, 3]                an array
        null                     the null pointer
        out:4                    four zeroed elements
        @FILE                    a file's bytes
        hello  5  text:null      text, where the prototype has 'char *'
      The result is printed first, then a line 'name = value' for each pointer that is not const.
      """)

  @Argument(help: "A path, a soname such as libz.so.1, or a name to be looked for.")
  var library: String

  @Argument(help: "The function's prototype in C, or its name where --declarations has that.")
  var function: String

  @Argument(help: ArgumentHelp("The arguments' literals.", valueName: "argument"))
  var arguments: [String] = []

  @Flag(help: "Print one JSON object.")
  var json = false

  @Option(name: .customLong("arch"), help: "The library's architecture.")
  var architecture = ArchitectureName(.i386)

  @Option(help: "How many seconds the call may take.")
  var timeout: Double?

  @Option(
    name: .customLong("search-path"), parsing: .singleValue,
    help: ArgumentHelp("A folder to look for libraries in; may be repeated.", valueName: "dir"))
  var searchPaths: [String] = []

  @Option(
    name: .customLong("env"), parsing: .singleValue,
    help: ArgumentHelp("A variable for the helper; may be repeated.", valueName: "k=v"))
  var environment: [String] = []

  @Option(help: ArgumentHelp("A file of C declarations.", valueName: "file"))
  var declarations: String?

  @Option(help: "How the library spells text: utf-8, latin-1 or windows-1252.")
  var encoding: EncodingName = EncodingName(.utf8)

  func validate() throws {
    if let timeout, !(timeout > 0 && timeout < 1e9) {
      throw ValidationError("The value of --timeout is a positive number of seconds.")
    }
    for variable in environment where variable.first == "=" || !variable.contains("=") {
      throw ValidationError("'\(variable)' is not NAME=value; --env needs both.")
    }
  }

  func run(_ console: Console) throws {
    let library = NegativeNumbers.unmarked(library)
    let declared = try readDeclarations()
    guard let prototype = declared.function else {
      throw BridgeError(
        .symbolNotFound, "\(declared.source) declares no function \(function)", symbol: function)
    }
    let reader = LiteralReader(
      declarations: declared.all, dataModel: architecture.architecture.dataModel,
      encoding: encoding.encoding)
    let parameters = prototype.type.parameters
    let literals = arguments.map(NegativeNumbers.unmarked)
    let isVariadic = prototype.type.isVariadic
    guard literals.count == parameters.count || (isVariadic && literals.count > parameters.count)
    else {
      throw BridgeError(
        .argumentCount,
        "\(literals.count) argument\(literals.count == 1 ? "" : "s") where \(parameters.count) "
          + "belong\(parameters.count == 1 ? "s" : ""): \(prototype)", symbol: prototype.name)
    }
    let values = try literals.enumerated().map { index, literal in
      index < parameters.count
        ? try reader.read(literal, for: parameters[index], number: index + 1)
        : reader.readVariable(literal, number: index + 1)
    }
    let result = try withSession(
      try LibraryClient(library, configuration: configuration())
    ) { client in
      try client.declare(declared.text)
      return try CallResult.calling(prototype, values.map(\.argument), on: client)
    }
    try print(result, values, console)
  }

  private func print(_ result: CallResult, _ values: [LiteralValue], _ console: Console) throws {
    let returned = values.compactMap { value in value.returned.map { (value.name, $0()) } }
    if json {
      let arguments = Dictionary(returned, uniquingKeysWith: { $1 })
      try console.print(
        json: CallReport(result: result.value, arguments: arguments.isEmpty ? nil : arguments))
      return
    }
    if let value = result.value { try console.print(value.text) }
    for (name, value) in returned { try console.print("\(name) = \(value.text)") }
  }

  private func configuration() -> LibraryClient.Configuration {
    var variables: [String: String] = [:]
    for entry in environment {
      let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      variables[String(parts[0])] = String(parts[1])
    }
    return LibraryClient.Configuration(
      architecture: architecture.architecture, searchPaths: searchPaths,
      findsDependenciesBesideLibrary: true, environment: variables,
      textEncoding: encoding.encoding, output: json ? .standardError : .passThrough,
      timeout: timeout.map { .seconds($0) })
  }

  /// The prototype among the arguments; types that it needs may stand before it.
  private func readPrototype() throws(DeclarationError) -> Declared {
    do throws(DeclarationError) {
      let prototype = try CDeclarations.parsePrototype(function)
      return try Declared(source: "the prototype", text: function, name: prototype.name)
    } catch {
      var all = CDeclarations()
      if (try? all.parse(function)) != nil, all.functionNames.count == 1 {
        return try Declared(source: "the prototype", text: function, name: all.functionNames[0])
      }
      if function.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) {
        throw DeclarationError(
          line: 1, column: 1,
          message: "'\(function)' is a name alone; write its prototype, as in "
            + "'double \(function)(double x)', or name a file of them with --declarations")
      }
      throw error
    }
  }

  private func readDeclarations() throws -> Declared {
    do throws(DeclarationError) {
      guard let declarations else {
        return try readPrototype()
      }
      guard let contents = FileManager.default.contents(atPath: declarations) else {
        throw DeclarationError(line: 0, column: 0, message: "\(declarations) cannot be read")
      }
      return try Declared(
        source: declarations, text: String(decoding: contents, as: UTF8.self), name: function)
    } catch {
      guard error.line > 0 else { throw BridgeError(.invalidDeclaration, error.message) }
      let place = declarations.map { "\($0), line \(error.line), " } ?? "the prototype, "
      throw BridgeError(
        .invalidDeclaration, "\(place)column \(error.column): \(error.message)")
    }
  }
}

/// Declarations that have been read, and the function among them that is called.
private struct Declared {
  let source: String
  let text: String
  let all: CDeclarations
  let function: FunctionDeclaration?

  init(source: String, text: String, name: String) throws(DeclarationError) {
    self.source = source
    self.text = text
    var all = CDeclarations()
    try all.parse(text)
    self.all = all
    function = all.function(named: name)
  }
}

/// The JSON form of a call's outcome.
private struct CallReport: Encodable {
  let result: PrintedValue?
  let arguments: [String: PrintedValue]?

  enum CodingKeys: CodingKey { case result, arguments }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(result, forKey: .result)
    try container.encodeIfPresent(arguments, forKey: .arguments)
  }
}
