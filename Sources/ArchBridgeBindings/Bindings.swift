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
  ///
  /// - Parameter layouts: what clang says of the records; each that becomes a structure is compared.
  /// - Throws: what the library does not export, unless it is to be left out, and a record that
  ///   clang lays out in another way than calls would.
  package init(
    _ header: Header, layouts: RecordLayouts, options: Options
  ) throws(BindingsError) {
    var header = header
    var first = Draft(header, options)
    if !options.allowsMissing, !first.missing.isEmpty {
      throw BindingsError(
        "\(options.library) does not export \(first.missing.joined(separator: ", "))",
        isMissing: true)
    }
    // How a record goes by value is known when its declaration has been read.
    let check = try DeclarationCheck(first.declarations, options.architecture)
    let refused = check.refused(first.functions)
    if !refused.isEmpty {
      for index in header.functions.indices {
        guard let reason = refused[header.functions[index].name] else { continue }
        header.functions[index].omission = reason
      }
      first = Draft(header, options)
    }
    for record in first.records.compactMap({ header.records[$0] }) {
      try check.compare(record, layouts.layout(of: record))
    }
    text = first.text
    declarations = first.declarations
    functions = first.functions.map(\.name)
    omissions = first.omissions
    missing = first.missing
    records = first.records.compactMap { header.records[$0]?.spelling }
  }
}

/// A client before its declarations have been looked at.
private struct Draft {
  var functions: [HeaderFunction] = []
  var omissions: [Omission] = []
  var missing: [String] = []
  let text: String
  let declarations: String
  let records: [String]

  init(_ header: Header, _ options: Bindings.Options) {
    let types = TypePlan(header, client: options.name)
    omissions = header.omissions
    var plans: [FunctionPlan] = []
    for function in header.functions {
      do throws(Omission) {
        try Self.checkName(function.name)
        let plan = try FunctionPlanner.plan(function, types)
        try Self.checkExport(function.symbol, function.name, options)
        plans.append(plan)
        functions.append(function)
      } catch {
        if error.isMissing { missing.append(function.name) }
        omissions.append(error)
      }
    }
    var variables: [HeaderVariable] = []
    for variable in header.variables {
      do throws(Omission) {
        try Self.checkName(variable.name)
        if let reason = header.unwritable(variable.type) {
          throw Omission("its type is \(reason)", name: variable.name)
        }
        if case .record(let key) = header.resolved(variable.type), types.isOpaque(key) {
          throw Omission("its type is not defined", name: variable.name)
        }
        try Self.checkExport(variable.symbol, variable.name, options)
        variables.append(variable)
      } catch {
        if error.isMissing { missing.append(variable.name) }
        omissions.append(error)
      }
    }
    let client = ClientWriter(
      options: options, types: types, plans: plans, variables: variables, omissions: omissions)
    (text, declarations, records) = client.write()
  }

  private static func checkName(_ name: String) throws(Omission) {
    if name.hasPrefix("__") {
      throw Omission("the names are reserved for the C library itself", name: name)
    }
  }

  private static func checkExport(
    _ symbol: String, _ name: String, _ options: Bindings.Options
  ) throws(Omission) {
    if let exports = options.exports, !exports.contains(symbol) {
      throw Omission(Omission.missing, name: name)
    }
  }
}
