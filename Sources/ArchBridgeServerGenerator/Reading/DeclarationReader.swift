internal import SwiftSyntax

/// Finds the types of a source, nested ones too, and the extensions; not what functions declare.
struct DeclarationReader {
  private(set) var types: [DeclaredType] = []
  private(set) var extensions: [(declaration: ExtensionDeclSyntax, conditions: [String])] = []

  static func read(_ tree: SourceFileSyntax) -> DeclarationReader {
    var reader = DeclarationReader()
    let members = Self.declarations(of: tree.statements, conditions: [])
    for member in members { reader.read(member, in: [], access: .everywhere) }
    return reader
  }

  /// The names in what an extension extends.
  static func path(of declaration: ExtensionDeclSyntax) -> [String] {
    declaration.extendedType.trimmedDescription.split(separator: ".").map(String.init)
  }

  /// The members, those within `#if` blocks too.
  static func members(
    of block: MemberBlockSyntax, conditions: [String]
  ) -> [DeclaredType.Member] {
    members(of: block.members, conditions: conditions)
  }

  private static func members(
    of items: MemberBlockItemListSyntax, conditions: [String]
  ) -> [DeclaredType.Member] {
    items.flatMap { item -> [DeclaredType.Member] in
      guard let block = item.decl.as(IfConfigDeclSyntax.self) else {
        return [.init(declaration: item.decl, conditions: conditions)]
      }
      return clauses(of: block).flatMap { elements, condition -> [DeclaredType.Member] in
        guard case .decls(let items) = elements else { return [] }
        return members(of: items, conditions: conditions + [condition])
      }
    }
  }

  private static func declarations(
    of items: CodeBlockItemListSyntax, conditions: [String]
  ) -> [DeclaredType.Member] {
    items.flatMap { item -> [DeclaredType.Member] in
      guard case .decl(let declaration) = item.item else { return [] }
      guard let block = declaration.as(IfConfigDeclSyntax.self) else {
        return [.init(declaration: declaration, conditions: conditions)]
      }
      return clauses(of: block).flatMap { elements, condition -> [DeclaredType.Member] in
        guard case .statements(let items) = elements else { return [] }
        return declarations(of: items, conditions: conditions + [condition])
      }
    }
  }

  /// What each clause of an `#if` holds, and when.
  private static func clauses(
    of block: IfConfigDeclSyntax
  ) -> [(IfConfigClauseSyntax.Elements, String)] {
    var found: [(IfConfigClauseSyntax.Elements, String)] = []
    var earlier: [String] = []
    for clause in block.clauses {
      let own = clause.condition.map { "(\($0.trimmedDescription))" }
      let condition = (earlier.map { "!\($0)" } + [own].compactMap(\.self))
        .joined(separator: " && ")
      if let own { earlier.append(own) }
      if let elements = clause.elements { found.append((elements, condition)) }
    }
    return found
  }

  private mutating func read(
    _ member: DeclaredType.Member, in path: [String], access: Access
  ) {
    let (node, conditions) = (member.declaration, member.conditions)
    if let node = node.as(ExtensionDeclSyntax.self) {
      extensions.append((node, conditions))
      let standard = min(access, Access(node.modifiers))
      for member in Self.members(of: node.memberBlock, conditions: conditions) {
        read(member, in: Self.path(of: node), access: .everywhere, standard: standard)
      }
    } else {
      read(member, in: path, access: access, standard: .module)
    }
  }

  private mutating func read(
    _ member: DeclaredType.Member, in path: [String], access: Access, standard: Access
  ) {
    let (node, conditions) = (member.declaration, member.conditions)
    if let node = node.as(StructDeclSyntax.self) {
      add(node, .structure, path, access, standard, conditions)
    } else if let node = node.as(EnumDeclSyntax.self) {
      add(node, .enumeration, path, access, standard, conditions)
    } else if let node = node.as(ClassDeclSyntax.self) {
      add(node, .reference, path, access, standard, conditions)
    } else if let node = node.as(ActorDeclSyntax.self) {
      add(node, .reference, path, access, standard, conditions)
    } else if let node = node.as(ProtocolDeclSyntax.self) {
      types.append(
        DeclaredType(
          path: path + [node.name.plainText], kind: .interface, declaration: node,
          access: min(access, Access(node.modifiers, standard: standard)), conditions: conditions,
          generics: nil, requirements: node.genericWhereClause,
          members: Self.members(of: node.memberBlock, conditions: []),
          inherited: node.inheritanceClause?.inheritedTypes.map(\.type) ?? []))
    } else if let node = node.as(TypeAliasDeclSyntax.self) {
      types.append(
        DeclaredType(
          path: path + [node.name.plainText], kind: .alias, declaration: node, access: access,
          conditions: conditions, generics: node.genericParameterClause, requirements: nil,
          members: [], inherited: []))
    }
  }

  private mutating func add(
    _ node: some DeclGroupSyntax & NamedDeclSyntax & WithGenericParametersSyntax,
    _ kind: DeclaredType.Kind, _ path: [String], _ access: Access, _ standard: Access,
    _ conditions: [String]
  ) {
    let path = path + [node.name.plainText]
    let access = min(access, Access(node.modifiers, standard: standard))
    types.append(
      DeclaredType(
        path: path, kind: kind, declaration: node, access: access, conditions: conditions,
        generics: node.genericParameterClause, requirements: node.genericWhereClause,
        members: Self.members(of: node.memberBlock, conditions: []),
        inherited: node.inheritanceClause?.inheritedTypes.map(\.type) ?? []))
    for member in Self.members(of: node.memberBlock, conditions: conditions) {
      read(member, in: path, access: access)
    }
  }
}
