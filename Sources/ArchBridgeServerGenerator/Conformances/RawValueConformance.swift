internal import SwiftSyntax

/// The witnesses of a type that is coded as its raw value: an enum that has one, an option set.
struct RawValueConformance {
  /// The raw value's type.
  private let rawType: String
  private let name: String

  /// Nil where the type has no raw value of the standard library's.
  ///
  /// - Throws: an error where the raw value's type cannot be seen.
  init?(_ type: DeclaredType, in table: SourceTable) throws(ServerDiagnostic) {
    guard [.structure, .enumeration].contains(type.kind) else { return nil }
    let own = type.inheritances.lazy.compactMap { table.standardName($0.type, in: type.path) }
      .first(where: Self.rawTypes.contains)
    if type.kind == .enumeration, let own {
      rawType = own
    } else if type.inheritances.contains(where: {
      Self.isRawRepresentable($0.type, in: type.path, table)
    }) {
      let written = try Self.rawValueType(of: type, in: table)
      guard let text = table.standardName(written, in: type.path), Self.rawTypes.contains(text)
      else { return nil }
      rawType = text
    } else {
      return nil
    }
    name = type.qualifiedName
  }

  /// Whether a type in an inheritance clause has raw values, itself or by what it inherits from.
  private static func isRawRepresentable(
    _ type: TypeSyntax, in scope: [String], _ table: SourceTable, depth: Int = 0
  ) -> Bool {
    guard depth < 16 else { return false }
    let resolved = table.resolved(type, in: scope)
    if let composition = resolved.as(CompositionTypeSyntax.self) {
      return composition.elements.contains {
        isRawRepresentable($0.type, in: scope, table, depth: depth + 1)
      }
    }
    if let declared = table.declared(resolved, in: scope) {
      return declared.inheritances.contains {
        isRawRepresentable($0.type, in: declared.path, table, depth: depth + 1)
      }
    }
    return ["RawRepresentable", "OptionSet"].contains(table.standardName(resolved, in: scope))
  }

  /// The raw value's type as it is written, wherever that is.
  private static func rawValueType(
    of type: DeclaredType, in table: SourceTable
  ) throws(ServerDiagnostic) -> TypeSyntax {
    for member in type.allMembers {
      if let alias = member.declaration.as(TypeAliasDeclSyntax.self), alias.name.text == "RawValue"
      {
        return alias.initializer.value
      }
      for binding in member.declaration.as(VariableDeclSyntax.self)?.bindings ?? [] {
        if binding.pattern.trimmedDescription == "rawValue", let written = binding.typeAnnotation {
          return written.type
        }
      }
    }
    throw table.diagnostic(
      type.name,
      "\(type.qualifiedName) is coded as its raw value, whose type is not written; write "
        + "`var rawValue: Type`")
  }

  private static let rawTypes: Set<String> = [
    "Bool", "String", "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16",
    "UInt32", "UInt64", "Float", "Double",
  ]
}

extension RawValueConformance: CodingWitnesses {
  func write(to text: inout SwiftText) { text.line("self.rawValue.write(to: &writer)") }

  func read(to text: inout SwiftText) {
    text.line("let raw = try \(rawType)(from: &reader)")
    text.line("let value: Self? = Self(rawValue: raw)")
    text.line("guard let value else {")
    text.line("  throw CBORError.invalidValue(\"\(name)(\\(raw))\")")
    text.line("}")
    text.line("self = value")
  }
}
