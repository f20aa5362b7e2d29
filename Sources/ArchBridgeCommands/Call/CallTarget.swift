internal import ArchBridge
internal import FoundationEssentials

/// What the command line names: a function, or a variable, among C declarations.
struct CallTarget {
  /// The function or variable.
  enum Kind {
    case function(FunctionDeclaration)
    case variable(String)
    /// A C++ function by its signature, which only the library's symbols explain.
    case signature(String)
  }

  /// The declarations' text.
  let text: String
  /// The declarations, read.
  let declarations: CDeclarations
  let kind: Kind

  /// Reads a prototype with the types that it needs, or looks up a name in a file of declarations.
  init(_ spelling: String, declarationsIn file: String?) throws {
    if spelling.contains("::") {
      text = try file.map { try String.declarations(in: $0) } ?? ""
      declarations = try CDeclarations(reading: text, from: file.map { "\($0), " } ?? "")
      kind = .signature(spelling)
    } else if let file {
      text = try String.declarations(in: file)
      declarations = try CDeclarations(reading: text, from: "\(file), ")
      kind = try Self.named(spelling, declarations, in: file)
    } else {
      text = spelling
      declarations = try Self.read(prototype: spelling)
      kind = try Self.first(declarations, spelling)
    }
  }

  private static func read(prototype: String) throws -> CDeclarations {
    guard !prototype.allSatisfy(\.isIdentifierPart) else {
      throw BridgeError(
        .invalidDeclaration,
        "the prototype, column 1: '\(prototype)' is a name alone; write its prototype, as in "
          + "'double \(prototype)(double x)', or name a file of them with --declarations")
    }
    return try CDeclarations(reading: prototype, from: "the prototype, ")
  }

  private static func named(
    _ name: String, _ declarations: CDeclarations, in file: String
  ) throws -> Kind {
    if let function = declarations.function(named: name) { return .function(function) }
    if declarations.variable(named: name) != nil { return .variable(name) }
    throw BridgeError(
      .symbolNotFound, "\(file) declares no function and no variable \(name)", symbol: name)
  }

  /// The first function; others are there for it, as the one that gives its messages.
  private static func first(_ declarations: CDeclarations, _ spelling: String) throws -> Kind {
    let names = declarations.functionNames + declarations.variableNames
    guard let name = names.first else {
      throw BridgeError(
        .invalidDeclaration, "'\(spelling)' declares no function and no variable")
    }
    return try named(name, declarations, in: "the prototype")
  }
}

extension String {
  /// The text of a file of declarations.
  static func declarations(in file: String) throws(BridgeError) -> String {
    guard let contents = FileManager.default.contents(atPath: file) else {
      throw BridgeError(.invalidDeclaration, "\(file) cannot be read")
    }
    return String(decoding: contents, as: UTF8.self)
  }
}

extension CDeclarations {
  /// Reads C's text; `place` is what messages call it.
  init(reading text: String, from place: String) throws(BridgeError) {
    self.init()
    do throws(DeclarationError) {
      try parse(text)
    } catch {
      let line = error.line > 1 || text.contains("\n") ? "line \(error.line), " : ""
      throw BridgeError(
        .invalidDeclaration, "\(place)\(line)column \(error.column): \(error.message)")
    }
  }
}
