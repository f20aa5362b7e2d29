internal import SwiftSyntax

/// A type's conformance to `WireValue`, in the shape of its synthesised `Codable`.
struct Conformance {
  private let type: DeclaredType
  private let claim: CodingClaim
  private let own: OwnWitnesses
  private let witnesses: (any CodingWitnesses)?
  /// The generic parameters whose values are coded.
  private let parameters: [String]

  /// Nil where the type does not say that it is coded, or says so where the helper does not see it.
  init?(_ type: DeclaredType, in table: SourceTable) throws(ServerDiagnostic) {
    guard [.structure, .enumeration, .reference].contains(type.kind),
      !HelperCondition.excludes(type.conditions),
      let claim = try CodingClaim(type, in: table), !HelperCondition.excludes(claim.conditions)
    else { return nil }
    self.type = type
    self.claim = claim
    own = OwnWitnesses(type)
    parameters = Self.codedParameters(of: type, claim, in: table)
    guard !(own.writes && own.reads) else {
      witnesses = nil
      return
    }
    if type.kind == .reference {
      throw table.diagnostic(
        claim.place,
        "objects of a class cannot cross; make \(type.qualifiedName) a struct")
    }
    if type.access == .hidden {
      throw table.diagnostic(
        type.name,
        "\(type.qualifiedName) is coded in a generated file, which does not see it; write it "
          + "without private")
    }
    if let byHand = own.encoding ?? own.decoding {
      throw table.diagnostic(
        byHand,
        "the helper has no Encoder and no Decoder; write "
          + "`func write(to writer: inout CBORWriter)` and "
          + "`init(from reader: inout CBORReader) throws(CBORError)` too, or neither of these")
    }
    if let raw = try RawValueConformance(type, in: table) {
      witnesses = raw
    } else if type.kind == .enumeration {
      witnesses = try EnumerationConformance(type, in: table)
    } else {
      witnesses = try StructureConformance(type, in: table)
    }
  }

  /// Why a type that other sources declare cannot be made codable here; nil where nothing says so.
  static func refusal(
    of declaration: ExtensionDeclSyntax, in table: SourceTable
  ) -> ServerDiagnostic? {
    let claim = declaration.inheritanceClause?.inheritedTypes.first {
      CodingClaim.names(in: $0.type, scope: [], table: table).contains { $0 != "WireValue" }
    }
    guard let claim else { return nil }
    let name = declaration.extendedType.trimmedDescription
    return table.diagnostic(
      claim.type,
      "\(name) is not declared in these sources, and what it consists of is not known; write "
        + "WireValue and its members by hand")
  }

  /// Appends what the user has not written.
  func write(to text: inout SwiftText) throws(ServerDiagnostic) {
    guard !own.name || witnesses != nil || !claim.isWireValue else { return }
    let access = type.access.prefix
    let demands = parameters.map { "\($0): WireValue" }.joined(separator: ", ")
    let condition = demands.isEmpty ? "" : " where \(demands)"
    let conditions =
      type.conditions == claim.conditions ? type.conditions : type.conditions + claim.conditions
    text.line()
    try text.conditional(conditions) { text throws(ServerDiagnostic) in
      if !own.name || witnesses != nil {
        try text.block("extension \(type.qualifiedName)\(condition) {") {
          text throws(ServerDiagnostic) in try writeMembers(access, to: &text)
        }
      }
      if !claim.isWireValue {
        text.line("#if !hasFeature(Embedded)")
        text.line("extension \(type.qualifiedName): WireValue\(condition) {}")
        text.line("#endif")
      }
    }
  }

  private func writeMembers(
    _ access: String, to text: inout SwiftText
  ) throws(ServerDiagnostic) {
    if !own.name {
      let parameters = parameters.map { "\\(\($0).wireName)" }.joined(separator: ", ")
      let name = type.qualifiedName + (parameters.isEmpty ? "" : "<\(parameters)>")
      text.line("\(access)static var wireName: String { \"\(name)\" }")
    }
    guard let witnesses else { return }
    if !own.writes {
      text.line()
      try text.block("\(access)func write(to writer: inout CBORWriter) {") { text in
        witnesses.write(to: &text)
      }
    }
    if !own.reads {
      text.line()
      try text.block(
        "\(access)init(from reader: inout CBORReader) throws(CBORError) {"
      ) { text in witnesses.read(to: &text) }
    }
  }

  /// The generic parameters that the type, one around it, or the extension that makes it codable,
  /// demands to be.
  private static func codedParameters(
    of type: DeclaredType, _ claim: CodingClaim, in table: SourceTable
  ) -> [String] {
    func isCoded(_ demanded: TypeSyntax) -> Bool {
      !CodingClaim.names(in: demanded, scope: type.path, table: table).isEmpty
    }
    let around = type.path.indices.compactMap { table[Array(type.path[...$0])] }
    let parameters = around.flatMap { $0.generics?.parameters.map { $0 } ?? [] }
    let clauses = (around.map(\.requirements) + [claim.requirements]).compactMap(\.self)
    let demanded = clauses.flatMap(\.requirements).compactMap { requirement -> String? in
      guard case .conformanceRequirement(let demand) = requirement.requirement,
        isCoded(demand.rightType)
      else { return nil }
      return demand.leftType.trimmedDescription
    }
    return parameters.filter {
      $0.inheritedType.map(isCoded) ?? false || demanded.contains($0.name.text)
    }.map(\.name.text)
  }
}
