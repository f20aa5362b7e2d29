internal import ArchBridgeABI

extension DebugTypes {
  private static let enumeratorLimit = 65_536

  /// The enumeration that an entry is, or the number where C's declarations cannot have it.
  mutating func enumeration(
    _ entry: DebugEntry, hint: String, depth: Int
  ) throws(Undeclarable) -> CType {
    if let signature = entry[.signature] {
      let target = try read { () throws(ObjectFileError) in
        try entries.target(of: signature, from: entry.reference)
      }
      if let target, target != entry.reference {
        return try type(target, hint: hint, depth: depth).type
      }
    }
    let values = try enumerators(of: entry)
    let number = try number(of: entry, isNegative: values.contains { $0.value < 0 })
    guard !entry.isSet(.enumClass), !entry.isSet(.declaration), !values.isEmpty,
      Set(values.map(\.name)).count == values.count,
      values.allSatisfy({ CDeclarations.canName($0.name) })
    else { return number }
    let name = try name(of: entry) ?? hint
    let members = Dictionary(values.map { ($0.name, $0.value) }) { first, _ in first }
    if let earlier = enumerations[name] {
      return earlier == members ? .enumeration(tag: name) : number
    }
    let tag = records.claim(name)
    guard tag == name else { return number }
    let list = values.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
    // Compilers give it a width by its values; one that was told another is a plain number here.
    let scalar = CDeclarations.enumerationScalar(of: values.map(\.value))
    guard case .scalar(let own) = number, model.byteCount(of: own) == model.byteCount(of: scalar)
    else { return number }
    do throws(Undeclarable) {
      try declare("enum \(tag) { \(list) };")
    } catch {
      return number
    }
    enumerations[name] = members
    return .enumeration(tag: tag)
  }

  private func enumerators(
    of entry: DebugEntry
  ) throws(Undeclarable) -> [(name: String, value: Int64)] {
    let children = try read { () throws(ObjectFileError) in
      try entries.children(of: entry, [.enumerator])
    }
    guard children.count <= Self.enumeratorLimit else { throw Undeclarable("too many enumerators") }
    let isUnsigned = try isUnsigned(entry)
    let byteCount = entry.number(.byteSize) ?? 4
    var values: [(name: String, value: Int64)] = []
    for child in children {
      guard let name = try name(of: child) else { return [] }
      switch child[.constValue] {
      case .signed(let value)? where value < 0 && isUnsigned && byteCount == 4:
        // Older compilers write all of them with a sign.
        values.append((name, Int64(UInt32(truncatingIfNeeded: value))))
      case .signed(let value)?: values.append((name, value))
      case .number(let value)? where value <= UInt64(Int64.max): values.append((name, Int64(value)))
      default: return []
      }
    }
    return values
  }

  private func isUnsigned(_ entry: DebugEntry) throws(Undeclarable) -> Bool {
    var next = try typeReference(of: entry)
    for _ in 0..<8 {
      guard let reference = next else { return false }
      let type = try self.entry(at: reference)
      if let encoding = type.number(.encoding) { return encoding == 0x07 || encoding == 0x08 }
      next = try typeReference(of: type)
    }
    return false
  }

  /// The number that a value of an enumeration is.
  private func number(
    of entry: DebugEntry, isNegative: Bool
  ) throws(Undeclarable) -> CType {
    let byteCount = Int(clamping: entry.number(.byteSize) ?? 4)
    let isSigned =
      if entry[.type] != nil { try !isUnsigned(entry) } else { isNegative }
    guard let scalar = integer("int", byteCount: byteCount, isSigned: isSigned) else {
      throw Undeclarable("an enumeration of \(byteCount) bytes")
    }
    return .scalar(scalar)
  }
}
