internal import ArchBridge
internal import ArchBridgeGenerator

/// Expressions and variables.
extension ShellSession {
  /// The value of an expression; nil for a call of a function that returns nothing.
  ///
  /// What calls leave behind pointers, and in no variable, is printed.
  func evaluate(
    _ expression: ShellExpression, printing printed: inout [String]
  ) throws -> Literal? {
    switch expression {
    case .read(let address, let count, let type):
      return try read(address, count: count, type: type)
    case .literal(.call(let name, let arguments)):
      return try call(name, arguments, printing: &printed)
    case .literal(let literal):
      let value = try resolve(literal, printing: &printed)
      if case .word(let word) = value, let number = types.declarations.constant(named: word) {
        return .word("\(number)")
      }
      return value
    }
  }

  /// The literal with the values of what it names.
  func resolve(_ literal: Literal, printing printed: inout [String]) throws -> Literal {
    switch literal {
    case .text, .value: return literal
    case .word(let word): return try resolve(word)
    case .list(let elements):
      return .list(try elements.map { try resolve($0, printing: &printed) })
    case .members(let members):
      return .members(
        try members.map { Literal.Member($0.name, try resolve($0.value, printing: &printed)) })
    case .pair(let real, let imaginary):
      return .pair(
        try resolve(real, printing: &printed), try resolve(imaginary, printing: &printed))
    case .call(let name, let arguments):
      guard let value = try call(name, arguments, printing: &printed) else {
        throw CommandFailure("\(name) returns nothing, and cannot be an argument")
      }
      return value
    }
  }

  private func resolve(_ word: String) throws -> Literal {
    if ShellSignature.isQualified(word), !word.hasPrefix("&") {
      return try client.literal(ofVariable: word)
    }
    if word.hasPrefix("&") { return try address(of: String(word.dropFirst())) }
    if let path = ShellPath(word), let value = try value(at: path) { return value }
    if word.isPlainLiteral || types.declarations.constant(named: word) != nil {
      return .word(word)
    }
    if let function = types.declarations.function(named: word) {
      throw CommandFailure(
        "\(word) is a function: '\(function)'; call it as \(word)(…), or give its address as &\(word)"
      )
    }
    if exportedNames.contains(word) {
      throw CommandFailure(
        "\(word) is exported, and not declared; declare it, as in 'extern int \(word);' or "
          + "'int \(word)(int);'")
    }
    throw CommandFailure(
      "no variable and no constant is called '\(word)'; a text needs quotes: \"\(word)\"")
  }

  /// The value that a path leads to; nil where it begins with no variable's name.
  private func value(at path: ShellPath) throws -> Literal? {
    let whole: Literal
    if types.declarations.variable(named: path.name) != nil {
      whole = try client.literal(ofVariable: path.name)
    } else if let kept = variables[path.name] {
      whole = kept
    } else {
      return nil
    }
    guard !path.members.isEmpty else { return whole }
    return .value(try typed(whole, path)[path.members])
  }

  private func typed(_ value: Literal, _ path: ShellPath) throws -> TypedValue {
    guard case .value(let value) = value else {
      throw CommandFailure("\(path.name) is '\(value)', and has no members")
    }
    return value
  }

  /// The address of a function or variable of the library.
  private func address(of name: String) throws -> Literal {
    if ShellSignature.isQualified(name), !name.contains("("),
      let address = try? client.variable(name).address()
    {
      return .word("\(address)")
    }
    let address = try LibraryFunction(of: client, named: name).address()
    return .word("\(address)")
  }

  /// Sets a variable of the library, or one that is kept here.
  func set(_ path: ShellPath, _ value: Literal) throws {
    let declarations = types.declarations
    if declarations.variable(named: path.name) != nil {
      let variable = client.variable(path.name)
      if path.members.isEmpty { return try variable.set(value) }
      var whole: TypedValue = try variable.get()
      try whole.set(path.members, value)
      return try variable.set(whole)
    }
    if declarations.function(named: path.name) != nil {
      throw CommandFailure("\(path.name) is a function; take another name for the variable")
    }
    guard !path.members.isEmpty else { return variables[path.name] = value }
    guard let kept = variables[path.name] else {
      throw CommandFailure("no variable is called '\(path.name)'")
    }
    var whole = try typed(kept, path)
    try whole.set(path.members, value)
    variables[path.name] = .value(whole)
  }

  // MARK: Memory

  private func read(_ word: String, count: Int?, type: String?) throws -> Literal {
    let literal = try resolve(word)
    var place: (address: RemoteAddress, pointee: CType?)
    switch literal {
    case .value(let value):
      place = (try value.get(), value.type.pointee)
    case .word(let word):
      guard let address = Literal.address(word) else { fallthrough }
      place = (address, nil)
    default: throw CommandFailure("'\(word)' is no address")
    }
    if type == "text" { return .text(try client.memory.readText(place.address)) }
    if let type { place.pointee = try types.type(spelled: type) }
    guard let element = place.pointee, element.resolved != .void else {
      throw CommandFailure("which type is at \(place.address)? as in: read \(word) 4 double")
    }
    let width = try types.byteCount(of: element)
    let (byteCount, overflow) = width.multipliedReportingOverflow(by: count ?? 1)
    guard count ?? 1 >= 0, !overflow, byteCount <= 0x7FFF_FFFF else {
      throw CommandFailure("\(count ?? 1) of '\(element)' cannot be read at once")
    }
    let bytes = try client.memory.read(place.address, byteCount: byteCount)
    let whole = count.map { CType.array(of: element, count: $0) } ?? element
    return .value(try TypedValue(whole, types, bytes: bytes))
  }
}

extension String {
  /// Whether this is a number, or one of the words that need no declaration.
  fileprivate var isPlainLiteral: Bool {
    if ["null", "true", "false", "out"].contains(self) { return true }
    if hasPrefix("@") || hasPrefix("out:") { return true }
    func isNumber(_ text: String) -> Bool {
      NumberText.integer(text, Int64.self) != nil || NumberText.integer(text, UInt64.self) != nil
        || NumberText.floating(text, Float80.self) != nil
    }
    let (real, imaginary) = NumberText.parts(self)
    return isNumber(real) && isNumber(imaginary)
  }
}

extension CType {
  /// What a pointer points to.
  fileprivate var pointee: CType? {
    if case .pointer(let pointee, _) = resolved { pointee } else { nil }
  }
}
