extension CDeclarations {
  /// The type that a type name spells: `struct tm`, `const char *`, `double[3]`, `int (*)(int)`.
  ///
  /// - Throws: where and why it cannot be read.
  public func type(_ spelling: String) throws(DeclarationError) -> CType {
    try CDeclarationParser.type(spelling, after: names)
  }
}
