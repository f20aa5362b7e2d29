extension CDeclarations {
  /// The structure or union with this tag, or nil where its members are not known.
  ///
  /// One without a tag goes by its first member in braces, with a number where that is taken:
  /// `{quot}`, `{quot}2`. Two of the same definition are one.
  public func record(_ kind: RecordKind, tag: String) -> CRecord? {
    guard let record = names.records[tag]?.record, record.kind == kind else { return nil }
    return record
  }

  /// The variable that is declared under `name`.
  public func variable(named name: String) -> CVariable? { names.variables[name] }

  /// The names of the variables, in order of their first declaration.
  public var variableNames: [String] { names.variableNames }

  /// The type that a type name spells: `struct tm`, `const char *`, `double[3]`, `int (*)(int)`.
  ///
  /// - Throws: where and why it cannot be read.
  public func type(_ spelling: String) throws(DeclarationError) -> CType {
    try CDeclarationParser.type(spelling, after: names)
  }
}
