internal import ArchBridgeABI

/// Writes the source of a client of Fortran procedures.
struct FortranClientWriter {
  let options: Bindings.Options
  let declarations: FortranDeclarations
  let plans: [FortranPlan]
  let omissions: [Omission]

  func write() -> String {
    var code = CodeText()
    code.addHead(options, omissions)
    code.document([
      "The library `\(options.library)`, whose Fortran procedures are methods.",
      "Matrices keep their shape, and their elements Fortran's order. What a procedure gives out is "
        + "returned; what it changes is `inout`. A name that is not a method is reached through "
        + "`fortran`.",
    ])
    code.add("public final class \(options.name): LibraryClient, @unchecked Sendable {")
    code.indent()
    code.addInitializer(options, declaring: "fortran: Self.declarations")
    let names = methodNames()
    for (plan, name) in zip(plans, names) { write(plan, name, &code) }
    var taken = Set(names)
    for variable in declarations.variables { write(variable, taken: &taken, &code) }
    for block in declarations.commonBlocks { write(block, taken: &taken, &code) }
    code.outdent()
    code.add("}")
    writeDeclarations(&code)
    return code.lines.joined(separator: "\n") + "\n"
  }

  /// The methods' names: a module's name goes before where two have the same.
  private func methodNames() -> [String] {
    var counts: [String: Int] = [:]
    for plan in plans { counts[plan.procedure.name, default: 0] += 1 }
    return plans.map { plan in
      let procedure = plan.procedure
      let name =
        counts[procedure.name, default: 0] > 1
        ? (procedure.module.map { "\($0)_\(procedure.name)" } ?? procedure.name) : procedure.name
      return SwiftName.unreserved(name, SwiftName.clientMembers)
    }
  }

  // MARK: Methods

  private func write(_ plan: FortranPlan, _ name: String, _ code: inout CodeText) {
    code.separate()
    code.document([
      "Calls the library's `\(plan.procedure.qualifiedName)`.",
      "In Fortran: `\(plan.procedure)`",
    ])
    var parameters: [String] = []
    var results: [(name: String, type: String, value: String)] = []
    let names = Set(plan.arguments.map(\.name))
    // What the body names besides must be no argument.
    let result = names.contains("result") ? "functionResult" : "result"
    let callee = names.contains("fortran") ? "self.fortran" : "fortran"
    if let type = plan.resultType { results.append((result, type, result)) }
    var before: [String] = []
    var after: [String] = []
    var values: [String] = []
    for argument in plan.arguments {
      let local = SwiftName.escaped(argument.name)
      switch argument.passing {
      case .input:
        let standard = argument.standard.map { " = \($0)" } ?? ""
        parameters.append("_ \(local): \(argument.type)\(standard)")
        values.append(local)
      case .mutated:
        parameters.append("_ \(local): inout \(argument.type)")
        before.append("let \(argument.name)Memory = InOut(\(local))")
        after.append("\(local) = \(argument.name)Memory.value")
        values.append("\(argument.name)Memory")
      case .returned(let making):
        before.append("let \(argument.name)Memory = \(making)")
        results.append((argument.name, argument.type, "\(argument.name)Memory.value"))
        values.append("\(argument.name)Memory")
      }
    }
    let head = "public func \(SwiftName.escaped(name))"
    let parts = results.map { "\($0.name): \($0.type)" }
    let type =
      switch results.count {
      case 0: ""
      case 1: " -> \(results[0].type)"
      default: " -> (\(parts.joined(separator: ", ")))"
      }
    if results.count > 1, type.count > CodeText.lineLength - 28 {
      code.add(head, parameters, " throws(BridgeError) -> (", hangs: true)
      code.indent()
      for line in CodeText.filled(parts, width: CodeText.lineLength - 4) { code.add(line) }
      code.outdent()
      code.add(") {")
    } else {
      code.add(head, parameters, " throws(BridgeError)\(type) {", hangs: true)
    }
    code.indent()
    for line in before { code.add(line) }
    let isPlain = before.isEmpty
    let take = plan.resultType.map { isPlain ? "" : "let \(result): \($0) = " } ?? ""
    code.add(
      "\(take)try \(callee)[\(SwiftLiteral.text(plan.procedure.qualifiedName))]", values, "",
      hangs: false)
    for line in after { code.add(line) }
    if !isPlain, !results.isEmpty {
      let list = results.map(\.value)
      if list.count == 1 {
        code.add("return \(list[0])")
      } else {
        code.add("return ", list, "", hangs: true)
      }
    }
    code.outdent()
    code.add("}")
  }

  private func write(
    _ variable: FortranModuleVariable, taken: inout Set<String>, _ code: inout CodeText
  ) {
    let isTaken = !taken.insert(variable.variable.name).inserted
    let name = SwiftName.unreserved(
      isTaken ? "\(variable.module)_\(variable.variable.name)" : variable.variable.name,
      SwiftName.clientMembers)
    code.separate()
    code.document([
      "The variable `\(variable.qualifiedName)`.", "In Fortran: `\(variable.variable)`",
    ])
    code.add("public var \(SwiftName.escaped(name)): FortranEntity {")
    code.indent()
    code.add("fortran[\(SwiftLiteral.text(variable.qualifiedName))]")
    code.outdent()
    code.add("}")
  }

  private func write(
    _ block: FortranCommonBlock, taken: inout Set<String>, _ code: inout CodeText
  ) {
    var name = block.name ?? "blankCommon"
    if !taken.insert(name).inserted { name = "common_\(name)" }
    code.separate()
    let variables = block.variables.map { "`\($0)`" }.joined(separator: ", ")
    code.document([
      block.name.map { "The common block `\($0)`." } ?? "Blank common.", "It has \(variables).",
    ])
    let swiftName = SwiftName.escaped(SwiftName.unreserved(name, SwiftName.clientMembers))
    code.add("public var \(swiftName): FortranCommon {")
    code.indent()
    code.add("fortran.common(\(block.name.map(SwiftLiteral.text) ?? ""))")
    code.outdent()
    code.add("}")
  }

  // MARK: Declarations

  private func writeDeclarations(_ code: inout CodeText) {
    code.separate()
    code.add("extension \(options.name) {")
    code.indent()
    code.document([
      "The library's procedures and variables in Fortran, which every call is checked against."
    ])
    code.add("public static let declarations = \"\"\"")
    code.indent()
    for line in declarations.lines(width: 88) { code.add(line.replacing("\\", with: "\\\\")) }
    code.add("\"\"\"")
    code.outdent()
    code.outdent()
    code.add("}")
  }
}
