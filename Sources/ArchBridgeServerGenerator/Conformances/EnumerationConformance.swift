internal import SwiftSyntax

/// The witnesses of an enum without raw values: a map of one entry, from the case to its payload.
struct EnumerationConformance {
  private struct Case {
    /// The name as Swift has it, in backticks where it needs them.
    let name: String
    let key: CodingKeyNames.Key
    let fields: [CodedField]
    /// The whole payload's bindings: a name, or `_` for what is not coded.
    let pattern: [String]
    /// What makes the case from its fields' variables.
    let construction: String
    let integerKeys: Bool
  }

  private let cases: [Case]
  private let integerKeys: Bool
  private let name: String

  init(_ type: DeclaredType, in table: SourceTable) throws(ServerDiagnostic) {
    var elements: [EnumCaseElementSyntax] = []
    for member in type.members {
      guard let declaration = member.declaration.as(EnumCaseDeclSyntax.self) else { continue }
      if !member.conditions.isEmpty {
        throw table.diagnostic(
          declaration, "a case within #if, and both sides have to agree; write it outside of #if")
      }
      elements += declaration.elements.filter { $0.name.presence == .present }
    }
    let keys = try CodingKeyNames(elements.map(\.name.plainText), of: type, in: table)
    var cases: [Case] = []
    for element in elements {
      guard let key = keys.key(of: element.name.plainText) else {
        throw table.diagnostic(
          element.name,
          "\(element.name.plainText) is not in CodingKeys, and a value of it could not be written; "
            + "add it there")
      }
      cases.append(try Self.read(element, key, of: type, in: table))
    }
    self.cases = cases
    integerKeys = keys.areIntegers
    name = type.qualifiedName
  }

  private static func read(
    _ element: EnumCaseElementSyntax, _ key: CodingKeyNames.Key, of type: DeclaredType,
    in table: SourceTable
  ) throws(ServerDiagnostic) -> Case {
    let parameters = Array(element.parameterClause?.parameters ?? [])
    let labels = parameters.map { label(of: $0) }
    let names = labels.enumerated().map { $1 ?? "_\($0)" }
    let plainName = element.name.plainText
    let keys = try CodingKeyNames(
      names, of: type,
      called: plainName.prefix(1).uppercased() + plainName.dropFirst() + "CodingKeys", in: table)
    var fields: [String: CodedField] = [:]
    var (pattern, arguments): ([String], [String]) = ([], [])
    for (index, parameter) in parameters.enumerated() {
      guard let key = keys.key(of: names[index]) else {
        if parameter.defaultValue == nil {
          throw table.diagnostic(
            parameter, "\(names[index]) is not coded; write a default value for it")
        }
        pattern.append("_")
        continue
      }
      if let refusal = table.refusal(of: parameter.type, in: type.path) {
        throw table.diagnostic(parameter.type, refusal)
      }
      let variable = "value\(index)"
      fields[names[index]] = CodedField(
        source: variable, variable: variable, key: key,
        type: table.constructor(of: parameter.type, in: type.path),
        isOptional: table.wrapped(parameter.type, in: type.path) != nil)
      pattern.append("let \(variable)")
      arguments.append((labels[index].map { "\($0): " } ?? "") + variable)
    }
    let name = element.name.text
    return Case(
      name: name, key: key, fields: keys.entries.compactMap { fields[$0.name] },
      pattern: pattern,
      construction: ".\(name)"
        + (parameters.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))"),
      integerKeys: keys.areIntegers)
  }

  private static func label(of parameter: EnumCaseParameterSyntax) -> String? {
    guard let name = parameter.firstName, name.tokenKind != .wildcard else { return nil }
    return name.plainText
  }
}

extension EnumerationConformance: CodingWitnesses {
  func write(to text: inout SwiftText) {
    if cases.isEmpty { return text.line("switch self {}") }
    text.line("writer.beginMap(count: 1)")
    text.line("switch self {")
    for entry in cases {
      let isBound = entry.pattern.contains { $0 != "_" }
      text.line(
        "case .\(entry.name)\(isBound ? "(\(entry.pattern.joined(separator: ", ")))" : ""):")
      text.indented { text in
        text.line(CodedField.statement(writing: entry.key))
        text.writeMap(entry.fields)
      }
    }
    text.line("}")
  }

  func read(to text: inout SwiftText) {
    let missing = "throw CBORError.invalidValue(\"no case of \(name)\")"
    if cases.isEmpty { return text.line(missing) }
    text.line("var value: Self?")
    text.beginFields(integerKeys: integerKeys)
    text.indented { text in
      text.line("let found: Self")
      text.line("switch key {")
      for entry in cases {
        let key = CodedField(
          source: "", variable: "", key: entry.key, type: nil, isOptional: false)
        text.line("case \(key.keyLiteral):")
        text.indented { text in
          text.readMap(entry.fields, integerKeys: entry.integerKeys)
          text.line("found = \(entry.construction)")
        }
      }
      text.line("default: return false")
      text.line("}")
      text.line("guard value == nil else {")
      text.line("  throw CBORError.invalidValue(\"two cases of \(name)\")")
      text.line("}")
      text.line("value = found")
      text.line("return true")
    }
    text.line("}")
    text.line("guard let value else {")
    text.line("  \(missing)")
    text.line("}")
    text.line("self = value")
  }
}
