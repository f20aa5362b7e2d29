internal import SwiftSyntax

extension SourceTable {
  /// The types that cross and that no server declares.
  private static let standardTypes: Set<String> = [
    "Bool", "String", "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8",
    "UInt16", "UInt32", "UInt64", "Float", "Double", "WireDate",
  ]

  /// What to write instead of types that are often meant.
  private static let substitutes = [
    "Data": "[UInt8]", "Date": "WireDate", "Set": "an array", "Character": "String",
    "Substring": "String", "ContiguousArray": "an array", "ArraySlice": "an array",
  ]

  /// Why no value of this type crosses, and what to write; nil where it does.
  func refusal(of type: TypeSyntax, in scope: [String]) -> String? {
    let type = resolved(type, in: scope)
    if let parts = parts(of: type, in: scope) {
      if let key = parts.key, !["String", "Int"].contains(standardName(key, in: scope)) {
        return "a dictionary's keys cross as String or Int; write one of these"
      }
      return parts.values.lazy.compactMap { refusal(of: $0, in: scope) }.first
    }
    if type.is(IdentifierTypeSyntax.self) || type.is(MemberTypeSyntax.self) {
      return nominalRefusal(of: type, in: scope)
    }
    if type.is(FunctionTypeSyntax.self) { return "a function cannot cross; write a value's type" }
    if type.is(TupleTypeSyntax.self) { return "a tuple cannot cross; write a struct" }
    if type.is(SomeOrAnyTypeSyntax.self) || type.is(CompositionTypeSyntax.self) {
      return "a protocol's values cannot cross; write a struct or an enum"
    }
    return "\(type.trimmedDescription) cannot cross; write a plain type"
  }

  /// The first type of these sources in `type` that does not say that it is `Sendable`.
  func unsendable(_ type: TypeSyntax, in scope: [String]) -> String? {
    let type = resolved(type, in: scope)
    if let declared = declared(type, in: scope), !isSendable(declared) {
      return declared.qualifiedName
    }
    let inner = parts(of: type, in: scope)?.values ?? arguments(of: type)
    return inner.lazy.compactMap { unsendable($0, in: scope) }.first
  }

  /// The value that is nothing, zero or empty; nil for a type that has none.
  func emptyValue(of type: TypeSyntax, in scope: [String]) -> String? {
    if wrapped(type, in: scope) != nil { return "nil" }
    let type = resolved(type, in: scope)
    if type.is(DictionaryTypeSyntax.self) || generic("Dictionary", type) != nil { return "[:]" }
    if type.is(ArrayTypeSyntax.self) || generic("Array", type) != nil { return "[]" }
    return switch standardName(type, in: scope) {
    case "Bool": "false"
    case "String": "\"\""
    case "WireDate", nil: nil
    case let name?: Self.standardTypes.contains(name) ? "0" : nil
    }
  }

  /// A type's text for an expression that makes its value: `T!` is written as `T?`.
  func constructor(of type: TypeSyntax, in scope: [String]) -> String {
    guard let optional = type.as(ImplicitlyUnwrappedOptionalTypeSyntax.self) else {
      return spelling(of: type, in: scope)
    }
    return spelling(of: optional.wrappedType, in: scope) + "?"
  }

  /// What an optional, an array or a dictionary consists of; nil for other types.
  private func parts(
    of type: TypeSyntax, in scope: [String]
  ) -> (key: TypeSyntax?, values: [TypeSyntax])? {
    if let wrapped = wrapped(type, in: scope) { return (nil, [wrapped]) }
    if let array = type.as(ArrayTypeSyntax.self) { return (nil, [array.element]) }
    if let dictionary = type.as(DictionaryTypeSyntax.self) {
      return (dictionary.key, [dictionary.value])
    }
    if let arguments = generic("Array", type) { return (nil, arguments) }
    if let arguments = generic("Dictionary", type), arguments.count == 2 {
      return (arguments[0], [arguments[1]])
    }
    return nil
  }

  private func nominalRefusal(of type: TypeSyntax, in scope: [String]) -> String? {
    guard let declared = declared(type, in: scope) else {
      let name = standardName(type, in: scope) ?? type.trimmedDescription
      if Self.standardTypes.contains(name) || isParameter(name, of: scope) || hasByHand(type) {
        return nil
      }
      if let substitute = Self.substitutes[name] {
        return "\(name) does not cross; write \(substitute)"
      }
      return "\(name) is no type that crosses; declare one in these sources that is Codable"
    }
    switch declared.kind {
    case .reference:
      return "objects of a class cannot cross; make \(declared.qualifiedName) a struct"
    case .interface: return "a protocol's values cannot cross; write a struct or an enum"
    case .alias:
      return hidesOptional(declared)
        ? "\(declared.qualifiedName) hides that it is an optional; write `Type?`" : nil
    case .structure, .enumeration:
      if (try? CodingClaim(declared, in: self)).flatMap(\.self) == nil {
        return "\(declared.qualifiedName) does not cross; write `Codable, Sendable` where it is "
          + "declared"
      }
      return arguments(of: type).lazy.compactMap { refusal(of: $0, in: scope) }.first
    }
  }

  /// Whether an alias with parameters, which is not looked through, stands for an optional.
  private func hidesOptional(_ alias: DeclaredType, depth: Int = 0) -> Bool {
    guard depth < 16, let aliased = alias.aliased else { return false }
    let scope = Array(alias.path.dropLast())
    if wrapped(aliased, in: scope) != nil { return true }
    guard let next = declared(resolved(aliased, in: scope), in: scope) else { return false }
    return hidesOptional(next, depth: depth + 1)
  }

  private func arguments(of type: TypeSyntax) -> [TypeSyntax] {
    let clause =
      type.as(IdentifierTypeSyntax.self)?.genericArgumentClause
      ?? type.as(MemberTypeSyntax.self)?.genericArgumentClause
    return clause?.arguments.compactMap { $0.argument.as(TypeSyntax.self) } ?? []
  }

  /// Whether a generic parameter of the types around is called so.
  private func isParameter(_ name: String, of scope: [String]) -> Bool {
    scope.indices.contains { index in
      self[Array(scope[...index])]?.generics?.parameters.contains { $0.name.text == name } ?? false
    }
  }

  /// Whether an extension says `WireValue` for a type that is declared elsewhere.
  private func hasByHand(_ type: TypeSyntax) -> Bool {
    foreignExtensions.contains {
      $0.extendedType.trimmedDescription == type.trimmedDescription
        && $0.inheritanceClause?.inheritedTypes.contains {
          CodingClaim.names(in: $0.type, scope: [], table: self).contains("WireValue")
        } ?? false
    }
  }

  private func isSendable(_ type: DeclaredType, depth: Int = 0) -> Bool {
    depth < 16
      && type.inheritances.contains { inheritance in
        let words = resolved(inheritance.type, in: type.path).trimmedDescription
          .split { " &.".contains($0) }
        if words.contains("Sendable") { return true }
        guard let parent = declared(inheritance.type, in: type.path) else { return false }
        return isSendable(parent, depth: depth + 1)
      }
  }
}
