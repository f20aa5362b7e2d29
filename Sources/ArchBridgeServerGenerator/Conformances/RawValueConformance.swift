internal import SwiftSyntax

/// The witnesses of a type that is coded as its raw value: an enum that has one, an option set.
struct RawValueConformance {
  /// The raw value's type.
  private let rawType: String
  private let name: String

  /// Nil where the type has no raw value of the standard library's.
  init?(_ type: DeclaredType, in table: SourceTable) {
    switch type.kind {
    case .enumeration:
      guard
        let raw = type.inheritances.lazy.compactMap({
          table.standardName($0.type, in: type.path)
        }).first(where: Self.rawTypes.contains)
      else { return nil }
      rawType = raw
    case .structure:
      let claims = type.inheritances.contains {
        ["RawRepresentable", "OptionSet"].contains(table.standardName($0.type, in: type.path))
      }
      let properties = (try? StoredProperty.all(in: type.members, table)) ?? []
      guard claims, let raw = properties.first(where: { $0.name.plainText == "rawValue" }),
        let annotation = raw.annotation, let text = table.standardName(annotation, in: type.path),
        Self.rawTypes.contains(text)
      else { return nil }
      rawType = text
    case .reference, .interface, .alias: return nil
    }
    name = type.qualifiedName
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
