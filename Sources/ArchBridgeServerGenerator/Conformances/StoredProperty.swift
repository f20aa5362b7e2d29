internal import SwiftSyntax

/// A stored property, as far as coding is concerned with it.
struct StoredProperty {
  let name: TokenSyntax
  let binding: PatternBindingSyntax
  let declaration: VariableDeclSyntax
  /// The annotated type.
  let annotation: TypeSyntax?
  let conditions: [String]

  /// Whether its value is settled: a constant that its declaration initialises is never read.
  var isFixed: Bool {
    declaration.bindingSpecifier.tokenKind == .keyword(.let) && binding.initializer != nil
  }

  /// The stored properties among members, in their order.
  ///
  /// - Throws: an error for a pattern that is no single name.
  static func all(
    in members: [DeclaredType.Member], _ table: SourceTable
  ) throws(ServerDiagnostic) -> [StoredProperty] {
    var found: [StoredProperty] = []
    for member in members {
      guard let declaration = member.declaration.as(VariableDeclSyntax.self),
        !declaration.modifiers.contains(.static), !declaration.modifiers.contains(.lazy)
      else { continue }
      let bindings = Array(declaration.bindings)
      for (index, binding) in bindings.enumerated() where !isComputed(binding) {
        guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier else {
          if binding.hasError { continue }
          throw table.diagnostic(
            binding.pattern, "a pattern cannot be coded; write one property for each of its names")
        }
        if name.presence == .missing { continue }
        // As the language has it, `var x, y: Double` annotates both.
        let annotation = bindings[index...].first {
          $0.typeAnnotation != nil || $0.initializer != nil
        }
        found.append(
          StoredProperty(
            name: name, binding: binding, declaration: declaration,
            annotation: annotation?.typeAnnotation?.type, conditions: member.conditions))
      }
    }
    return found
  }

  private static func isComputed(_ binding: PatternBindingSyntax) -> Bool {
    switch binding.accessorBlock?.accessors {
    case nil: false
    case .getter: true
    case .accessors(let accessors):
      accessors.contains {
        ![.willSet, .didSet].contains($0.accessorSpecifier.keyword)
      }
    }
  }
}
