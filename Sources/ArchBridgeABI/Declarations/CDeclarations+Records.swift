extension CDeclarations {
  /// The structure or union with this tag, or nil where its members are not known.
  ///
  /// One without a tag goes by its first member in braces, with a number where that is taken:
  /// `{quot}`, `{quot}2`. Two of the same definition are one.
  public func record(_ kind: RecordKind, tag: String) -> CRecord? {
    guard let record = names.records[tag]?.record, record.kind == kind else { return nil }
    return record
  }
}
