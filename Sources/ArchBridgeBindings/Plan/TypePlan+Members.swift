internal import ArchBridgeABI

/// A member of a Swift structure that stands for a C one.
struct MemberPlan {
  /// The name in Swift.
  let name: String
  /// The name in C, which fields are read and written by.
  let path: String
  let type: SwiftType
  let comment: String?
}

extension TypePlan {
  /// The Swift members of a record; those of anonymous structures among them stand beside them.
  ///
  /// An anonymous union is a member of its own, under the name that the declarations give it.
  func members(ofRecord key: String, within outer: Set<String>) throws(Omission) -> [MemberPlan] {
    guard let record = header.records[key] else { return [] }
    if outer.contains(key) { throw Omission("a member of its own type") }
    var members: [MemberPlan] = []
    var scope = NameScope()
    for (index, member) in record.members.enumerated() {
      if let name = member.name {
        guard !isFlexible(member, at: index, of: record) else { continue }
        do throws(Omission) {
          let type = try self.member(member.type, within: outer.union([key]))
          members.append(
            MemberPlan(
              name: scope.claim(SwiftName.unreserved(name, SwiftName.structureMembers)), path: name,
              type: type, comment: member.comment))
        } catch {
          throw Omission("the member '\(name)', \(error.reason)")
        }
      } else if member.bitCount == nil, case .record(let inner) = header.resolved(member.type) {
        if let name = anonymousName(inner, in: record), record.kind == .structure {
          members.append(
            MemberPlan(
              name: scope.claim(name), path: name,
              type: try self.member(member.type, within: outer.union([key])), comment: nil))
        } else {
          let nested = try self.members(ofRecord: inner, within: outer.union([key]))
          members += nested.map { member in
            MemberPlan(
              name: scope.claim(member.name), path: member.path, type: member.type,
              comment: member.comment)
          }
        }
      }
    }
    return members
  }

  /// The name that the declarations give to an anonymous union, so that it can be a value.
  func anonymousName(_ inner: String, in record: HeaderRecord) -> String? {
    guard header.records[inner]?.kind == .union else { return nil }
    let unions = record.members.filter { member in
      member.name == nil && member.bitCount == nil && header.record(member.type)?.kind == .union
    }
    guard let index = unions.firstIndex(where: { header.record($0.type)?.key == inner }) else {
      return nil
    }
    let name = unions.count == 1 ? "anonymous" : "anonymous\(index + 1)"
    return record.members.contains { $0.name == name } ? nil : name
  }

  private func isFlexible(
    _ member: HeaderRecord.Member, at index: Int, of record: HeaderRecord
  ) -> Bool {
    guard index == record.members.count - 1,
      case .array(_, let count) = header.resolved(member.type)
    else { return false }
    return count == nil || count == 0
  }

  private func member(_ type: HeaderType, within outer: Set<String>) throws(Omission) -> SwiftType {
    if let reason = header.unsupported(in: type) { throw Omission(reason) }
    switch header.resolved(type) {
    case .array(let element, let count):
      guard let count else { throw Omission("an array without a length") }
      if case .scalar(.char) = header.resolved(element) {
        return SwiftType("String", .text, zero: "\"\"")
      }
      let inner = try member(element, within: outer)
      return SwiftType(
        "[\(inner.name)]", .array, zero: "Array(repeating: \(inner.zero), count: \(count))")
    case .record(let key):
      if isOpaque(key) { throw Omission("'\(spelling(ofRecord: key))', which is not defined") }
      _ = try members(ofRecord: key, within: outer)
      return try value(type)
    default:
      return try value(type)
    }
  }
}
