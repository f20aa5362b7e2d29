internal import ArchBridgeABI

/// Writes the source of a client.
struct ClientWriter {
  let options: Bindings.Options
  let types: TypePlan
  let plans: [FunctionPlan]
  let variables: [HeaderVariable]
  let omissions: [Omission]

  private var header: Header { types.header }

  /// The source, the C declarations in it, and the keys of the structures.
  func write() -> (text: String, declarations: String, records: [String]) {
    let used = UsedTypes(types, functions: plans.map(\.function), variables: variables)
    var typeCode = CodeText()
    typeCode.indent()
    let taken = writeTypes(used, to: &typeCode)
    let declarations = declarations(used)
    var code = CodeText()
    code.addHead(options, omissions)
    writeClient(&code)
    if !typeCode.lines.isEmpty {
      code.separate()
      code.add("extension \(options.name) {")
      code.indent()
      for line in typeCode.lines { code.add(line.isEmpty ? "" : String(line.dropFirst(2))) }
      code.outdent()
      code.add("}")
    }
    writeConstants(taken, to: &code)
    writeDeclarations(declarations, to: &code)
    CheckWriter(code: code.lines).write(to: &code)
    return (
      code.lines.joined(separator: "\n") + "\n", declarations.joined(separator: "\n"), used.records
    )
  }

  private func writeClient(_ code: inout CodeText) {
    code.document([
      "The library `\(options.library)`, whose functions are methods.",
      "A name that is not a method is reached through `library`, which has every function of the "
        + "library's. An integer that does not fit the type that it has in C is refused, and `Int` "
        + "stands for C's `long`, whose width is the architecture's. A closure is called during the "
        + "call that it is given to, and not after.",
    ])
    code.add("public final class \(options.name): LibraryClient, @unchecked Sendable {")
    code.indent()
    code.addInitializer(options, declaring: "Self.declarations")
    let writer = CDeclarationWriter(types)
    for plan in plans {
      FunctionWriter(plan, prototype: writer.prototype(plan.function))
        .write(to: &code)
    }
    for variable in variables { write(variable, to: &code) }
    code.outdent()
    code.add("}")
  }

  private func write(_ variable: HeaderVariable, to code: inout CodeText) {
    let name = SwiftName.unreserved(
      variable.swiftName ?? variable.name, SwiftName.clientMembers, others: types.clientNames)
    let comment = HeaderComment(variable.comment)
    let text = CDeclarationWriter(types).declared(
      variable.type, as: variable.name, isConst: variable.isConst)
    code.separate()
    code.document(
      [comment.summary ?? "The library's variable `\(variable.name)`."] + comment.paragraphs + [
        "In C: `extern \(text)`"
      ])
    code.add("public var \(SwiftName.escaped(name)): LibraryVariable {")
    code.indent()
    code.add("variable(\(SwiftLiteral.text(variable.symbol)))")
    code.outdent()
    code.add("}")
  }

  /// Writes the types, and returns their names.
  private func writeTypes(_ used: UsedTypes, to code: inout CodeText) -> Set<String> {
    let writer = TypeWriter(types: types)
    var names: Set<String> = []
    for key in used.handles {
      let name = types.swiftName(ofRecord: key)
      names.insert(name)
      writer.writeHandle(
        name, spelling: types.spelling(ofRecord: key), comment: header.records[key]?.comment,
        to: &code)
    }
    for name in used.wrappers {
      guard let typedef = header.typedefs[name] else { continue }
      try? writer.writeWrapper(typedef, to: &code)
      names.insert(types.swiftName(ofWrapper: name) ?? "")
    }
    for key in used.enumerations {
      writer.writeEnumeration(key, to: &code)
      names.insert(types.swiftName(ofEnumeration: key) ?? "")
    }
    for key in used.records {
      try? writer.writeRecord(key, to: &code)
      names.insert(types.swiftName(ofRecord: key))
    }
    return names
  }

  private func writeConstants(_ taken: Set<String>, to code: inout CodeText) {
    let unnamed = header.enumerationOrder.compactMap { header.enumerations[$0] }
      .filter { $0.isOwn && !$0.isNamed }
    guard !header.constants.isEmpty || !unnamed.isEmpty else { return }
    code.separate()
    code.add("extension \(options.name) {")
    code.indent()
    var writer = ConstantWriter(types, taken: taken)
    for enumeration in unnamed { writer.write(enumeration, to: &code) }
    for constant in header.constants { writer.write(constant, to: &code) }
    code.outdent()
    code.add("}")
  }

  private func declarations(_ used: UsedTypes) -> [String] {
    var writer = CDeclarationWriter(types)
    for key in header.enumerationOrder where header.enumerations[key]?.isOwn ?? false {
      writer.add(enumerationKey: key)
    }
    for key in used.records { writer.add(recordKey: key) }
    for variable in variables { writer.add(variable) }
    for plan in plans { writer.add(plan.function) }
    return writer.lines
  }

  private func writeDeclarations(_ declarations: [String], to code: inout CodeText) {
    code.separate()
    code.add("extension \(options.name) {")
    code.indent()
    code.document([
      "The library's functions and types in C, which every call is checked against."
    ])
    code.add("public static let declarations = \"\"\"")
    code.indent()
    for line in declarations { code.add(line) }
    code.add("\"\"\"")
    code.outdent()
    code.outdent()
    code.add("}")
  }
}
