internal import ArchBridge
internal import ArchBridgeGenerator

/// Help.
extension ShellSession {
  /// What there is to know, of everything or of a name.
  func help(_ name: String?) throws -> [String] {
    guard let name else { return Self.overview }
    if let keyword = ShellKeyword(rawValue: name) { return [keyword.summary] }
    let declarations = types.declarations
    if let function = declarations.function(named: name) {
      return ["\(function);"] + function.annotations.map { "  \($0)" }
    }
    if let variable = declarations.variable(named: name) {
      return [CDeclarationText.variable(variable)]
    }
    if let procedure = types.fortran.procedure(named: name) { return ["\(procedure)"] }
    if let value = declarations.constant(named: name) { return ["\(name) = \(value)"] }
    if let value = variables[name] { return [CDeclarationText.kept(name, value)] }
    let spellings =
      declarations.typeNames.contains(name)
      ? [name, "struct \(name)", "union \(name)", "enum \(name)"] : [name]
    let known = spellings.compactMap { try? types.type(spelled: $0) }
    // A tag alone does not say whose it is: it is that of the one that has contents.
    for type in known {
      if let byteCount = try? types.byteCount(of: type) { return lines(type, byteCount) }
    }
    if let type = known.first { return ["\(type), whose contents are not declared"] }
    if exportedNames.contains(name) {
      return ["\(name) is exported, and not declared; type its declaration, ending with ';'"]
    }
    throw CommandFailure("nothing is called '\(name)'")
  }

  private func lines(_ type: CType, _ byteCount: Int) -> [String] {
    let name = "\(type)" == "\(type.resolved)" ? "\(type)" : "\(type): \(type.resolved)"
    var lines = ["\(name), \(byteCount) byte\(byteCount == 1 ? "" : "s")"]
    if case .record = type.resolved, let layout = try? types.layout(of: type) {
      lines += layout.members.map {
        "  \($0.type) \($0.name)" + ($0.bitCount.map { " : \($0)" } ?? "")
      }
    }
    return lines
  }

  private static let overview: [String] =
    [
      "add(1, 2)              calls a function, with the literals of `archbridge call`",
      "x = add(1, 2)          keeps what comes back",
      "read_volts(m, out v)   keeps what the function writes in v; out v[100] is an array",
      "info.serial  &add      a member; the address of a function or variable",
      "optind = 1             sets a variable of the library",
      "int ns::add(int)(1)    calls a C++ function, or any other, by its signature",
      "int ns::counter        a C++ variable, with its type; '= 1' behind it sets it",
      "int add(int a, int b); declares, as C does",
      "subroutine f(real x)   declares, as Fortran does",
    ] + ShellKeyword.allCases.map(\.summary) + [
      "# begins a comment; a line goes on while brackets are open",
      "Ctrl-C stops the call that runs",
    ]
}

/// How help spells what there is.
private enum CDeclarationText {
  static func variable(_ variable: CVariable) -> String {
    "\(variable.isConst ? "const " : "")\(variable.type) \(variable.name);"
  }

  static func kept(_ name: String, _ value: Literal) -> String {
    guard case .value(let typed) = value else { return "\(name) = \(value)" }
    return "\(name) = \(typed) ('\(typed.type)')"
  }
}
