internal import SwiftSyntax

/// Reads a protocol's requirements, and those of the protocols that it refines.
struct InterfaceReader {
  private let table: SourceTable
  private var members: [Interface.Member] = []
  private var isClassBound = false
  private var isMarked = false
  private var read: Set<[String]> = []

  /// The protocol as an interface, or nil where it is for this module alone.
  static func interface(
    of type: DeclaredType, in table: SourceTable
  ) throws(InterfaceRefusal) -> Interface? {
    guard !HelperCondition.excludes(type.conditions) else { return nil }
    var reader = InterfaceReader(table: table)
    reader.isMarked = reader.marks(type, depth: 0)
    guard reader.isMarked || type.access == .everywhere else { return nil }
    do throws(InterfaceRefusal) {
      if type.access != .everywhere {
        throw .leftOut(
          table.diagnostic(
            type.name, "the client of \(type.qualifiedName) is in another module; write it public"))
      }
      if type.path.count > 1 {
        throw .leftOut(
          table.diagnostic(
            type.name, "\(type.qualifiedName) is within a type; write it outside of all types"))
      }
      try reader.readRequirements(of: type)
      guard !reader.members.isEmpty else { return nil }
    } catch {
      guard reader.isMarked else { throw error }
      throw .wrong(error.diagnostic)
    }
    return Interface(
      name: type.name.text, documentation: Documentation.lines(of: type.declaration),
      conditions: type.conditions, members: reader.members)
  }

  private init(table: SourceTable) { self.table = table }

  private func refuse(_ node: some SyntaxProtocol, _ message: String) -> InterfaceRefusal {
    .leftOut(table.diagnostic(node, message))
  }

  /// Whether it refines `ServerInterface`.
  private func marks(_ type: DeclaredType, depth: Int) -> Bool {
    depth < 16
      && parents(of: type).contains { parent in
        if let declared = table.declared(parent, in: type.path) {
          return marks(declared, depth: depth + 1)
        }
        return table.standardName(parent, in: type.path) == "ServerInterface"
      }
  }

  private func parents(of type: DeclaredType) -> [TypeSyntax] {
    type.inheritances.flatMap { inheritance -> [TypeSyntax] in
      let type = table.resolved(inheritance.type, in: type.path)
      return type.as(CompositionTypeSyntax.self)?.elements.map(\.type) ?? [type]
    }
  }

  private mutating func readRequirements(of type: DeclaredType) throws(InterfaceRefusal) {
    guard read.insert(type.path).inserted,
      let declaration = type.declaration.as(ProtocolDeclSyntax.self)
    else { return }
    if let clause = declaration.primaryAssociatedTypeClause {
      throw refuse(clause, "an associated type cannot cross; write the type itself")
    }
    if let clause = declaration.genericWhereClause {
      throw refuse(clause, "a demand on types cannot cross; write the types themselves")
    }
    if let actor = GlobalActor.first(in: declaration.attributes) {
      throw refuse(actor, "a server's functions run on its main thread; write no global actor")
    }
    for parent in parents(of: type) {
      if let declared = table.declared(parent, in: type.path) {
        try readRequirements(of: declared)
      } else {
        switch table.standardName(parent, in: type.path) {
        case "AnyObject": isClassBound = true
        case "Sendable", "ServerInterface": continue
        default:
          throw refuse(
            parent,
            "a client is not \(parent.trimmedDescription); refine protocols of these sources")
        }
      }
    }
    let names = RequirementReader(table: table, scope: type.path, isClassBound: isClassBound)
    for member in type.members {
      if !member.conditions.isEmpty {
        throw refuse(
          member.declaration,
          "a requirement within #if, and both sides have to agree; write it "
            + "outside of #if")
      }
      for (requirement, node) in try names.members(of: member.declaration) {
        if members.contains(where: { $0.name == requirement.name }) {
          throw refuse(
            node,
            "\(requirement.name) is offered under its name alone, which is taken; write "
              + "another name")
        }
        if ClientNames.taken.contains(requirement.name) {
          throw refuse(
            node, "\(requirement.name) is a name of the generated client itself; write another name"
          )
        }
        members.append(requirement)
      }
    }
  }
}

/// Names that a generated client has already.
enum ClientNames {
  static let taken: Set<String> = [
    "client", "failure", "keep", "kept", "prefix", "throwFailure",
  ]
}

/// Attributes that bind a declaration to an actor, or do something else that nobody can know.
enum GlobalActor {
  static func first(in attributes: AttributeListSyntax) -> AttributeSyntax? {
    attributes.lazy.compactMap { $0.as(AttributeSyntax.self) }
      .first { $0.attributeName.trimmedDescription.first?.isUppercase ?? false }
  }
}
