internal import SwiftSyntax

/// What a server's Swift sources need beside them, made from their texts alone.
///
/// For every structure and enum that says `Codable`, in its declaration or in an extension, it
/// writes a conformance to `WireValue` whose form on the wire is that of the synthesised `Codable`:
/// `CodingKeys` are honoured, an optional that is nil is left out, an enum is its raw value or a
/// map from its case to its payload. What a type has by hand of `wireName`, `write(to:)` and
/// `init(from:)` is left alone. The text compiles both for 64 bits and for the helper.
///
/// What cannot be generated is a diagnostic that points into the user's file and says what to
/// write. What the compiler refuses anyway, syntax errors above all, is left to the compiler.
public struct ServerGenerator: Sendable {
  /// What is wrong with the sources, in their order; then the texts lack what it is about.
  public let diagnostics: [ServerDiagnostic]
  /// A source for the server's own module: the conformances.
  public let serverText: String

  /// Reads the sources of a server's module.
  ///
  /// - Parameters:
  ///   - sources: all Swift files of the module.
  public init(_ sources: [ServerSource]) {
    let table = SourceTable(sources)
    var text = SwiftText()
    var diagnostics: [ServerDiagnostic] = []
    var isPublic = false
    for type in table.types {
      do throws(ServerDiagnostic) {
        guard let conformance = try Conformance(type, in: table) else { continue }
        try conformance.write(to: &text)
        isPublic = isPublic || type.access == .everywhere
      } catch {
        diagnostics.append(error)
      }
    }
    self.diagnostics = diagnostics
    serverText =
      (Self.heading + ["\(isPublic ? "public " : "")import ArchBridgeServer"] + text.lines)
      .joined(separator: "\n") + "\n"
  }

  private static let heading = [
    "// Generated from the server's sources. Changes to this file are lost.",
    "// swift-format-ignore-file", "",
  ]
}
