internal import ArchBridgeABI
internal import ArchBridgeWire

/// A function that a C++ signature has been found to mean.
struct CxxFunction: Sendable {
  /// The library that has it.
  let library: UInt32
  /// Its symbol there.
  let symbol: String
  /// Its signature, for messages.
  let name: String
  /// Its name with its scopes.
  let qualifiedName: String
  /// Its parameters and result, with the object where it is known to take one.
  let type: CFunctionType
  let annotations: [String]
  /// Whether the result's type is for the call to say.
  let isResultOpen: Bool
  /// The object that comes first where the call has one argument more.
  let object: CFunctionType.Parameter?

  /// Whether a function takes an object first.
  enum ObjectRule: String {
    case always, never
    /// As many arguments tell as there are.
    case asCalled
  }

  init(
    _ found: CxxSymbol, _ wanted: CxxSignature, in library: UInt32, _ rule: ObjectRule,
    isDefined: (CType) -> Bool
  ) {
    self.library = library
    symbol = found.symbol
    name = found.text
    qualifiedName = wanted.name.description
    var type =
      wanted.type ?? found.signature?.type ?? CFunctionType(parameters: [], result: .void)
    var isStated = wanted.statesResult
    if let result = wanted.resultOfName {
      type.result = result
      isStated = true
    }
    if !isStated, let other = found.signature, other.statesResult, let known = other.type {
      type.result = known.result
      isStated = true
    }
    let tag = wanted.name.scope
    let scope = CType.alias(tag, .record(.structure, tag: tag))
    let this = CFunctionType.Parameter(
      name: "this", type: .pointer(to: scope, isConst: found.signature?.isConst ?? false))
    if rule == .always { type.parameters.insert(this, at: 0) }
    // C++ returns such a class where a pointer says that comes before all else.
    if case .record = type.result.resolved, !isDefined(type.result) {
      type.parameters.insert(
        .init(name: "result", type: .pointer(to: type.result, isConst: false)), at: 0)
      type.result = .void
    }
    self.type = type
    annotations = wanted.annotations
    isResultOpen = !isStated
    object = rule == .asCalled ? this : nil
  }
}

extension CallContext {
  /// What is known of a call with so many arguments, of which the first may be an object.
  func adapted(to count: Int) -> CallContext {
    guard let object, let declaration, count == declaration.type.parameters.count + 1 else {
      return self
    }
    var context = self
    context.declaration?.type.parameters.insert(object, at: 0)
    context.object = nil
    return context
  }

  /// Makes this a call of a C++ function.
  mutating func call(_ function: CxxFunction) {
    name = function.name
    self.function = .symbol(library: function.library, name: function.symbol)
    declaration = FunctionDeclaration(
      name: function.qualifiedName, type: function.type, annotations: function.annotations)
    isResultOpen = function.isResultOpen
    object = function.object
  }
}

extension FunctionDeclaration {
  /// What may be behind a wrong count of arguments of a C++ function, or nothing.
  package func advice(onCount count: Int) -> String {
    let parameters = type.parameters
    guard let first = parameters.first, count == parameters.count - 1 else { return "" }
    let cxxName = CxxName(name)
    if first.name == "this", case .pointer(_, isConst: false) = first.type,
      !cxxName.isConstructor, !cxxName.isDestructor
    {
      return "; where it takes no object, write 'static' before its signature"
    }
    if first.name == "result", case .pointer(let type, _) = first.type, case .record = type.resolved
    {
      return
        "; the first is memory for a class: where \(type) is an enumeration, or a class that C++ "
        + "copies byte for byte, declare it under its own name"
    }
    return ""
  }
}
