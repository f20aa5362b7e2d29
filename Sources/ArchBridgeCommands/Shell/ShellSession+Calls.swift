internal import ArchBridge
internal import ArchBridgeGenerator
internal import ArchBridgeObjectFiles

/// Calls.
extension ShellSession {
  /// Calls a function; nil where it returns nothing.
  ///
  /// `out NAME` and `out NAME[4]` keep what comes back in a variable, as does a variable that is
  /// given to a pointer; what comes back elsewhere is printed.
  func call(
    _ name: String, _ arguments: [Literal], printing printed: inout [String]
  ) throws -> Literal? {
    let isSignature = name.contains { "(:".contains($0) }
    if isSignature, let word = arguments.lazy.compactMap(\.word).first(where: isType) {
      throw CommandFailure(
        "'\(word)' is a type: write the arguments in parentheses of their own behind the signature, "
          + "as in 'int ns::add(int, int)(1, 2)'")
    }
    let function =
      isSignature
      ? try LibraryFunction(of: client, named: name).declaration(argumentCount: arguments.count)
      : types.declarations.function(named: name)
    let procedure = function == nil ? types.fortran.procedure(named: name) : nil
    if function == nil, procedure == nil { throw unknown(name) }
    var literals: [Literal] = []
    var targets: [Int: String] = [:]
    for (index, argument) in arguments.enumerated() {
      if let (target, literal) = try Self.out(argument) {
        targets[index] = target
        literals.append(literal)
      } else {
        if case .word(let word) = argument, variables[word] != nil { targets[index] = word }
        literals.append(try resolve(argument, printing: &printed))
      }
    }
    let outcome: FunctionCall.Outcome
    if let function {
      outcome = try FunctionCall(
        function, literals, types, callee: isSignature ? name : nil
      ).perform(on: client)
    } else if let procedure {
      outcome = try FortranLiteralCall(procedure, literals, types).perform(on: client)
    } else {
      return nil
    }
    for (index, parameter, value) in outcome.returned {
      if let target = targets[index] {
        variables[target] = value
      } else {
        printed.append("\(parameter) = \(value.printed)")
      }
    }
    return outcome.result
  }

  /// The variable and the memory that `out volts` or `out samples[100]` asks for.
  private static func out(_ argument: Literal) throws -> (name: String, Literal)? {
    guard case .word(let word) = argument, word.hasPrefix("out ") else { return nil }
    guard let path = ShellPath(word.dropFirst(4).trimmed) else {
      throw CommandFailure("'\(word)' names no variable; write out volts, or out samples[100]")
    }
    if path.members.isEmpty { return (path.name, .word("out")) }
    guard path.members.first == "[", path.members.last == "]",
      let count = Int(path.members.dropFirst().dropLast())
    else { throw CommandFailure("'\(word)' has no count; write out samples[100] for a hundred") }
    return (path.name, .word("out:\(count)"))
  }

  /// Whether an argument is a type of a signature that has none behind it.
  private func isType(_ word: String) -> Bool {
    variables[word] == nil && types.declarations.variable(named: word) == nil
      && types.declarations.constant(named: word) == nil
      && (try? types.type(spelled: word)) != nil
  }

  private func unknown(_ name: String) -> CommandFailure {
    if exportedNames.contains(name) {
      return CommandFailure(
        "\(name) is not declared; type its prototype first, as in 'double \(name)(double x);'")
    }
    let names = types.declarations.functionNames + exportedNames
    let near = nearNames(to: name, in: names, limit: 3)
    let advice = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
    return CommandFailure("no function is called '\(name)'\(advice)")
  }
}

extension Literal {
  /// The word that this is.
  fileprivate var word: String? {
    if case .word(let word) = self { word } else { nil }
  }
}
