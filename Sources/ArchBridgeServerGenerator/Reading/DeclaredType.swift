internal import SwiftSyntax

/// A type that the sources declare, with what its extensions add.
struct DeclaredType {
  enum Kind {
    case structure, enumeration, reference, interface, alias
  }

  /// A member, and the conditions of the `#if` blocks around it within the type.
  struct Member {
    let declaration: DeclSyntax
    let conditions: [String]
  }

  /// A type that the type says it conforms to or inherits from.
  struct Inheritance {
    let type: TypeSyntax
    /// What an extension that says it demands.
    let requirements: GenericWhereClauseSyntax?
    /// The conditions of the `#if` blocks around what says it.
    let conditions: [String]
  }

  /// The names of the types around it, and its own.
  let path: [String]
  let kind: Kind
  let declaration: DeclSyntax
  /// The name's token, where errors point.
  let name: TokenSyntax
  let access: Access
  /// The conditions of the `#if` blocks around it.
  let conditions: [String]
  let generics: GenericParameterClauseSyntax?
  let requirements: GenericWhereClauseSyntax?
  /// What the declaration itself has.
  let members: [Member]
  /// What extensions have.
  private(set) var addedMembers: [Member] = []
  private(set) var inheritances: [Inheritance]

  init(
    path: [String], kind: Kind, declaration: some DeclSyntaxProtocol & NamedDeclSyntax,
    access: Access, conditions: [String], generics: GenericParameterClauseSyntax?,
    requirements: GenericWhereClauseSyntax?, members: [Member], inherited: [TypeSyntax]
  ) {
    self.path = path
    self.kind = kind
    self.declaration = DeclSyntax(declaration)
    self.name = declaration.name
    self.access = access
    self.conditions = conditions
    self.generics = generics
    self.requirements = requirements
    self.members = members
    self.inheritances = inherited.map {
      Inheritance(type: $0, requirements: nil, conditions: conditions)
    }
  }

  /// The full name, as other files write it.
  var qualifiedName: String { path.joined(separator: ".") }

  /// What the declaration and all its extensions have.
  var allMembers: [Member] { members + addedMembers }

  /// What an alias stands for.
  var aliased: TypeSyntax? {
    declaration.as(TypeAliasDeclSyntax.self)?.initializer.value
  }

  mutating func add(_ declaration: ExtensionDeclSyntax, conditions: [String]) {
    addedMembers += DeclarationReader.members(of: declaration.memberBlock, conditions: [])
    for inherited in declaration.inheritanceClause?.inheritedTypes ?? [] {
      inheritances.append(
        Inheritance(
          type: inherited.type, requirements: declaration.genericWhereClause,
          conditions: conditions))
    }
  }
}
