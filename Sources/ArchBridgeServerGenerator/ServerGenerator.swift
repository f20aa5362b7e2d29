internal import SwiftSyntax

/// What a server's Swift sources need beside them, made from their texts alone.
///
/// **Values.** For every structure and enum that says `Codable`, in its declaration or in an
/// extension, the server's text has a conformance to `WireValue` whose form on the wire is that of
/// the synthesised `Codable`: `CodingKeys` are honoured, an optional that is nil is left out, an
/// enum is its raw value or a map from its case to its payload. What a type has by hand of
/// `wireName`, `write(to:)` and `init(from:)` is left alone. The text compiles both for 64 bits and
/// for the helper.
///
/// **Protocols.** For every public protocol whose requirements can all cross, the server's text
/// has `offer`, which registers them, and the client's text has a class that conforms to it and
/// asks another process: `PowermeterClient` for `Powermeter`, made from a server's program or from
/// a `LibraryClient`, so that one process may have several. Requirements are methods and
/// properties of types that cross; a method with a result says `throws(ServerError)`. Other
/// protocols are left out, with the reason as a comment in the client's text, and as the error of
/// whoever offers one; one that refines `ServerInterface` has to cross, and the reason is an error.
/// An internal protocol gets neither.
/// What a client's member that cannot throw fails with, the next one that can throws; a property
/// that cannot throw then gives the last value that it had, empty at first.
///
/// What cannot be generated is a diagnostic that points into the user's file and says what to
/// write. What the compiler refuses anyway, syntax errors above all, is left to the compiler.
public struct ServerGenerator: Sendable {
  /// What is wrong with the sources; then the texts lack what it is about.
  public let diagnostics: [ServerDiagnostic]
  /// A source for the server's own module: the conformances, and `offer` for each protocol.
  public let serverText: String
  /// A source for a module that imports the server's: a client for each protocol.
  public let clientText: String

  /// Reads the sources of a server's module.
  ///
  /// - Parameters:
  ///   - sources: all Swift files of the module.
  ///   - module: the module's name, for the client to import.
  public init(_ sources: [ServerSource], module: String) {
    let table = SourceTable(sources)
    var (server, client) = (SwiftText(), SwiftText())
    var diagnostics: [ServerDiagnostic] = []
    var (isPublic, hasClient, keepsFailures) = (false, false, false)
    for declaration in table.foreignExtensions {
      if let diagnostic = Conformance.refusal(of: declaration, in: table) {
        diagnostics.append(diagnostic)
      }
    }
    for type in table.types where type.kind != .interface {
      do throws(ServerDiagnostic) {
        guard let conformance = try Conformance(type, in: table) else { continue }
        try conformance.write(to: &server)
        isPublic = isPublic || type.access == .everywhere
      } catch {
        diagnostics.append(error)
      }
    }
    for type in table.types where type.kind == .interface {
      do throws(InterfaceRefusal) {
        guard let interface = try InterfaceReader.interface(of: type, in: table) else { continue }
        try? interface.writeRegistration(to: &server)
        try? interface.writeClient(to: &client)
        (isPublic, hasClient) = (true, true)
        keepsFailures = keepsFailures || interface.keepsFailures
      } catch {
        switch error {
        case .wrong(let diagnostic): diagnostics.append(diagnostic)
        case .leftOut(let diagnostic):
          client.line()
          client.line("// \(type.qualifiedName) has no client: \(diagnostic.place)")
          client.line("// \(diagnostic.message)")
          try? error.writeRegistration(of: type, to: &server)
          isPublic = isPublic || type.access == .everywhere
        }
      }
    }
    self.diagnostics = diagnostics
    serverText = Self.text(
      ["\(isPublic ? "public " : "")import ArchBridgeServer"], server)
    let synchronization = keepsFailures ? ["internal import Synchronization"] : []
    let imports = ["ArchBridge", "ArchBridgeServer", module].map { "public import \($0)" }
    if hasClient { Self.writeBridging(to: &client) }
    clientText = Self.text(hasClient ? imports + synchronization : [], client)
  }

  /// Appends how a client's error becomes the server's, with its name and its message.
  private static func writeBridging(to text: inout SwiftText) {
    text.line()
    text.line("extension ServerError {")
    text.line("  fileprivate init(_ error: BridgeError) {")
    text.line("    self.init(error.serverErrorName ?? error.code.rawValue, error.message)")
    text.line("  }")
    text.line("}")
  }

  private static func text(_ imports: [String], _ body: SwiftText) -> String {
    let heading = [
      "// Generated from the server's sources. Changes to this file are lost.",
      "// swift-format-ignore-file", "",
    ]
    return (heading + imports + body.lines).joined(separator: "\n") + "\n"
  }
}
