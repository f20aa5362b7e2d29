package import ArchBridgeABI
internal import ArchBridgeBindings

/// The C declarations of a header, as clang reads it.
package struct HeaderText {
  private let architecture: Architecture
  private let includeFolders: [String]

  package init(_ architecture: Architecture, includeFolders: [String]) {
    self.architecture = architecture
    self.includeFolders = includeFolders
  }

  /// What a client can declare of a header: its types, functions, variables and constants.
  package func declarations(of header: String, for library: String) throws -> String {
    let path = try HeaderLookup(architecture, includeFolders).path(of: header)
    let compilation = try HeaderCompilation(
      [path], for: architecture, options: includeFolders.flatMap { ["-I", $0] })
    let options = Bindings.Options(
      name: "Library", library: library, architecture: architecture, command: "",
      headers: [header], allowsMissing: true)
    do throws(BindingsError) {
      let bindings = try Bindings(
        compilation.header, layouts: compilation.layouts, options: options)
      return bindings.declarations + "\n"
        + Self.constants(compilation.header.constants, beside: bindings.declarations)
    } catch {
      throw CommandFailure("\(header): \(error.message)")
    }
  }

  /// The macros that stand for whole numbers, as enumerations; not those whose names the
  /// declarations have given already, as a macro that stands for an enumerator of its name.
  private static func constants(
    _ constants: [HeaderConstant], beside declarations: String
  ) -> String {
    var known = CDeclarations()
    try? known.parse(declarations)
    return constants.compactMap { constant in
      guard case .integer(_, let value) = constant.value else { return nil }
      let text = "enum { \(constant.name) = \(value) };\n"
      do throws(DeclarationError) {
        try known.parse(text)
        return text
      } catch {
        return nil
      }
    }.joined()
  }
}
