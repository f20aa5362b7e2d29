/// Writes a method of the client.
struct FunctionWriter {
  let plan: FunctionPlan
  /// The function in C, for its documentation.
  let prototype: String

  private var function: HeaderFunction { plan.function }

  init(_ plan: FunctionPlan, prototype: String) {
    self.plan = plan
    self.prototype = prototype
  }

  func write(to code: inout CodeText) {
    code.separate()
    code.document(documentation)
    if let deprecation = function.deprecation {
      let message = deprecation.isEmpty ? "" : ", message: \(SwiftLiteral.text(deprecation))"
      code.add("@available(*, deprecated\(message))")
    }
    if plan.isDiscardable, plan.results.count == 1 { code.add("@discardableResult") }
    let result = plan.resultType.map { " -> \($0)" } ?? ""
    code.add(
      "public func \(SwiftName.escaped(plan.name))", plan.parameterTexts,
      " throws(BridgeError)\(result) {", hangs: true)
    code.indent()
    writeBody(to: &code)
    code.outdent()
    code.add("}")
  }

  private func writeBody(to code: inout CodeText) {
    for statement in plan.setup { write(statement, to: &code) }
    let isOneCall = plan.completion.isEmpty && plan.results.count == (plan.keepsCallResult ? 1 : 0)
    var head = "try \(callee)"
    if let type = plan.callType {
      if plan.keepsCallResult, isOneCall {
        head = plan.setup.isEmpty && !function.isVariadic ? head : "return " + head
      } else {
        head = "let \(plan.keepsCallResult ? "result" : "_"): \(type) = " + head
      }
    }
    if function.isVariadic {
      let variable = plan.parameters.last?.name ?? "arguments"
      code.add("let fixed: [(any LibraryArgument)?] = [\(plan.arguments.joined(separator: ", "))]")
      code.add("\(head).call(fixed + \(variable))")
    } else {
      code.add(head, plan.arguments, "", hangs: false)
    }
    for statement in plan.completion + plan.checks { write(statement, to: &code) }
    if !isOneCall { writeResult(to: &code) }
  }

  private func writeResult(to code: inout CodeText) {
    if plan.results.count == 1 {
      code.add("return \(plan.results[0].expression)")
    } else if !plan.results.isEmpty {
      code.add(
        "return ", plan.results.map { $0.expression }, "", hangs: true)
    }
  }

  private func write(_ statement: FunctionPlan.Statement, to code: inout CodeText) {
    switch statement {
    case .line(let text): code.add(text)
    case .call(let head, let arguments): code.add(head, arguments, "", hangs: false)
    }
  }

  /// The library's function: by its own name, whatever the client's members are.
  private var callee: String {
    let symbol = function.symbol
    let isMember =
      symbol.utf8.allSatisfy(ByteText.isWord)
      && !SwiftName.libraryMembers.contains(symbol)
    return isMember ? "library.\(symbol)" : "library[\(SwiftLiteral.text(symbol))]"
  }

  private var documentation: [String] {
    let comment = HeaderComment(function.comment)
    var paragraphs = [comment.summary ?? "Calls the library's `\(function.name)`."]
    paragraphs += comment.paragraphs
    paragraphs.append("In C: `\(prototype)`")
    let known = plan.parameters.filter { parameter in
      comment.parameters.contains { $0.name == parameter.cName }
    }
    var items: [String] = []
    let texts = known.compactMap { parameter in
      comment.parameters.first { $0.name == parameter.cName }
        .map { "\(parameter.name): \($0.text)" }
    }
    if texts.count == 1 {
      items.append("- Parameter \(texts[0])")
    } else if texts.count > 1 {
      items.append("- Parameters:\n" + texts.map { "  - \($0)" }.joined(separator: "\n"))
    }
    if let result = comment.result, !plan.results.isEmpty { items.append("- Returns: \(result)") }
    if !items.isEmpty { paragraphs.append(items.joined(separator: "\n")) }
    return paragraphs
  }
}
