internal import SwiftSyntax

/// Reads one requirement of a protocol.
struct RequirementReader {
  let table: SourceTable
  let scope: [String]
  let isClassBound: Bool

  typealias Found = (member: Interface.Member, node: TokenSyntax)

  /// The method or the properties that a requirement is; nothing where it is not a requirement.
  func members(of declaration: DeclSyntax) throws(InterfaceRefusal) -> [Found] {
    if let function = declaration.as(FunctionDeclSyntax.self) {
      return [(.method(try method(function)), function.name)]
    }
    if let variable = declaration.as(VariableDeclSyntax.self) {
      try check(variable.modifiers, variable.attributes)
      var found: [Found] = []
      for binding in variable.bindings {
        guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier,
          name.presence == .present
        else { continue }
        found.append((.property(try property(name, binding, of: variable)), name))
      }
      return found
    }
    let subject =
      switch declaration.kind {
      case .associatedTypeDecl: "an associated type"
      case .initializerDecl: "an initializer"
      case .subscriptDecl: "a subscript"
      case .typeAliasDecl: ""
      default: "this"
      }
    if subject == "" || declaration.is(MissingDeclSyntax.self) { return [] }
    throw refuse(declaration, "\(subject) cannot cross; write methods and properties")
  }

  private func method(_ function: FunctionDeclSyntax) throws(InterfaceRefusal) -> Interface.Method {
    try check(function.modifiers, function.attributes)
    if case .identifier = function.name.tokenKind {
    } else {
      throw refuse(function.name, "an operator cannot cross; write a method with a name")
    }
    if let clause = function.genericParameterClause {
      throw refuse(clause, "a generic method cannot cross; write one for each type")
    }
    let effects = function.signature.effectSpecifiers
    if let specifier = effects?.asyncSpecifier {
      throw refuse(specifier, "a server's functions are not async; leave it out")
    }
    let canThrow = try throwsServerError(effects?.throwsClause)
    let parameters = Array(function.signature.parameterClause.parameters)
    if parameters.count > 8 {
      throw refuse(parameters[8], "a server's functions have up to 8 parameters; write a struct")
    }
    var read: [Interface.Parameter] = []
    for parameter in parameters {
      let next = try self.parameter(parameter)
      if ["_", "self"].contains(next.name) || read.contains(where: { $0.name == next.name }) {
        throw refuse(
          parameter.secondName ?? parameter.firstName,
          "a parameter needs a name of its own; write another than \(next.name)")
      }
      read.append(next)
    }
    var result: String?
    if let type = function.signature.returnClause?.type, !Self.isVoid(type) {
      result = try crossing(type)
    }
    if let result, !canThrow {
      throw refuse(
        function.name,
        "\(function.name.plainText) gives a result, and has to throw where its process has ended; "
          + "write `throws(ServerError) -> \(result)`")
    }
    let isDiscardable = function.attributes.contains {
      $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription == "discardableResult"
    }
    return Interface.Method(
      name: function.name.plainText, parameters: read, result: result, canThrow: canThrow,
      isDiscardable: isDiscardable, isMutating: function.modifiers.contains(.mutating),
      documentation: Documentation.lines(of: function))
  }

  private func parameter(
    _ parameter: FunctionParameterSyntax
  ) throws(InterfaceRefusal) -> Interface.Parameter {
    if let ellipsis = parameter.ellipsis {
      throw refuse(ellipsis, "a variable number of arguments cannot cross; write an array")
    }
    let label = parameter.firstName.tokenKind == .wildcard ? nil : parameter.firstName.plainText
    return Interface.Parameter(
      label: label, name: (parameter.secondName ?? parameter.firstName).plainText,
      type: try crossing(parameter.type))
  }

  private func property(
    _ name: TokenSyntax, _ binding: PatternBindingSyntax, of variable: VariableDeclSyntax
  ) throws(InterfaceRefusal) -> Interface.Property {
    guard let type = binding.typeAnnotation?.type else {
      throw refuse(name, "\(name.plainText) has no type; write it")
    }
    var (canThrow, isSettable, setterMutates) = (false, false, !isClassBound)
    if case .accessors(let accessors) = binding.accessorBlock?.accessors {
      for accessor in accessors {
        if let specifier = accessor.effectSpecifiers?.asyncSpecifier {
          throw refuse(specifier, "a server's properties are not async; leave it out")
        }
        if accessor.accessorSpecifier.keyword == .set {
          isSettable = true
          if accessor.modifier?.name.keyword == .nonmutating { setterMutates = false }
        } else {
          if let modifier = accessor.modifier, modifier.name.keyword == .mutating {
            throw refuse(modifier, "what is read cannot change its owner; leave out mutating")
          }
          canThrow = try throwsServerError(accessor.effectSpecifiers?.throwsClause)
        }
      }
    }
    let text = try crossing(type)
    let first = table.emptyValue(of: type, in: scope)
    if !canThrow && first == nil {
      throw refuse(
        name,
        "\(name.plainText) has no value to give where its process has ended; write "
          + "`{ get throws(ServerError) }` or an optional")
    }
    return Interface.Property(
      name: name.plainText, type: text, canThrow: canThrow, first: first, isSettable: isSettable,
      setterMutates: setterMutates, documentation: Documentation.lines(of: variable))
  }

  private func check(
    _ modifiers: DeclModifierListSyntax, _ attributes: AttributeListSyntax
  ) throws(InterfaceRefusal) {
    if let modifier = modifiers.first(where: { [.static, .class].contains($0.name.keyword) }) {
      throw refuse(modifier, "what belongs to the type itself cannot cross; leave out static")
    }
    if let actor = GlobalActor.first(in: attributes) {
      throw refuse(actor, "a server's functions run on its main thread; write no global actor")
    }
  }

  /// Whether it throws; the helper knows of no errors but `ServerError`.
  private func throwsServerError(_ clause: ThrowsClauseSyntax?) throws(InterfaceRefusal) -> Bool {
    guard let clause else { return false }
    guard let type = clause.type else {
      throw .wrong(
        table.diagnostic(
          clause, "the helper cannot throw errors of any type; write `throws(ServerError)`"))
    }
    switch table.standardName(type, in: scope) {
    case "ServerError": return true
    case "Never": return false
    default: throw refuse(type, "only a ServerError can cross; write `throws(ServerError)`")
    }
  }

  private func crossing(_ type: TypeSyntax) throws(InterfaceRefusal) -> String {
    if let refusal = table.refusal(of: type, in: scope) {
      throw refuse(type, refusal)
    }
    if let name = table.unsendable(type, in: scope) {
      throw .wrong(
        table.diagnostic(
          type,
          "\(name) crosses modules and threads; write `Codable, Sendable` where it is declared"
        ))
    }
    return table.constructor(of: type, in: scope)
  }

  private static func isVoid(_ type: TypeSyntax) -> Bool {
    ["Void", "()", "Swift.Void"].contains(type.trimmedDescription)
  }

  private func refuse(_ node: some SyntaxProtocol, _ message: String) -> InterfaceRefusal {
    .leftOut(table.diagnostic(node, message))
  }
}
