extension CDeclarations {
  /// The type that a type name spells: `struct tm`, `const char *`, `double[3]`, `int (*)(int)`.
  ///
  /// - Throws: where and why it cannot be read.
  public func type(_ spelling: String) throws(DeclarationError) -> CType {
    try CDeclarationParser.type(spelling, after: names)
  }

  /// The names of types that a text can spell, sorted: those of `typedef`, and tags without their
  /// keywords.
  public var typeNames: [String] {
    // A tag that was generated is none that C can spell.
    let tags = names.tags.keys.filter { !$0.hasPrefix("{") }
    return Set(tags).union(names.typedefs.keys).sorted()
  }
}
