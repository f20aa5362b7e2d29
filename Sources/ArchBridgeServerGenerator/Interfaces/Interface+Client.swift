extension Interface {
  /// Appends the client that stands for what another process offers.
  func writeClient(to text: inout SwiftText) throws(ServerDiagnostic) {
    text.line()
    try text.conditional(conditions) { text throws(ServerDiagnostic) in
      for line in documentation.isEmpty ? ["A `\(name)` in another process."] : documentation {
        text.line(line.isEmpty ? "///" : "/// \(line)")
      }
      try text.block("public final class \(name)Client: \(name), Sendable {") {
        text throws(ServerDiagnostic) in
        try writeInitializers(to: &text)
        if keepsFailures { try writeKept(to: &text) }
        for member in members {
          text.line()
          switch member {
          case .method(let method): try write(method, to: &text)
          case .property(let property): try write(property, to: &text)
          }
        }
      }
    }
  }

  private func write(_ method: Method, to text: inout SwiftText) throws(ServerDiagnostic) {
    writeDocumentation(method.documentation, to: &text)
    if method.isDiscardable { text.line("@discardableResult") }
    let parameters = method.parameters.map(\.spelling)
    let arguments = zip(method.argumentNames, method.parameters).map { label, parameter in
      "\(SwiftText.literal(label)): \(SwiftText.identifier(parameter.name))"
    }
    let call =
      "try self.client.server.call(self.prefix + \(SwiftText.literal(method.name)), "
      + "[\(arguments.isEmpty ? ":" : arguments.joined(separator: ", "))])"
    try text.block(
      "public func \(SwiftText.identifier(method.name))(\(parameters.joined(separator: ", ")))"
        + (method.canThrow ? " throws(ServerError)" : "")
        + (method.result.map { " -> \($0)" } ?? "") + " {"
    ) { text in
      if method.canThrow {
        writeAttempt((method.result == nil ? "" : "return ") + call, to: &text)
      } else {
        text.line("do { \(call) } catch { self.keep(error) }")
      }
    }
  }

  private func write(_ property: Property, to text: inout SwiftText) throws(ServerDiagnostic) {
    let name = SwiftText.literal(property.name)
    writeDocumentation(property.documentation, to: &text)
    try text.block("public var \(SwiftText.identifier(property.name)): \(property.type) {") {
      text throws(ServerDiagnostic) in
      try text.block("get\(property.canThrow ? " throws(ServerError)" : "") {") { text in
        if property.canThrow {
          writeAttempt("return try self.client.server.get(self.prefix + \(name))", to: &text)
        } else {
          text.line("do {")
          text.line(
            "  let value: \(property.type) = try self.client.server.get(self.prefix + \(name))")
          text.line("  kept.withLock { $0.\(SwiftText.identifier(property.name)) = value }")
          text.line("} catch { self.keep(error) }")
          text.line("return kept.withLock { $0.\(SwiftText.identifier(property.name)) }")
        }
      }
      guard property.isSettable else { return }
      text.line(
        "set { do { try self.client.server.set(self.prefix + \(name), newValue) } "
          + "catch { self.keep(error) } }")
    }
  }

  private func writeDocumentation(_ documentation: [String], to text: inout SwiftText) {
    for line in documentation { text.line(line.isEmpty ? "///" : "/// \(line)") }
  }

  /// Appends a statement whose failure the server's own error tells.
  private func writeAttempt(_ statement: String, to text: inout SwiftText) {
    if keepsFailures { text.line("try self.throwFailure()") }
    text.line("do {")
    text.line("  \(statement)")
    text.line("} catch {")
    text.line("  throw ServerError(error)")
    text.line("}")
  }

  private func writeInitializers(to text: inout SwiftText) throws(ServerDiagnostic) {
    text.line("/// The client of the server's process.")
    text.line("public let client: LibraryClient")
    text.line("private let prefix: String")
    text.line()
    text.line("/// Stands for what the client's server offers behind `prefix`.")
    try text.block("public init(_ client: LibraryClient, prefix: String = \"\") {") { text in
      text.line("self.client = client")
      text.line("self.prefix = prefix")
    }
    text.line()
    text.line("/// Starts a server, and stands for what it offers.")
    text.line("public convenience init(")
    text.line("  server: ServerProgram,")
    text.line("  arguments: KeyValuePairs<String, any Encodable & Sendable> = [:],")
    text.line("  configuration: LibraryClient.Configuration = LibraryClient.Configuration()")
    try text.block(") throws(BridgeError) {") { text in
      text.line("self.init(")
      text.line("  try LibraryClient(")
      text.line("    server: server, arguments: arguments, configuration: configuration))")
    }
  }

  /// Appends what members that cannot throw keep for those that can, and the last readings.
  private func writeKept(to text: inout SwiftText) throws(ServerDiagnostic) {
    text.line()
    try text.block("private struct Kept {") { text in
      text.line("var failure: ServerError?")
      for property in settledProperties {
        text.line(
          "var \(SwiftText.identifier(property.name)): \(property.type) = \(property.first ?? "")")
      }
    }
    text.line()
    text.line("private let kept = Mutex(Kept())")
    text.line()
    text.line("/// The failure of a member that cannot throw, until one that can throws it.")
    text.line("public var failure: ServerError? { kept.withLock { $0.failure } }")
    text.line()
    try text.block("private func keep(_ error: BridgeError) {") { text in
      text.line("kept.withLock { $0.failure = $0.failure ?? ServerError(error) }")
    }
    text.line()
    try text.block("private func throwFailure() throws(ServerError) {") { text in
      text.line("let failure = kept.withLock { kept in")
      text.line("  defer { kept.failure = nil }")
      text.line("  return kept.failure")
      text.line("}")
      text.line("if let failure { throw failure }")
    }
  }
}

extension Interface.Parameter {
  /// As a method declares it.
  fileprivate var spelling: String {
    let name = SwiftText.identifier(name)
    let words = label == self.name ? name : "\(label ?? "_") \(name)"
    return "\(words): \(type)"
  }
}
