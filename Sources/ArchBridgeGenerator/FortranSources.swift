internal import ArchBridgeABI
internal import ArchBridgeBindings
internal import FoundationEssentials

/// Fortran sources of which a client is made.
struct FortranSources {
  private var declarations = FortranDeclarations()
  /// What is known to be missing from them, each with the reason.
  private var omissions: [(name: String, reason: String)] = []

  /// Whether a file's name is that of a Fortran source.
  static func isSource(_ path: String) -> Bool {
    let name = path.lowercased()
    return [".f", ".for", ".ftn", ".f77", ".f90", ".f95", ".f03", ".f08", ".f18", ".fpp"]
      .contains { name.hasSuffix($0) }
  }

  /// Reads the sources in their order, so that one can use the modules of those before it.
  init(_ paths: [String], _ architecture: Architecture) throws {
    if let header = paths.first(where: { !Self.isSource($0) }) {
      throw CommandFailure(
        "\(header) is no Fortran source; write a client of its own from the C headers")
    }
    for path in paths {
      guard let contents = FileManager.default.contents(atPath: path) else {
        throw CommandFailure("\(path) cannot be read")
      }
      do throws(DeclarationError) {
        try declarations.parse(
          String(decoding: contents, as: UTF8.self), form: FortranForm(ofFile: path),
          on: architecture.dataModel)
      } catch {
        throw CommandFailure("\(path):\(error.line):\(error.column): \(error.message)")
      }
    }
    guard !declarations.procedures.isEmpty || !declarations.variables.isEmpty else {
      throw CommandFailure("\(paths[0]) has no procedure that others can call")
    }
  }

  /// Takes what was read from something else than sources.
  init(_ declarations: FortranDeclarations, omissions: [(name: String, reason: String)]) {
    self.declarations = declarations
    self.omissions = omissions
  }

  /// The client.
  func bindings(_ options: Bindings.Options) throws -> GeneratedClient {
    do throws(BindingsError) {
      let bindings = try FortranBindings(declarations, omissions: omissions, options: options)
      return GeneratedClient(
        text: bindings.text, functions: bindings.procedures, omissions: bindings.omissions)
    } catch {
      let advice = "; --allow-missing leaves out what it does not export"
      throw CommandFailure(error.message + (error.isMissing ? advice : ""))
    }
  }
}
