internal import ArchBridgeABI

extension TypeWriter {
  func writeRecord(_ key: String, to code: inout CodeText) throws(Omission) {
    guard let record = types.header.records[key] else { return }
    let members = try types.members(ofRecord: key, within: [])
    let name = types.swiftName(ofRecord: key)
    code.separate()
    code.document(documentation(record.comment, "C's `\(record.spelling)`."))
    code.add("public struct \(name): LibraryStructure, Equatable {")
    code.indent()
    code.document(["The type in C."])
    code.add("public static var cType: String { \"\(record.spelling)\" }")
    if record.kind == .union {
      writeUnion(members, to: &code)
    } else {
      writeStructure(members, to: &code)
    }
    code.outdent()
    code.add("}")
  }

  private func writeStructure(_ members: [MemberPlan], to code: inout CodeText) {
    if !members.isEmpty { code.separate() }
    for member in members {
      code.document(constantDocumentation(member))
      code.add("public var \(SwiftName.escaped(member.name)): \(member.type.name)")
    }
    code.separate()
    code.document(["Makes one of zeros."])
    code.add("public init() {\(members.isEmpty ? "" : " self.init(\(first(members))) ")}")
    if !members.isEmpty { writeMemberwise(members, to: &code) }
    code.separate()
    code.document(["Reads the members."])
    code.add("public init(fields: Structure) throws(BridgeError) {")
    code.indent()
    for member in members {
      code.add("\(field(member)) = try fields.get(\"\(member.path)\")")
    }
    code.outdent()
    code.add("}")
    code.separate()
    code.document(["Writes the members."])
    code.add("public func write(to fields: inout Structure) throws(BridgeError) {")
    code.indent()
    for member in members {
      code.add("try fields.set(\"\(member.path)\", \(field(member)))")
    }
    code.outdent()
    code.add("}")
  }

  private func writeMemberwise(_ members: [MemberPlan], to code: inout CodeText) {
    code.separate()
    code.document(["Makes one of its members."])
    code.add(
      "public init",
      members.map { "\(SwiftName.escaped($0.name)): \($0.type.name) = \($0.type.zero)" }, " {",
      hangs: true)
    code.indent()
    for member in members {
      let name = SwiftName.escaped(member.name)
      code.add("self.\(name) = \(name)")
    }
    code.outdent()
    code.add("}")
  }

  private func field(_ member: MemberPlan) -> String {
    let name = SwiftName.escaped(member.name)
    return member.name == "fields" ? "self.\(name)" : name
  }

  /// The first member as an argument, whose label can be any keyword but those of parameters.
  private func first(_ members: [MemberPlan]) -> String {
    let name = members[0].name
    let label = ["inout", "let", "var"].contains(name) ? SwiftName.escaped(name) : name
    return "\(label): \(members[0].type.zero)"
  }

  private func constantDocumentation(_ member: MemberPlan) -> [String] {
    let comment = HeaderComment(member.comment)
    guard let summary = comment.summary else {
      return ["The member `\(member.path)`."] + comment.paragraphs
    }
    return [summary] + comment.paragraphs
  }

  /// Writes a union: what C made, read as any of its members, or one member that Swift made.
  private func writeUnion(_ members: [MemberPlan], to code: inout CodeText) {
    code.separate()
    code.add("private enum Content: Equatable {")
    code.indent()
    code.add("case zeros")
    code.add("case fields(Structure)")
    for (index, member) in members.enumerated() {
      code.add("case member\(index + 1)(\(member.type.name))")
    }
    code.outdent()
    code.add("}")
    code.separate()
    code.add("private var unionContent: Content")
    code.separate()
    code.document(["Makes one of zeros."])
    code.add("public init() { unionContent = .zeros }")
    for (index, member) in members.enumerated() {
      code.separate()
      code.document(["Makes one whose value is that of its member `\(member.path)`."])
      let name = SwiftName.escaped(member.name)
      code.add(
        "public init(\(name): \(member.type.name))",
        body: "unionContent = .member\(index + 1)(\(name))")
    }
    code.separate()
    code.document(["Keeps the union as it is in memory."])
    code.add(
      "public init(fields: Structure) throws(BridgeError) { unionContent = .fields(fields) }")
    for (index, member) in members.enumerated() {
      writeAccessor(member, index, of: members.count, to: &code)
    }
    code.separate()
    code.document(["Writes the union."])
    code.add("public func write(to fields: inout Structure) throws(BridgeError) {")
    code.indent()
    code.add("switch unionContent {")
    code.add("case .zeros: break")
    code.add("case .fields(let known): fields = known")
    for (index, member) in members.enumerated() {
      code.add("case .member\(index + 1)(let value): try fields.set(\"\(member.path)\", value)")
    }
    code.add("}")
    code.outdent()
    code.add("}")
  }

  private func writeAccessor(
    _ member: MemberPlan, _ index: Int, of count: Int, to code: inout CodeText
  ) {
    code.separate()
    let documentation = constantDocumentation(member)
    code.document(
      documentation + ["Only a union that comes from the library can be read as any member."])
    code.add("public var \(SwiftName.escaped(member.name)): \(member.type.name) {")
    code.indent()
    code.add("get throws(BridgeError) {")
    code.indent()
    code.add("switch unionContent {")
    code.add("case .zeros: return \(member.type.zero)")
    code.add("case .fields(let fields): return try fields.get(\"\(member.path)\")")
    code.add("case .member\(index + 1)(let value): return value")
    if count > 1 {
      code.add("default:")
      code.indent()
      code.add(
        "throw BridgeError", [".typeMismatch", "\"the union does not hold \(member.path)\""], "",
        hangs: false)
      code.outdent()
    }
    for _ in 0..<3 {
      code.add("}")
      code.outdent()
    }
    code.indent()
  }
}
