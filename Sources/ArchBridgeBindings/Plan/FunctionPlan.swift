/// A method of the Swift client: what it takes, what it does, what it gives back.
struct FunctionPlan {
  struct Parameter {
    /// The label, where the notes give one.
    var label: String?
    let name: String
    let type: String
    /// The closure that the type is, since a long one takes several lines.
    var closure: ClosureType?
    /// Whether nil says something, so that it can be left out at the end of a call.
    var isOptional = false
    var isVariadic = false
    /// The name in C.
    let cName: String?
  }

  /// A statement of the method's body.
  enum Statement: Hashable {
    case line(String)
    /// A call, whose arguments may need lines of their own.
    case call(String, [String])
  }

  struct Result {
    let label: String
    let type: String
    let expression: String
  }

  let function: HeaderFunction
  /// The base name in Swift.
  var name: String
  var parameters: [Parameter] = []
  /// Statements before the call.
  var setup: [Statement] = []
  /// What goes into the call, in C's order.
  var arguments: [String] = []
  /// Statements after the call.
  var completion: [Statement] = []
  /// What the call is asked for; nil where it is declared to return nothing.
  var callType: String?
  /// Checks of what came back, after all of those.
  var checks: [Statement] = []
  /// Whether what the call returns is part of the result.
  var keepsCallResult = false
  /// The result's parts, that of the call first where it is kept.
  var results: [Result] = []
  /// Whether a result is often of no interest.
  var isDiscardable = false

  /// The result's type in Swift; nil for none.
  var resultType: String? {
    if results.isEmpty { return nil }
    if results.count == 1 { return results[0].type }
    return "(" + results.map { "\($0.label): \($0.type)" }.joined(separator: ", ") + ")"
  }

  /// The parameters as they stand in the declaration.
  var parameterTexts: [String] {
    var defaults = parameters.map { _ in false }
    for index in parameters.indices.reversed() {
      if parameters[index].isVariadic { continue }
      guard parameters[index].isOptional else { break }
      defaults[index] = true
    }
    return zip(parameters, defaults).map { parameter, hasDefault in
      let name = SwiftName.escaped(parameter.name)
      let label = parameter.label.map { $0 == parameter.name ? "" : "\($0) " } ?? "_ "
      let end = hasDefault ? " = nil" : ""
      let text = "\(label)\(name): \(parameter.type)\(end)"
      // The indentation of a method's parameters, and a comma.
      guard let closure = parameter.closure, text.count > CodeText.lineLength - 5 else {
        return text
      }
      return "\(label)\(name):\(closure.lines)\(end)"
    }
  }
}

/// A closure's type, as a parameter has it.
struct ClosureType: Hashable {
  let parameters: [String]
  let result: String
  let isOptional: Bool

  /// The closure's own type.
  private var plain: String { "(\(parameters.joined(separator: ", "))) throws -> \(result)" }

  /// The type on one line.
  var text: String { isOptional ? "(\(plain))?" : "@escaping \(plain)" }

  /// The type on several lines, as far as it has to be, with the blank before it.
  var lines: String {
    if !isOptional {
      return "\n  @escaping (\n    \(filled(indentation: 4))\n  ) throws -> \(result)"
    }
    // A parameter of a method is indented by 4, and the closure in its parentheses by 6.
    if plain.count <= CodeText.lineLength - 6 { return " (\n  \(plain)\n)?" }
    return " (\n  (\n    \(filled(indentation: 4))\n  ) throws -> \(result)\n)?"
  }

  private func filled(indentation: Int) -> String {
    CodeText.filled(parameters, width: CodeText.lineLength - 4 - indentation)
      .joined(separator: "\n" + String(repeating: " ", count: indentation))
  }
}
