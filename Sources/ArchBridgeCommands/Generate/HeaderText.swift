internal import ArchBridge
internal import ArchBridgeBindings

/// The C declarations of a header, as clang reads it.
struct HeaderText {
  private let architecture: Architecture
  private let includeFolders: [String]

  init(_ architecture: Architecture, includeFolders: [String]) {
    self.architecture = architecture
    self.includeFolders = includeFolders
  }

  /// What a client can declare of a header: its types, functions, variables and constants.
  func declarations(of header: String, for library: String) throws -> String {
    let path = try HeaderLookup(architecture, includeFolders).path(of: header)
    let compilation = try HeaderCompilation(
      [path], for: architecture, options: includeFolders.flatMap { ["-I", $0] })
    let options = Bindings.Options(
      name: "Library", library: library, architecture: architecture, command: "",
      headers: [header], allowsMissing: true)
    do throws(BindingsError) {
      let bindings = try Bindings(
        compilation.header, layouts: compilation.layouts, options: options)
      return bindings.declarations + "\n" + Self.constants(compilation.header.constants)
    } catch {
      throw CommandFailure("\(header): \(error.message)")
    }
  }

  /// The macros that stand for whole numbers, as enumerations.
  private static func constants(_ constants: [HeaderConstant]) -> String {
    constants.compactMap { constant in
      guard case .integer(_, let value) = constant.value else { return nil }
      return "enum { \(constant.name) = \(value) };\n"
    }.joined()
  }
}
