internal import ArchBridge
internal import ArchBridgeObjectFiles
internal import Glibc

/// A call of a declared function with literals, ready to be made.
struct FunctionCall {
  private let function: FunctionDeclaration
  /// What the library knows it by.
  private let callee: String
  private let arguments: [CallArgument]
  /// The `out` parameter that is the result, since its argument has been left out.
  private let resultIndex: Int?

  /// What a call came to.
  struct Outcome: Sendable {
    /// The result; nil for none.
    var result: Literal?
    /// What came back through pointers, by the literal's place and the parameter's name.
    var returned: [(index: Int, name: String, value: Literal)]
    /// What the function left in C's `errno`.
    var errno: Int32

    /// What C says of `errno`.
    var errnoText: String {
      // Safe: it returns a text that stays as it is until the thread asks again.
      unsafe String(cString: strerror(errno))
    }
  }

  /// Reads the literals as the function's parameters.
  init(
    _ function: FunctionDeclaration, _ literals: [Literal], _ types: TypeContext,
    callee: String? = nil
  ) throws(BridgeError) {
    self.function = function
    self.callee = callee ?? function.name
    let parameters = function.type.parameters
    var literals = literals
    resultIndex = literals.count == parameters.count - 1 ? function.omissibleParameter : nil
    if let resultIndex { literals.insert(.word("out"), at: resultIndex) }
    let isVariadic = function.type.isVariadic
    guard literals.count == parameters.count || (isVariadic && literals.count > parameters.count)
    else {
      throw BridgeError(
        .argumentCount,
        "\(literals.count) argument\(literals.count == 1 ? "" : "s") where "
          + "\(isVariadic ? "at least " : "")\(parameters.count) "
          + "belong\(parameters.count == 1 ? "s" : ""): \("\(function)".abridged())"
          + function.advice(onCount: literals.count),
        symbol: function.name)
    }
    let reader = ArgumentReader(types: types)
    var arguments: [CallArgument] = []
    for (index, literal) in literals.enumerated() {
      arguments.append(
        index < parameters.count
          ? try reader.read(literal, for: parameters[index], number: index + 1)
          : try reader.readVariable(literal, number: index + 1))
    }
    self.arguments = arguments
  }

  /// Makes the call.
  func perform(on client: LibraryClient) throws(BridgeError) -> Outcome {
    let callee = LibraryFunction(of: client, named: callee)
    let values = arguments.map(\.argument)
    var outcome = Outcome(result: nil, returned: [], errno: 0)
    if function.type.result.isTextPointer {
      let (text, errno) = try callee.callForErrno(values, as: String?.self)
      outcome.result = (text ?? nil).map(Literal.text) ?? .null
      outcome.errno = errno
    } else {
      let (value, errno) = try callee.callForErrno(values, as: TypedValue.self)
      outcome.result = value.map(Literal.value)
      outcome.errno = errno
    }
    for (index, argument) in arguments.enumerated() {
      guard let value = argument.returned?() else { continue }
      if index == resultIndex {
        outcome.result = try owned(value, function.type.parameters[index], client)
      } else {
        let isShifted = resultIndex.map { $0 < index } ?? false
        outcome.returned.append((isShifted ? index - 1 : index, argument.name, value))
      }
    }
    return outcome
  }

  /// The text behind a pointer that the caller is to free, copied and freed; else the value itself.
  private func owned(
    _ literal: Literal, _ parameter: CFunctionType.Parameter, _ client: LibraryClient
  ) throws(BridgeError) -> Literal {
    guard case .value(let value) = literal, value.type.isTextPointer,
      let free = parameter.annotations.first(where: { $0.hasPrefix("free=") })
    else { return literal }
    let address: RemoteAddress = try value.get()
    guard !address.isNull else { return .null }
    return .text(
      try client.memory.takeText(address, freeingWith: String(free.dropFirst("free=".count))))
  }
}

extension FunctionDeclaration {
  /// The one `out` parameter of a function whose own result says no more than whether it failed.
  fileprivate var omissibleParameter: Int? {
    let outs = type.parameters.indices.filter { type.parameters[$0].annotations.contains("out") }
    let hasStatus = annotations.contains { $0.hasPrefix("status=") }
    return outs.count == 1 && (hasStatus || type.result.resolved == .void) ? outs[0] : nil
  }
}

extension CType {
  /// Whether this points to characters, which are taken for a text.
  var isTextPointer: Bool {
    guard case .pointer(let pointee, _) = resolved else { return false }
    return pointee.textEncoding(.utf8) != nil
  }
}
