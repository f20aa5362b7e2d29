internal import ArchBridge

/// A call of a declared Fortran procedure with literals, ready to be made.
struct FortranLiteralCall {
  private let procedure: FortranProcedure
  private let arguments: [FortranLiteralArgument]

  /// Reads the literals as the procedure's arguments.
  init(
    _ procedure: FortranProcedure, _ literals: [Literal], _ types: TypeContext
  ) throws(BridgeError) {
    self.procedure = procedure
    guard literals.count <= procedure.arguments.count,
      procedure.arguments.dropFirst(literals.count).allSatisfy(\.isOptional)
    else {
      throw BridgeError(
        .argumentCount,
        "\(literals.count) argument\(literals.count == 1 ? "" : "s") where "
          + "\(procedure.arguments.count) belong\(procedure.arguments.count == 1 ? "s" : ""): "
          + "\(procedure)", symbol: procedure.qualifiedName)
    }
    var integers: [String: Int] = [:]
    for (variable, literal) in zip(procedure.arguments, literals) {
      if case .word(let word) = literal, case .integer = variable.type, variable.shape == .scalar {
        integers[variable.name] = NumberText.integer(word, Int.self)
      }
    }
    var arguments: [FortranLiteralArgument] = []
    for (variable, literal) in zip(procedure.arguments, literals) {
      arguments.append(try FortranLiteralArgument(literal, variable, integers, types))
    }
    self.arguments = arguments
  }

  /// Makes the call.
  ///
  /// Of what nothing says whether it goes out, what has changed comes back.
  func perform(on client: LibraryClient) throws(BridgeError) -> FunctionCall.Outcome {
    let callee = client.fortran[procedure.qualifiedName]
    let values = arguments.map(\.argument)
    var outcome = FunctionCall.Outcome(result: nil, returned: [], errno: 0)
    switch procedure.result?.type {
    case nil: try callee.call(values)
    case .character?: outcome.result = .text(try callee.call(values) as String)
    case .logical?: outcome.result = .word(try callee.call(values) as Bool ? "true" : "false")
    default: outcome.result = .value(try callee.call(values) as TypedValue)
    }
    for (index, argument) in arguments.enumerated() {
      if let value = argument.returned() {
        outcome.returned.append((index, argument.name, value))
      }
    }
    return outcome
  }
}

/// A literal that has become an argument of a Fortran procedure.
struct FortranLiteralArgument {
  let name: String
  /// The argument; nil for one that is left out.
  let argument: (any LibraryArgument)?
  private let read: (@Sendable () -> Literal)?
  /// What the memory held before, where nobody says that it goes out.
  private let before: Literal?

  /// What came back; nil for nothing.
  func returned() -> Literal? {
    guard let value = read?(), value != before else { return nil }
    return value
  }

  /// Makes an argument of a literal.
  init(
    _ literal: Literal, _ variable: FortranVariable, _ integers: [String: Int],
    _ types: TypeContext
  ) throws(BridgeError) {
    let reader = FortranLiteralReader(variable: variable, integers: integers, types: types)
    let argument = try reader.read(literal)
    name = variable.name
    self.argument = argument.argument
    read = argument.returned
    let isAsked = variable.intent != nil || literal.isOut
    before = isAsked ? nil : argument.returned?()
  }
}

extension Literal {
  /// Whether this asks for memory that a function fills.
  fileprivate var isOut: Bool {
    if case .word(let word) = self { word == "out" || word.hasPrefix("out:") } else { false }
  }
}

/// Makes arguments of literals as Fortran's types ask for them.
private struct FortranLiteralReader {
  let variable: FortranVariable
  let integers: [String: Int]
  let types: TypeContext

  func read(_ literal: Literal) throws(BridgeError) -> CallArgument {
    if literal == .null { return CallArgument(variable.name, nil) }
    switch variable.type {
    case .character: return try characters(literal)
    case .logical: return try truthValues(literal)
    default: return try numbers(literal)
    }
  }

  private func wrong(_ literal: Literal, _ expected: String) -> BridgeError {
    BridgeError(
      .typeMismatch,
      "argument '\(variable.name)' is declared '\(variable)', and '\(literal)' is not \(expected)")
  }

  /// How many elements `out` or `out:4` asks for; nil where the literal is something else.
  private func outCount(_ literal: Literal) throws(BridgeError) -> Int? {
    guard case .word(let word) = literal else { return nil }
    if word.hasPrefix("out:") {
      guard let count = Int(word.dropFirst(4)), (0...0x7FFF_FFFF).contains(count) else {
        throw wrong(literal, "out with a number of elements, as in out:4")
      }
      return count
    }
    guard word == "out" else { return nil }
    guard case .explicit(let bounds) = variable.shape else { return 1 }
    var count = 1
    for bound in bounds {
      guard let extent = bound.extent({ integers[$0] }), extent <= 0x7FFF_FFFF else {
        throw wrong(literal, "enough: write out:COUNT")
      }
      count = min(count, 0x7FFF_FFFF) * extent
    }
    return count
  }

  private func numbers(_ literal: Literal) throws(BridgeError) -> CallArgument {
    let type: CType
    do throws(FortranRefusal) {
      var plain = variable
      // A descriptor is made of the array.
      if case .assumedShape = variable.shape { plain.shape = .assumedSize([], lower: nil) }
      type = try plain.parameterType()
    } catch {
      throw BridgeError(.unsupportedType, "argument '\(variable.name)': \(error.message)")
    }
    var literal = literal
    if variable.shape != .scalar, let count = try outCount(literal) {
      literal = .word("out:\(count)")
    }
    if case .list(let rows) = literal, (variable.shape.rank ?? 0) > 1 {
      guard !rows.contains(where: \.isList) else {
        throw wrong(
          literal, "in an order: write the elements column by column, as in [1, 2, 3, 4]")
      }
    }
    return try ArgumentReader(types: types).read(
      literal, for: CFunctionType.Parameter(name: variable.name, type: type), number: 1)
  }

  // MARK: CHARACTER and LOGICAL

  /// How many characters `out` or `out:20` asks for; nil where the literal is a text.
  private func textCapacity(_ literal: Literal) throws(BridgeError) -> Int? {
    guard case .word(let word) = literal else { return nil }
    if word.hasPrefix("out:") { return try outCount(literal) }
    guard word == "out", variable.intent == .out || variable.intent == .inout else { return nil }
    guard case .character(_, .fixed(let length)) = variable.type,
      let count = length.value({ integers[$0] })
    else { throw wrong(literal, "enough, for it has no length that is known: write out:COUNT") }
    return max(1, count)
  }

  private func characters(_ literal: Literal) throws(BridgeError) -> CallArgument {
    let name = variable.name
    if variable.shape == .scalar, let capacity = try textCapacity(literal), capacity > 0 {
      let text = Out<String>(capacity: capacity)
      return CallArgument(name, text, returned: { .text(text.value) })
    }
    switch literal {
    case .list(let elements):
      var texts: [String] = []
      for element in elements {
        guard case .word(let text) = element else {
          guard case .text(let text) = element else { throw wrong(literal, "a list of texts") }
          texts.append(text)
          continue
        }
        texts.append(text)
      }
      return CallArgument(name, texts)
    case .text(let text), .word(let text):
      if variable.intent == .in || variable.shape != .scalar { return CallArgument(name, text) }
      let memory = InOut(text)
      return CallArgument(
        name, memory,
        returned: {
          // Blanks at the end are none of it, before the call as after it.
          .text(String(memory.value.reversed().drop { $0 == " " }.reversed()))
        })
    default: throw wrong(literal, "a text")
    }
  }

  private func truthValues(_ literal: Literal) throws(BridgeError) -> CallArgument {
    let name = variable.name
    if variable.shape == .scalar {
      if literal == .word("out") {
        let memory = Out<Bool>()
        return CallArgument(name, memory, returned: { Self.literal(memory.value) })
      }
      let value = try truthValue(literal)
      if variable.intent == .in || variable.isValue { return CallArgument(name, value) }
      let memory = InOut(value)
      return CallArgument(name, memory, returned: { Self.literal(memory.value) })
    }
    if let count = try outCount(literal) {
      let memory = Out<[Bool]>(count: count)
      return CallArgument(name, memory, returned: { .list(memory.value.map(Self.literal)) })
    }
    guard case .list(let elements) = literal else { throw wrong(literal, "[true, false]") }
    var values: [Bool] = []
    for element in elements { values.append(try truthValue(element)) }
    if variable.intent == .in { return CallArgument(name, values) }
    let memory = InOut(values)
    return CallArgument(name, memory, returned: { .list(memory.value.map(Self.literal)) })
  }

  private static func literal(_ value: Bool) -> Literal { .word(value ? "true" : "false") }

  private func truthValue(_ literal: Literal) throws(BridgeError) -> Bool {
    switch literal {
    case .word("true"), .word(".true."), .word("1"): return true
    case .word("false"), .word(".false."), .word("0"): return false
    default: throw wrong(literal, "true or false")
    }
  }
}

extension Literal {
  fileprivate var isList: Bool { if case .list = self { true } else { false } }
}
