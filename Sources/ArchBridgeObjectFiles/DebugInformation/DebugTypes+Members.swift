internal import ArchBridgeABI

/// A record with the places that its members have in the library.
struct RecordDraft {
  var record: CRecord
  /// Where the members are, in bits.
  var bitOffsets: [Int]
  var byteCount: Int
  /// The records that are members without a name, by the tags that they go by here.
  var anonymous: [String: CRecord] = [:]
}

extension DebugTypes {
  private static let memberLimit = 65_536

  /// A record as C has to spell it for its members to lie where the library has them.
  mutating func draft(_ entry: DebugEntry, tag: String) throws(Undeclarable) -> RecordDraft {
    guard let size = entry.number(.byteSize), size <= UInt64(Int32.max) else {
      throw Undeclarable("which has no length")
    }
    let kind: RecordKind = entry.tag == .union ? .union : .structure
    var draft = RecordDraft(
      record: CRecord(kind: kind, tag: tag, members: []), bitOffsets: [], byteCount: Int(size))
    if let alignment = entry.number(.alignment) {
      draft.record.alignment = try Self.alignment(alignment)
    }
    let children = try read { () throws(ObjectFileError) in
      try entries.children(
        of: entry, [.member, .inheritance, .variantPart, .variant, .subprogram])
    }
    guard children.count <= Self.memberLimit else { throw Undeclarable("which is too large") }
    let isPassedPlainly = entry.number(.callingConvention) == 5
    for child in children {
      switch child.tag {
      case .inheritance: throw Undeclarable("a C++ class with a base")
      case .variantPart, .variant: throw Undeclarable("which has variants")
      case .subprogram:
        if !isPassedPlainly { throw Undeclarable("a C++ class with functions of its own") }
      default: try add(child, to: &draft)
      }
    }
    try fit(&draft)
    return draft
  }

  private static func alignment(_ number: UInt64) throws(Undeclarable) -> Int {
    guard number > 0, number <= 1 << 28, number & (number - 1) == 0 else {
      throw Undeclarable("which has a strange alignment")
    }
    return Int(number)
  }

  private mutating func add(
    _ entry: DebugEntry, to draft: inout RecordDraft
  ) throws(Undeclarable) {
    // A member of the class itself, not of each value.
    if entry.isSet(.external) || entry.isSet(.declaration) { return }
    if entry.isSet(.artificial) { throw Undeclarable("a C++ class with virtual functions") }
    let name = try name(of: entry)
    if let name, !CDeclarations.canName(name) {
      throw Undeclarable("which has a member whose name C does not allow")
    }
    let shown = name ?? "anonymous\(draft.record.members.count + 1)"
    let bitCount = entry.number(.bitSize).map { Int(clamping: $0) }
    guard let reference = try typeReference(of: entry) else {
      throw Undeclarable("which is damaged")
    }
    var member = CRecord.Member(name: name, type: .void, bitCount: bitCount)
    if let alignment = entry.number(.alignment) {
      member.alignment = try Self.alignment(alignment)
    }
    if name == nil, bitCount == nil, let inner = try anonymousRecord(reference) {
      let tag = "{\(draft.record.tag)_\(shown)}"
      guard draft.record.tag.utf8.count < 512 else { throw Undeclarable("which nests too deep") }
      let nested = try self.draft(inner, tag: tag)
      draft.anonymous.merge(nested.anonymous) { first, _ in first }
      draft.anonymous[tag] = nested.record
      member.type = .record(nested.record.kind, tag: tag)
    } else {
      let made: DebugType
      do throws(Undeclarable) {
        made = try type(reference, hint: "\(draft.record.tag)_\(shown)")
        try requireValue(made.type)
      } catch {
        throw Undeclarable("whose member '\(shown)' is \(error.reason)")
      }
      if name == nil, bitCount == nil { throw Undeclarable("which has a member without a name") }
      (member.type, member.isConst) = (made.type, made.isConst)
    }
    draft.record.members.append(member)
    draft.bitOffsets.append(try bitOffset(of: entry, member, in: draft.record))
  }

  /// The record without a tag that a member without a name is.
  private func anonymousRecord(
    _ reference: EntryReference
  ) throws(Undeclarable) -> DebugEntry? {
    var entry = try entry(at: reference)
    for _ in 0..<4 where entry.tag == .const || entry.tag == .volatile {
      guard let inner = try typeReference(of: entry) else { return nil }
      entry = try self.entry(at: inner)
    }
    guard entry.tag == .structure || entry.tag == .union || entry.tag == .classType,
      try name(of: entry) == nil
    else { return nil }
    return entry
  }

  /// Where a member starts, in bits.
  private func bitOffset(
    of entry: DebugEntry, _ member: CRecord.Member, in record: CRecord
  ) throws(Undeclarable) -> Int {
    if let offset = entry.number(.dataBitOffset) { return try Self.bits(offset, 1) }
    let start = try byteOffset(of: entry)
    guard let bitCount = member.bitCount, let high = entry.number(.bitOffset) else {
      return try Self.bits(start, 8)
    }
    // DWARF 2 counts from the highest bit of the unit that the field lies in.
    var unit = entry.number(.byteSize).map { Int(clamping: $0) }
    if unit == nil {
      unit = (try? declarations.extent(of: member.type, in: model))?.byteCount
    }
    guard let unit, unit <= 16, high <= 128, bitCount <= 128 else {
      throw Undeclarable("which has a strange bit-field")
    }
    let low = 8 * unit - Int(clamping: high) - bitCount
    return try Self.bits(start, 8) + low
  }

  private func byteOffset(of entry: DebugEntry) throws(Undeclarable) -> UInt64 {
    switch entry[.memberLocation] {
    case nil: return 0
    case .block(let range)?:
      return try read { () throws(ObjectFileError) in
        let bytes = try entries.bytes(ofUnit: entry.reference.unit)
        var cursor = DWARFCursor(bytes, at: range.lowerBound)
        // "Add this to the address of the whole", and nothing else.
        guard try cursor.uint8() == 0x23 else {
          throw ObjectFileError.unknownEncoding(.debugInformation, offset: bytes.offset)
        }
        return try cursor.uleb()
      }
    case let value?:
      guard let offset = value.unsigned else { throw Undeclarable("which is damaged") }
      return offset
    }
  }

  private static func bits(_ offset: UInt64, _ factor: UInt64) throws(Undeclarable) -> Int {
    guard offset <= UInt64(Int32.max) * 8 else { throw Undeclarable("which is too large") }
    return Int(offset * factor)
  }
}
