internal import SwiftSyntax

/// The witnesses of a structure: a map from its keys to its properties.
struct StructureConformance {
  private let fields: [CodedField]
  private let integerKeys: Bool

  init(_ type: DeclaredType, in table: SourceTable) throws(ServerDiagnostic) {
    let properties = try StoredProperty.all(in: type.members, table)
    let keys = try CodingKeyNames(properties.map(\.name.plainText), of: type, in: table)
    var fields: [String: CodedField] = [:]
    for property in properties {
      let name = property.name.plainText
      if let key = keys.key(of: name) {
        fields[name] = try Self.field(property, key, of: type, in: table)
      }
    }
    self.fields = keys.entries.compactMap { fields[$0.name] }
    integerKeys = keys.areIntegers
  }

  private static func field(
    _ property: StoredProperty, _ key: CodingKeyNames.Key, of type: DeclaredType,
    in table: SourceTable
  ) throws(ServerDiagnostic) -> CodedField {
    let name = property.name.plainText
    if !property.conditions.isEmpty {
      throw table.diagnostic(
        property.name,
        "\(name) is within #if, and both sides have to agree; write it outside of #if")
    }
    try checkModifiers(property, in: table)
    if let annotation = property.annotation,
      let refusal = table.refusal(of: annotation, in: type.path)
    {
      throw table.diagnostic(annotation, refusal)
    }
    let isOptional = property.annotation.map { table.wrapped($0, in: type.path) != nil } ?? false
    return CodedField(
      source: "self.\(property.name.text)", variable: SwiftText.identifier("\(name)Field"),
      key: key,
      type: try text(of: property, in: type, table), isOptional: isOptional)
  }

  /// The type that is read, or nil where nothing is.
  private static func text(
    of property: StoredProperty, in type: DeclaredType, _ table: SourceTable
  ) throws(ServerDiagnostic) -> String? {
    if let annotation = property.annotation {
      return property.isFixed ? nil : table.constructor(of: annotation, in: type.path)
    }
    guard let value = property.binding.initializer?.value, let name = LiteralType.name(of: value)
    else {
      throw table.diagnostic(
        property.name,
        "the type of \(property.name.plainText) is not written; write "
          + "`\(property.declaration.bindingSpecifier.text) \(property.name.text): Type`")
    }
    return property.isFixed ? nil : name
  }

  private static func checkModifiers(
    _ property: StoredProperty, in table: SourceTable
  ) throws(ServerDiagnostic) {
    let name = property.name.plainText
    let modifiers = property.declaration.modifiers
    if let wrapper = property.declaration.attributes.first(where: isWrapper) {
      throw table.diagnostic(
        wrapper, "a property wrapper cannot be coded; write \(name) without one")
    }
    if Access(modifiers) == .hidden {
      throw table.diagnostic(
        property.name,
        "\(name) is coded in a generated file, which does not see it; write it without private, "
          + "or leave it out of CodingKeys")
    }
    if modifiers.hidesSetter, property.declaration.bindingSpecifier.keyword == .var {
      throw table.diagnostic(
        property.name,
        "\(name) is set in a generated file, which cannot; write `internal(set)` or `let`")
    }
    if let reference = modifiers.first(where: {
      [.weak, .unowned].contains($0.name.keyword)
    }) {
      throw table.diagnostic(reference, "a reference cannot cross; write a struct or an enum")
    }
  }

  private static func isWrapper(_ element: AttributeListSyntax.Element) -> Bool {
    guard let attribute = element.as(AttributeSyntax.self) else { return false }
    let name = attribute.attributeName.trimmedDescription.split(separator: ".").last ?? ""
    return name.first?.isUppercase ?? false
  }
}

extension StructureConformance: CodingWitnesses {
  func write(to text: inout SwiftText) { text.writeMap(fields) }

  func read(to text: inout SwiftText) {
    text.readMap(fields, integerKeys: integerKeys)
    for field in fields where field.type != nil {
      text.line("\(field.source) = \(field.variable)")
    }
  }
}
