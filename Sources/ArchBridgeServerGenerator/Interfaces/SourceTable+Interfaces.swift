internal import SwiftSyntax

extension SourceTable {
  /// The types that cross and that no server declares.
  private static let standardTypes: Set<String> = [
    "Bool", "String", "Int", "Int8", "Int16", "Int32", "Int64", "Int128", "UInt", "UInt8",
    "UInt16", "UInt32", "UInt64", "UInt128", "Float", "Double", "WireBytes", "WireDate",
  ]

  /// Why a value of this type cannot be an argument or a result; nil where it can.
  func crossingRefusal(of type: TypeSyntax, in scope: [String]) -> String? {
    if let attributed = type.as(AttributedTypeSyntax.self) {
      return "\(attributed.trimmedDescription) cannot cross; write a plain type"
    }
    if let refusal = refusal(of: type, in: scope) { return refusal }
    for name in leaves(of: type, in: scope) {
      if let declared = declared(name, in: scope) {
        let claim = try? CodingClaim(declared, in: self)
        if claim.flatMap(\.self) == nil {
          return "\(declared.qualifiedName) does not cross; write `Codable, Sendable` where it is "
            + "declared"
        }
      } else if !Self.standardTypes.contains(standardName(name, in: scope) ?? "") {
        return "\(name.trimmedDescription) is no type that crosses; declare a Codable one beside "
          + "the protocol"
      }
    }
    return nil
  }

  /// The first type of these sources that does not say that it is `Sendable`.
  func unsendable(_ type: TypeSyntax, in scope: [String]) -> String? {
    leaves(of: type, in: scope).lazy.compactMap { declared($0, in: scope) }
      .first { !isSendable($0, depth: 0) }?.qualifiedName
  }

  private func isSendable(_ type: DeclaredType, depth: Int) -> Bool {
    depth < 16
      && type.inheritances.contains { inheritance in
        let words = resolved(inheritance.type, in: type.path).trimmedDescription
          .split { " &.".contains($0) }
        if words.contains("Sendable") { return true }
        guard let parent = declared(inheritance.type, in: type.path) else { return false }
        return isSendable(parent, depth: depth + 1)
      }
  }

  /// The named types in a type of optionals, arrays, dictionaries and generic arguments.
  private func leaves(of type: TypeSyntax, in scope: [String]) -> [TypeSyntax] {
    let type = resolved(type, in: scope)
    if let wrapped = wrapped(type, in: scope) { return leaves(of: wrapped, in: scope) }
    if let array = type.as(ArrayTypeSyntax.self) { return leaves(of: array.element, in: scope) }
    if let dictionary = type.as(DictionaryTypeSyntax.self) {
      return leaves(of: dictionary.key, in: scope) + leaves(of: dictionary.value, in: scope)
    }
    for name in ["Array", "Dictionary"] {
      if let arguments = generic(name, type) {
        return arguments.flatMap { leaves(of: $0, in: scope) }
      }
    }
    let arguments = type.as(IdentifierTypeSyntax.self)?.genericArgumentClause?.arguments ?? []
    return [type]
      + arguments.compactMap { $0.argument.as(TypeSyntax.self) }
      .flatMap { leaves(of: $0, in: scope) }
  }
}
