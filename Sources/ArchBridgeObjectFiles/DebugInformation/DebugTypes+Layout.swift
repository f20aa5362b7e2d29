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
    throw Undeclarable("whose members lie where no attribute of C puts them")
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
