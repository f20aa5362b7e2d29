internal import ArchBridge
internal import ArchBridgeGenerator
internal import ArchBridgeLibraryFiles

/// What the shell knows from line to line: the library in its helper, and the values that are kept.
final class ShellSession {
  let client: LibraryClient
  /// The values that are kept, by name.
  var variables: [String: Literal] = [:]
  private var libraries: [Library] = []
  private var exports: [String]?

  init(_ client: LibraryClient, declarations: String?) throws(BridgeError) {
    self.client = client
    if let declarations { try declare(declarations) }
  }

  /// What C's types mean now.
  var types: TypeContext { TypeContext.of(client) }

  /// Runs a statement, and returns the lines to print.
  func run(_ statement: ShellStatement) throws -> [String] {
    switch statement {
    case .nothing, .quit: return []
    case .declare(let text):
      try declare(text)
      return []
    case .load(let library):
      libraries.append(try client.load(library))
      exports = nil
      return []
    case .help(let name): return try help(name)
    case .show(let expression):
      var printed: [String] = []
      if let value = try evaluate(expression, printing: &printed) {
        printed.insert(value.printed, at: 0)
      }
      return printed
    case .set(let path, let expression):
      var printed: [String] = []
      guard let value = try evaluate(expression, printing: &printed) else {
        throw CommandFailure("there is no value to keep: the function returns nothing")
      }
      try set(path, value)
      return printed
    case .setVariable(let variable, let expression):
      var printed: [String] = []
      guard let value = try evaluate(expression, printing: &printed) else {
        throw CommandFailure("there is no value to set: the function returns nothing")
      }
      try client.variable(variable).set(value)
      return printed
    }
  }

  private func declare(_ text: String) throws(BridgeError) {
    if FortranInterface.isFortran(text) {
      try client.declare(fortran: text)
    } else {
      try client.declare(text)
    }
  }

  /// Starts a fresh helper with the same libraries and declarations in place of one that is gone.
  ///
  /// Returns the names of the variables that are gone with it, since they held addresses.
  func restart() throws -> [String] {
    try client.restart()
    let lost = variables.filter { $0.value.holdsAddress }.map(\.key).sorted()
    for name in lost { variables[name] = nil }
    return lost
  }

  /// The functions and variables that the libraries export.
  var exportedNames: [String] {
    if let exports { return exports }
    let names = ([client.library] + libraries).flatMap { library in
      (try? LibraryFile(path: library.libraryPath))?.exportedNames ?? []
    }
    let sorted = Set(names).sorted()
    exports = sorted
    return sorted
  }
}

extension Literal {
  /// Whether an address is in the value, which means nothing to another helper.
  var holdsAddress: Bool {
    switch self {
    case .value(let value): value.holdsAddress
    case .list(let elements): elements.contains(where: \.holdsAddress)
    case .members(let members): members.contains { $0.value.holdsAddress }
    case .pair(let real, let imaginary): real.holdsAddress || imaginary.holdsAddress
    case .word, .text, .call: false
    }
  }
}

extension TypedValue {
  /// Whether an address other than null is in the value.
  fileprivate var holdsAddress: Bool {
    switch type.resolved {
    case .pointer, .function: return bytes.contains { $0 != 0 }
    case .array: return elements.contains(where: \.holdsAddress)
    case .record:
      let members = (try? context.layout(of: type).members) ?? []
      return members.contains { (try? self[$0.name])?.holdsAddress ?? false }
    default: return false
    }
  }
}
