internal import SwiftSyntax

/// What a type says about coding itself, in its declaration, in extensions, or through protocols.
struct CodingClaim {
  /// Where the type says it.
  let place: TypeSyntax
  /// The conditions of the `#if` blocks around that.
  let conditions: [String]
  /// What an extension that says it demands.
  let requirements: GenericWhereClauseSyntax?
  /// Whether it names `WireValue` itself, so that nothing is left to be said.
  let isWireValue: Bool

  /// The claim of `type`, or nil where it says nothing.
  ///
  /// - Throws: an error where the helper, which has one protocol alone, cannot follow.
  init?(_ type: DeclaredType, in table: SourceTable) throws(ServerDiagnostic) {
    var found: [(name: String, inheritance: DeclaredType.Inheritance)] = []
    for inheritance in type.inheritances {
      for name in Self.names(in: inheritance.type, scope: type.path, table: table) {
        found.append((name, inheritance))
      }
    }
    guard let first = found.first else { return nil }
    if found.count > 1, let second = found.dropFirst().first(where: { $0.name != "" }) {
      throw table.diagnostic(
        second.inheritance.type,
        "\(type.qualifiedName) names two of Codable, Encodable, Decodable and WireValue, which are "
          + "one protocol in the helper; write Codable alone")
    }
    if first.name == "Encodable" || first.name == "Decodable" {
      throw table.diagnostic(
        first.inheritance.type,
        "what is \(first.name) alone cannot cross in both directions; write Codable")
    }
    place = first.inheritance.type
    conditions = first.inheritance.conditions
    requirements = first.inheritance.requirements
    isWireValue = first.name == "WireValue"
  }

  /// The coding protocols that a type in an inheritance clause names; "" stands for a protocol of
  /// these sources that inherits from one.
  static func names(
    in type: TypeSyntax, scope: [String], table: SourceTable, depth: Int = 0
  ) -> [String] {
    guard depth < 16 else { return [] }
    // `@retroactive Codable` says Codable.
    let type = type.as(AttributedTypeSyntax.self)?.baseType ?? type
    if let composition = table.resolved(type, in: scope).as(CompositionTypeSyntax.self) {
      return composition.elements.flatMap {
        names(in: $0.type, scope: scope, table: table, depth: depth + 1)
      }
    }
    if let declared = table.declared(table.resolved(type, in: scope), in: scope) {
      guard declared.kind == .interface else { return [] }
      let inherits = declared.inheritances.contains {
        !names(in: $0.type, scope: declared.path, table: table, depth: depth + 1).isEmpty
      }
      return inherits ? [""] : []
    }
    guard let name = table.standardName(type, in: scope) else { return [] }
    return ["Codable", "Encodable", "Decodable", "WireValue"].contains(name) ? [name] : []
  }
}
