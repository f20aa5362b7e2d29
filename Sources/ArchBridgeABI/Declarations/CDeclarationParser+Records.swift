extension CDeclarationParser {
  /// How many records may lie in one another; C asks for 63.
  private static let maximumDepth = 64

  /// Reads `struct tag`, or its definition.
  mutating func parseRecord(_ kind: RecordKind) throws(DeclarationError) -> CTagged {
    try advance()
    var attributes = try parseAttributes()
    let start = token
    let tag = try parseTag(.record(kind))
    guard token.kind == .punctuator(.openBrace) else {
      try refuseLayout(in: attributes)
      guard let tag else { throw unexpected("a tag or '{' after '\(kind.rawValue)'") }
      return CTagged(
        type: .record(kind, tag: tag), spelling: "\(kind.rawValue) \(tag)", isDefinition: false)
    }
    try enter()
    let packAlignment = lexer.packing.alignment
    try advance()
    let members = try parseMembers(of: kind)
    if lexer.packing.alignment != packAlignment {
      throw failure("'#pragma pack' changes inside a definition, which compilers read differently")
    }
    try expect(.closeBrace)
    leave()
    attributes.add(try parseAttributes())
    try refuseAnnotation(in: attributes)
    let record = CRecord(
      kind: kind, tag: tag ?? "", members: members, isPacked: attributes.isPacked,
      packAlignment: packAlignment, alignment: attributes.alignment)
    let finalTag = try define(record, at: start)
    return CTagged(
      type: .record(kind, tag: finalTag), spelling: "\(kind.rawValue) \(finalTag)",
      isDefinition: true)
  }

  /// Defines a record, and gives its tag; the same definition again changes nothing.
  private mutating func define(
    _ record: CRecord, at start: CToken
  ) throws(DeclarationError) -> String {
    var record = record
    if record.tag.isEmpty {
      if let tag = added.generatedTags[record] ?? known.generatedTags[record] { return tag }
      let tag = generatedTag(from: firstName(of: record))
      added.generatedTags[record] = tag
      added.tags[tag] = .record(record.kind)
      record.tag = tag
    } else if let earlier = self.record(tagged: record.tag) {
      guard earlier.record.isSameDefinition(as: record) else {
        throw failure(
          at: start,
          "'\(record.kind.rawValue) \(lexer.clipped(record.tag))' is already defined otherwise")
      }
      return record.tag
    }
    let depth = depth(of: record)
    if depth > CDeclarationParser.maximumDepth {
      throw failure(
        at: start,
        "more than \(CDeclarationParser.maximumDepth) structures and unions lie in one another")
    }
    added.records[record.tag] = CRecordDefinition(record: record, depth: depth)
    return record.tag
  }

  private func firstName(of record: CRecord) -> String {
    for member in record.members {
      if let name = member.name { return name }
      if case .record(_, let tag) = member.type.resolved { return tag }
    }
    return ""
  }

  private func depth(of record: CRecord) -> Int {
    var depth = 0
    for member in record.members {
      if case .record(_, let tag) = member.type.element, let inner = self.record(tagged: tag) {
        depth = max(depth, inner.depth)
      }
    }
    return depth + 1
  }

  /// The names that a member adds to its record: an anonymous record adds its own members' names.
  func names(of member: CRecord.Member) -> [String] {
    if let name = member.name { return [name] }
    guard member.isAnonymousRecord, case .record(_, let tag) = member.type.resolved,
      let inner = record(tagged: tag)?.record
    else { return [] }
    var names: [String] = []
    for member in inner.members { names += self.names(of: member) }
    return names
  }
}
