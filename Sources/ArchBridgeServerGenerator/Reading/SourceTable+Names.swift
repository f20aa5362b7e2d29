internal import SwiftSyntax

extension SourceTable {
  /// A type's text with the full names of the types that these sources declare.
  ///
  /// An extension of `A.B` does not see what `A` declares.
  func spelling(of type: TypeSyntax, in scope: [String]) -> String {
    let rewritten = NameQualifier(table: self, scope: scope).rewrite(type)
    return rewritten.trimmedDescription
  }

  /// The optional's wrapped type where `type` is an optional, however it is spelled.
  func wrapped(_ type: TypeSyntax, in scope: [String]) -> TypeSyntax? {
    let type = resolved(type, in: scope)
    if let optional = type.as(OptionalTypeSyntax.self) { return optional.wrappedType }
    if let optional = type.as(ImplicitlyUnwrappedOptionalTypeSyntax.self) {
      return optional.wrappedType
    }
    return generic("Optional", type)?.first
  }

  /// The arguments of the standard library's generic type of this name.
  func generic(_ name: String, _ type: TypeSyntax) -> [TypeSyntax]? {
    let clause: GenericArgumentClauseSyntax?
    if let type = type.as(IdentifierTypeSyntax.self), type.name.text == name {
      clause = type.genericArgumentClause
    } else if let type = type.as(MemberTypeSyntax.self), type.name.text == name,
      type.baseType.trimmedDescription == "Swift"
    {
      clause = type.genericArgumentClause
    } else {
      return nil
    }
    return clause?.arguments.compactMap { $0.argument.as(TypeSyntax.self) }
  }

  /// The type without parentheses and attributes, and what it stands for where it is an alias.
  func resolved(_ type: TypeSyntax, in scope: [String]) -> TypeSyntax {
    var (type, scope) = (type, scope)
    for _ in 0..<16 {
      if let tuple = type.as(TupleTypeSyntax.self), let only = tuple.elements.first,
        tuple.elements.count == 1, only.firstName == nil
      {
        type = only.type
      } else if let alias = declared(type, in: scope), let aliased = alias.aliased,
        alias.generics == nil
      {
        (type, scope) = (aliased, alias.path.dropLast())
      } else {
        break
      }
    }
    return type
  }

  /// The type of these sources that a name means, an alias being its own.
  func declared(_ type: TypeSyntax, in scope: [String]) -> DeclaredType? {
    if let type = type.as(IdentifierTypeSyntax.self) {
      return self.type(named: type.name.plainText, in: scope)
    }
    guard let type = type.as(MemberTypeSyntax.self),
      let base = declared(type.baseType, in: scope)
    else { return nil }
    return self[base.path + [type.name.plainText]]
  }

  /// The name of the standard library's type, without `Swift.`, where these sources have no other.
  func standardName(_ type: TypeSyntax, in scope: [String]) -> String? {
    let type = resolved(type, in: scope)
    if let type = type.as(IdentifierTypeSyntax.self), declared(TypeSyntax(type), in: scope) == nil {
      return type.name.text
    }
    guard let type = type.as(MemberTypeSyntax.self),
      ["Swift", "ArchBridgeWire", "ArchBridgeServer"].contains(type.baseType.trimmedDescription)
    else { return nil }
    return type.name.text
  }
}

/// Writes the full names of declared types.
private final class NameQualifier: SyntaxRewriter {
  private let table: SourceTable
  private let scope: [String]

  init(table: SourceTable, scope: [String]) {
    self.table = table
    self.scope = scope
    super.init()
  }

  override func visit(_ node: IdentifierTypeSyntax) -> TypeSyntax {
    let node = super.visit(node).as(IdentifierTypeSyntax.self) ?? node
    guard let type = table.type(named: node.name.plainText, in: scope), type.path.count > 1 else {
      return TypeSyntax(node)
    }
    return TypeSyntax(
      node.with(\.name, node.name.with(\.tokenKind, .identifier(type.qualifiedName))))
  }
}
