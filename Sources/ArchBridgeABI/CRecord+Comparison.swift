extension CRecord {
  /// Whether both define the same record: `typedef` names make no difference.
  func isSameDefinition(as other: CRecord) -> Bool {
    guard kind == other.kind, tag == other.tag, isPacked == other.isPacked,
      packAlignment == other.packAlignment, alignment == other.alignment,
      members.count == other.members.count
    else { return false }
    for (left, right) in zip(members, other.members) where !left.isSameMember(as: right) {
      return false
    }
    return true
  }
}

extension CRecord.Member {
  fileprivate func isSameMember(as other: CRecord.Member) -> Bool {
    name == other.name && isConst == other.isConst && bitCount == other.bitCount
      && alignment == other.alignment && isPacked == other.isPacked
      && type.isSameType(as: other.type)
  }

  /// Whether this is a record without a name, whose members belong to the record around it.
  var isAnonymousRecord: Bool { name == nil && bitCount == nil }
}
