internal import ArchBridge
internal import ArchBridgeGenerator
internal import ArgumentParser

/// `archbridge call`: calls one function and prints what comes back.
struct CallCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "call",
    abstract: "Calls one function of a library, or prints a variable.",
    discussion: """
      The prototype may come after the types that it needs:
        archbridge call libc.so.6 \\
          'struct div_t { int quot; int rem; } div(int a, int b)' 17 5

      A Fortran interface calls a Fortran procedure, by reference and with its texts' lengths:
        archbridge call liblapack.so.3 'logical function lsame(character a, character b)' N n

      Arguments are literals, read as the prototype says:
        3  -1.5  0x1f  true  HIGH  a number, or a constant's name; by reference for a pointer
        1.5+2i  (1.5, 2)           a complex number
        hello  5  text:null        text, where the prototype has 'char *' or 'wchar_t *'
        {3, 4.5}  {x: 3, y: 4.5}   a structure or union, by value or by reference
        [1, 2, 3]  [{1, 2}]        an array; inside, a text with a comma needs quotes: ["a,b"]
        [one, two, null]           texts, where the prototype has 'char **'
        null  0x8004c20            the null pointer, an address; all that a function can be
        out  out:4                 one zeroed element, or four, which the function fills
        @FILE                      a file's bytes
      The result is printed first, an enumeration's value with its name as in '5 (HIGH)'; then a \
      line 'name = value' for each pointer that is not const. A status that its declaration calls \
      a failure is an error. Of a variable, as in 'extern int optind', the value is printed. Of \
      several functions in the prototype the first is called.

      A C++ function is named by its signature, a method's object comes first:
        archbridge call libvendor.so 'int vendor::largest<int>(int, int)' 3 5
      A C++ variable is named with its type, as in 'int vendor::counter'.
      """)

  @Argument(help: "A path, a soname such as libz.so.1, or a name to be looked for.")
  var library: String

  @Argument(help: "The prototype in C, or the name where --declarations has that.")
  var function: String

  @Argument(help: ArgumentHelp("The arguments' literals.", valueName: "argument"))
  var arguments: [String] = []

  @Flag(help: "Print one JSON object, also for an error.")
  var json = false

  @Flag(help: "Print also what the call left in C's errno.")
  var errno = false

  @OptionGroup var options: LibraryOptions

  func validate() throws {
    if options.interrupt != nil, options.timeout == nil {
      throw ValidationError("--interrupt says what happens at a --timeout; give both.")
    }
  }

  func run(_ console: Console) throws {
    guard json else { return try call(console) }
    do {
      try call(console)
    } catch let error as BridgeError {
      try console.print(json: ErrorReport(error))
      // All has been said.
      throw CommandFailure("")
    }
  }

  private func call(_ console: Console) throws {
    if try runFortran(console) { return }
    let target = try CallTarget(function, declarationsIn: options.declarations)
    let library = NegativeNumbers.unmarked(library)
    let literals = arguments.map(NegativeNumbers.unmarked)
    switch target.kind {
    case .function(let function):
      let call = try call(function, literals, target)
      let outcome = try withSession(try client(library, console)) { client in
        try client.declare(target.text)
        let outcome = Result { () throws(BridgeError) in try call.perform(on: client) }
        guard case .failure(let error) = outcome, error.code == .symbolNotFound,
          options.declarations == nil,
          // It may be C++, of which C's prototype is the signature.
          let other = try? callSignature(self.function, literals, target, client)
        else { return try outcome.get() }
        return other
      }
      try print(outcome, console)
    case .signature(let signature):
      let outcome = try withSession(try client(library, console)) { client in
        try client.declare(target.text)
        // A name alone may be that of a variable.
        if literals.isEmpty, let value = try client.literal(ofCxxVariable: signature) {
          return FunctionCall.Outcome(result: value, returned: [], errno: 0)
        }
        return try callSignature(signature, literals, target, client)
      }
      try print(outcome, console)
    case .variable(let name):
      guard literals.isEmpty else {
        throw BridgeError(
          .argumentCount, "\(name) is a variable and takes no arguments; `archbridge shell` sets it"
        )
      }
      let value = try withSession(try client(library, console)) { client in
        try client.declare(target.text)
        return try client.literal(ofVariable: name)
      }
      if json { return try console.print(json: CallReport(result: value)) }
      try console.print(value.printed)
    }
  }

  /// Calls a Fortran procedure; false where the function is none.
  private func runFortran(_ console: Console) throws -> Bool {
    let text: String
    let place: String
    var form = FortranForm.automatic
    if let file = options.declarations {
      text = try String.declarations(in: file)
      place = "\(file), "
      guard FortranInterface.isFortran(text, file: file) else { return false }
      form = FortranForm(ofFile: file)
    } else {
      text = function
      place = "the interface, "
      guard FortranInterface.isFortran(text) else { return false }
    }
    let architecture = options.architecture.architecture
    let declarations = try FortranInterface.declarations(
      text, from: place, form: form, architecture)
    let named =
      options.declarations == nil
      ? declarations.procedures.first
      : declarations.procedure(named: function)
    guard let procedure = named else {
      throw BridgeError(
        .symbolNotFound, "\(place)there is no procedure \(function)", symbol: function)
    }
    let types = TypeContext(
      declarations: CDeclarations(), fortran: declarations, architecture: architecture,
      encoding: options.encoding.encoding)
    let literals = try arguments.enumerated().map { index, literal in
      let text = NegativeNumbers.unmarked(literal)
      guard index < procedure.arguments.count else { return CallLiterals.variable(text) }
      return try CallLiterals.literal(text, for: procedure.arguments[index])
    }
    let call = try FortranLiteralCall(procedure, literals, types)
    let outcome = try withSession(
      try client(NegativeNumbers.unmarked(library), console)
    ) { client in
      try client.declare(fortran: text, form: form)
      return try call.perform(on: client)
    }
    try print(outcome, console)
    return true
  }

  private func call(
    _ function: FunctionDeclaration, _ literals: [String], _ target: CallTarget,
    callee: String? = nil
  ) throws -> FunctionCall {
    let types = TypeContext(
      declarations: target.declarations, architecture: options.architecture.architecture,
      encoding: options.encoding.encoding)
    let parameters = function.type.parameters
    return try FunctionCall(
      function,
      literals.enumerated().map { index, literal in
        index < parameters.count
          ? try CallLiterals.literal(literal, for: parameters[index].type)
          : CallLiterals.variable(literal)
      }, types, callee: callee)
  }

  /// Calls a C++ function, whose parameters are known when the library is there.
  private func callSignature(
    _ signature: String, _ literals: [String], _ target: CallTarget, _ client: LibraryClient
  ) throws -> FunctionCall.Outcome {
    let function = try LibraryFunction(of: client, named: signature)
      .declaration(argumentCount: literals.count)
    return try call(function, literals, target, callee: signature).perform(on: client)
  }

  private func print(_ outcome: FunctionCall.Outcome, _ console: Console) throws {
    guard !json else {
      var report = CallReport(result: outcome.result)
      if !outcome.returned.isEmpty {
        report.arguments = Dictionary(
          outcome.returned.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
      }
      if errno {
        report.errno = outcome.errno
        report.errnoText = outcome.errnoText
      }
      return try console.print(json: report)
    }
    if let value = outcome.result { try console.print(value.printed) }
    for (_, name, value) in outcome.returned { try console.print("\(name) = \(value.printed)") }
    if errno { try console.print("errno = \(outcome.errno) (\(outcome.errnoText))") }
  }

  /// The client; what the library prints is no part of a JSON object.
  private func client(
    _ library: String, _ console: Console
  ) throws(BridgeError) -> LibraryClient {
    try LibraryClient(
      library,
      configuration: options.configuration(output: json ? .standardError : .passThrough, console))
  }
}

/// The JSON form of a call's outcome.
private struct CallReport: Encodable {
  var result: Literal?
  var arguments: [String: Literal]?
  var errno: Int32?
  var errnoText: String?

  enum CodingKeys: CodingKey { case result, arguments, errno, errnoText }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(result, forKey: .result)
    try container.encodeIfPresent(arguments, forKey: .arguments)
    try container.encodeIfPresent(errno, forKey: .errno)
    try container.encodeIfPresent(errnoText, forKey: .errnoText)
  }
}
