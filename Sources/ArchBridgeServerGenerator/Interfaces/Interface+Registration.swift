extension InterfaceRefusal {
  /// Appends an `offer` that says why there is none.
  func writeRegistration(
    of type: DeclaredType, to text: inout SwiftText
  ) throws(ServerDiagnostic) {
    guard type.path.count == 1, type.access == .everywhere else { return }
    let reason = "\(diagnostic.message) (\(diagnostic.place))"
    text.line()
    try text.conditional(type.conditions) { text throws(ServerDiagnostic) in
      try text.block("extension LibraryServer {") { text throws(ServerDiagnostic) in
        text.line(
          "@available(*, unavailable, message: \(SwiftText.literal("it cannot cross: " + reason)))")
        text.line(
          "public final func offer("
            + "_ instance: some \(type.qualifiedName) & AnyObject, prefix: String = \"\") {}")
      }
    }
  }
}

extension Interface {
  /// Appends the server's `offer`, which registers each requirement.
  func writeRegistration(to text: inout SwiftText) throws(ServerDiagnostic) {
    text.line()
    try text.conditional(conditions) { text throws(ServerDiagnostic) in
      try text.block("extension LibraryServer {") { text throws(ServerDiagnostic) in
        let label = SwiftText.lowerCamelCase(name)
        let parameters = "instance: some \(name) & AnyObject, prefix: String = \"\""
        text.line("/// Offers each requirement of `\(name)` under its name, behind `prefix`.")
        try text.block("public final func offer(_ \(parameters)) {") { text in
          text.line("offer(\(label): instance, prefix: prefix)")
        }
        text.line()
        text.line("/// The same, for what is more than a `\(name)`.")
        try text.block("public final func offer(\(label) \(parameters)) {") { text in
          for member in members {
            switch member {
            case .method(let method): method.writeRegistration(to: &text)
            case .property(let property): property.writeRegistration(to: &text)
            }
          }
        }
      }
    }
  }
}

/// The argument that says what help tells, or nothing.
private func help(_ documentation: [String]) -> String {
  documentation.isEmpty
    ? "" : ", help: \(SwiftText.literal(documentation.joined(separator: "\n")))"
}

extension Interface.Method {
  fileprivate func writeRegistration(to text: inout SwiftText) {
    let names = argumentNames.map(SwiftText.literal)
    let declared = parameters.enumerated().map { "value\($0): \($1.type)" }
    let arguments = parameters.enumerated().map { index, parameter in
      (parameter.label.map { "\($0): " } ?? "") + "value\(index)"
    }
    let list = names.isEmpty ? "" : ", parameters: [\(names.joined(separator: ", "))]"
    text.line("register(prefix + \(SwiftText.literal(name))\(list)\(help(documentation))) {")
    text.line(
      "  (\(declared.joined(separator: ", "))) throws(ServerError) -> \(result ?? "Void") in")
    if isMutating { text.line("  var instance = instance") }
    text.line(
      "  \(result == nil ? "" : "return ")\(canThrow ? "try " : "")"
        + "instance.\(SwiftText.identifier(name))"
        + "(\(arguments.joined(separator: ", ")))")
    text.line("}")
  }
}

extension Interface.Property {
  fileprivate func writeRegistration(to text: inout SwiftText) {
    text.line("register(")
    text.line("  property: prefix + \(SwiftText.literal(name))\(help(documentation)),")
    text.line(
      "  get: { () throws(ServerError) -> \(type) in \(canThrow ? "try " : "")"
        + "instance.\(SwiftText.identifier(name)) }"
        + (isSettable ? "," : ")"))
    guard isSettable else { return }
    text.line("  set: { (value: \(type)) throws(ServerError) -> Void in")
    if setterMutates { text.line("    var instance = instance") }
    text.line("    instance.\(SwiftText.identifier(name)) = value")
    text.line("  })")
  }
}
