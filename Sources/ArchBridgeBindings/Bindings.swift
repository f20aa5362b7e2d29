package import ArchBridgeABI

/// The Swift client of a library that a header declares: its source, and what is not in it.
package struct Bindings: Sendable {
  /// What the client is made for.
  package struct Options: Sendable {
    /// The client's name in Swift.
    package var name: String
    /// The library as the client loads it unless it is told otherwise.
    package var library: String
    package var architecture: Architecture
    /// The command that writes the same again, for the file's first lines.
    package var command: String
    /// The names of the headers.
    package var headers: [String]
    /// The functions that the library exports; nil where it has not been looked at.
    package var exports: Set<String>?
    /// Whether functions that the library does not export are left out, and not an error.
    package var allowsMissing: Bool

    package init(
      name: String, library: String, architecture: Architecture, command: String,
      headers: [String], exports: Set<String>? = nil, allowsMissing: Bool = false
    ) {
      self.name = name
      self.library = library
      self.architecture = architecture
      self.command = command
      self.headers = headers
      self.exports = exports
      self.allowsMissing = allowsMissing
    }
  }

  /// The Swift source.
  package let text: String
  /// The C declarations in it.
  package let declarations: String
  /// The names in C of the functions that became methods.
  package let functions: [String]
  /// The functions and variables that did not, with the reason for each.
  package let omissions: [Omission]
  /// The functions and variables among the omissions that the library does not export.
  package let missing: [String]
  /// The records that the source has Swift structures for, by their names in C.
  package let records: [String]

  /// Makes the client of what `header` declares.
  package init(_ header: Header, options: Options) {
    var omissions: [Omission] = []
    var missing: [String] = []
    let types = TypePlan(header)
    var plans: [FunctionPlan] = []
    for function in header.functions {
      if let omission = Self.omission(function.name) {
        omissions.append(omission)
        continue
      }
      do throws(Omission) {
        let plan = try FunctionPlanner.plan(function, types)
        if let exports = options.exports, !exports.contains(function.symbol) {
          missing.append(function.name)
          throw Omission("the library does not export it", name: function.name)
        }
        plans.append(plan)
      } catch {
        omissions.append(error)
      }
    }
    var variables: [HeaderVariable] = []
    for variable in header.variables where Self.omission(variable.name) == nil {
      if let exports = options.exports, !exports.contains(variable.symbol) {
        missing.append(variable.name)
        omissions.append(Omission("the library does not export it", name: variable.name))
      } else {
        variables.append(variable)
      }
    }
    let client = ClientWriter(
      options: options, types: types, plans: plans, variables: variables, omissions: omissions)
    (text, declarations, records) = client.write()
    functions = plans.map(\.function.name)
    self.omissions = omissions
    self.missing = missing
  }

  private static func omission(_ name: String) -> Omission? {
    guard name.hasPrefix("__") else { return nil }
    return Omission("its name is reserved for the C library itself", name: name)
  }
}
