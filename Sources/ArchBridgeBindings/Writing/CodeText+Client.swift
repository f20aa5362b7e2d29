internal import ArchBridgeABI

/// What the source of every client has.
extension CodeText {
  /// Adds how the source is written again, what is not in it, and its imports.
  mutating func addHead(_ options: Bindings.Options, _ omissions: [Omission]) {
    add("// Made from \(options.headers.joined(separator: ", ")); this writes it again:")
    add("//")
    add("//     \(options.command)")
    if !omissions.isEmpty {
      add("//")
      add("// Left out:")
      for line in Omission.lines(omissions) {
        for part in CodeText.wrapped("- " + line, width: CodeText.lineLength - 3) {
          add("// " + part)
        }
      }
    }
    separate()
    add("public import ArchBridge")
    separate()
  }

  /// Adds the initializer, which calls `declare` with these arguments.
  mutating func addInitializer(_ options: Bindings.Options, declaring arguments: String) {
    document(["Starts a helper, and loads the library into it."])
    let architecture =
      options.architecture.name == "i386" ? "" : "architecture: .\(options.architecture.name)"
    add(
      "public override init",
      [
        "_ library: String = \(SwiftLiteral.text(options.library))",
        "configuration: Configuration = Configuration(\(architecture))",
      ], " throws(BridgeError) {", hangs: true)
    indent()
    add("try super.init(library, configuration: configuration)")
    add("try declare(\(arguments))")
    outdent()
    add("}")
  }
}
