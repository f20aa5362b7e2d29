extension DebugTypes {
  /// What tells a record from another of the same name, without declaring the types of its members.
  ///
  /// Every source that includes a header has the header's types again.
  mutating func sketch(ofRecord entry: DebugEntry) throws(Undeclarable) -> Int {
    var hasher = Hasher()
    hasher.combine(entry.number(.byteSize))
    let members = try read { () throws(ObjectFileError) in
      try entries.children(of: entry, [.member, .inheritance, .subprogram])
    }
    for member in members {
      hasher.combine(member.tag)
      guard member.tag == .member else { continue }
      hasher.combine(try name(of: member))
      if case .block(let range)? = member[.memberLocation] {
        let bytes = try read { () throws(ObjectFileError) in
          try entries.bytes(ofUnit: member.reference.unit)
        }
        hasher.combine(bytes.bytes[range])
      } else {
        hasher.combine(member.number(.memberLocation))
      }
      hasher.combine(member.number(.bitSize))
      hasher.combine(member.number(.bitOffset))
      hasher.combine(member.number(.dataBitOffset))
      hasher.combine(try sketch(ofType: try typeReference(of: member)))
    }
    // Zero is the sketch of what is not known.
    return hasher.finalize() | 1
  }

  /// How many types one leads to by one path at most.
  private static let stepLimit = 16

  private mutating func sketch(ofType reference: EntryReference?) throws(Undeclarable) -> Int {
    guard let reference else { return 0 }
    if let known = sketches[reference] { return known }
    var hasher = Hasher()
    var next: EntryReference? = reference
    for _ in 0..<Self.stepLimit {
      guard let step = next else { break }
      let entry = try entry(at: step)
      hasher.combine(entry.tag)
      hasher.combine(entry.number(.byteSize))
      switch entry.tag {
      case .baseType, .structure, .union, .classType, .enumeration:
        hasher.combine(try name(of: entry))
        next = nil
      case .array:
        let ranges = try read { () throws(ObjectFileError) in
          try entries.children(of: entry, [.subrange])
        }
        for range in ranges {
          hasher.combine(range.number(.count))
          hasher.combine(range.number(.upperBound))
        }
        next = try typeReference(of: entry)
      default:
        next = try typeReference(of: entry)
      }
    }
    let sketch = hasher.finalize()
    sketches[reference] = sketch
    return sketch
  }
}
