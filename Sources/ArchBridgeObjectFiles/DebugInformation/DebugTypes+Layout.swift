internal import ArchBridgeABI

extension DebugTypes {
  /// Finds the attributes with which the members of a record lie where the library has them.
  ///
  /// The debug information says where members are, and not what put them there.
  ///
  /// - Throws: that there are none; then nothing is said of the members.
  func fit(_ draft: inout RecordDraft) throws(Undeclarable) {
    fixLengths(&draft.record)
    if draft.record.members.isEmpty, draft.byteCount == 0 { return }
    // C++ gives a structure without members a byte.
    if draft.record.members.isEmpty { throw Undeclarable("which has no members") }
    var tried = [draft.record]
    for alignment in [8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096]
    where draft.record.alignment == nil && draft.byteCount % alignment == 0 {
      var record = draft.record
      record.alignment = alignment
      tried.append(record)
    }
    for packAlignment in [nil, 1, 2, 4, 8] {
      var record = draft.record
      record.isPacked = packAlignment == nil
      record.packAlignment = packAlignment
      tried.append(record)
    }
    for record in tried where lies(record, draft) {
      draft.record = record
      return
    }
    if let padded = padded(draft) {
      draft.record = padded
      return
    }
    throw Undeclarable("whose members lie where no attribute of C puts them")
  }

  /// The record with the bit-fields between its own that have no name, which the debug information
  /// leaves out; `nil` where that does not put all members in their places.
  private func padded(_ draft: RecordDraft) -> CRecord? {
    var record = draft.record
    var expected = draft.bitOffsets
    for _ in 0..<Self.paddingLimit {
      guard let offsets = offsets(record, draft) else { return nil }
      guard let index = offsets.indices.first(where: { offsets[$0] != expected[$0] }) else {
        return lies(record, RecordDraft(filling: draft, expected)) ? record : nil
      }
      let gap = expected[index] - offsets[index]
      guard gap > 0, gap <= 64, record.members[index].bitCount != nil else { return nil }
      let type = record.members[index].type
      for bitCount in [0, gap] {
        var candidate = record
        candidate.members.insert(
          CRecord.Member(name: nil, type: type, bitCount: bitCount), at: index)
        guard let moved = self.offsets(candidate, draft), moved[index + 1] == expected[index] else {
          continue
        }
        expected.insert(moved[index], at: index)
        record = candidate
        break
      }
    }
    return nil
  }

  private static let paddingLimit = 64

  private func offsets(_ record: CRecord, _ draft: RecordDraft) -> [Int]? {
    try? declarations.places(
      ofCandidate: record, anonymous: draft.anonymous, in: model
    ).bitOffsets
  }

  private func lies(_ record: CRecord, _ draft: RecordDraft) -> Bool {
    guard
      let (extent, offsets) = try? declarations.places(
        ofCandidate: record, anonymous: draft.anonymous, in: model)
    else { return false }
    return extent.byteCount == draft.byteCount && offsets == draft.bitOffsets
  }

  /// An array without length ends a structure; anywhere else it has none.
  private func fixLengths(_ record: inout CRecord) {
    for index in record.members.indices {
      guard case .array(let element, nil) = record.members[index].type.resolved else { continue }
      let isLast = record.kind == .structure && index == record.members.count - 1 && index > 0
      if !isLast { record.members[index].type = .array(of: element, count: 0) }
    }
  }
}

extension RecordDraft {
  /// The same with members that have no names.
  fileprivate init(filling draft: RecordDraft, _ bitOffsets: [Int]) {
    self = draft
    self.bitOffsets = bitOffsets
  }
}
