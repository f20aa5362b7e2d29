extension CDeclarationParser {
  /// Reads `enum tag`, or its definition.
  mutating func parseEnumeration() throws(DeclarationError) -> CTagged {
    try advance()
    try skipAttributes()
    let start = token
    let tag = try parseTag(.enumeration(enumerators: [], scalar: .int))
    if token.kind == .punctuator(.colon), tag == nil || isTypeAfterColon {
      throw failure("an enumeration with a type of its own is not supported")
    }
    guard token.kind == .punctuator(.openBrace) else {
      guard let tag else { throw unexpected("a tag or '{' after 'enum'") }
      return CTagged(type: .enumeration(tag: tag), spelling: "enum \(tag)", isDefinition: false)
    }
    try advance()
    let (enumerators, scalar) = try parseEnumerators()
    try skipAttributes()
    let finalTag = tag ?? enumerationTag(from: enumerators[0])
    let definition = CTag.enumeration(enumerators: enumerators, scalar: scalar)
    if case .enumeration(let others, _) = tagged(finalTag), !others.isEmpty, others != enumerators {
      throw failure(
        at: start, "'enum \(lexer.clipped(finalTag))' is already defined with other enumerators")
    }
    added.tags[finalTag] = definition
    return CTagged(
      type: .enumeration(tag: finalTag), spelling: "enum \(finalTag)", isDefinition: true)
  }

  /// Whether a type follows the `:`, and not the width of a bit-field without name.
  private var isTypeAfterColon: Bool {
    var lookahead = lexer
    switch try? lookahead.next().kind {
    case .keyword(let keyword): return keyword.startsType
    case .word(let word): return typedef(named: word) != nil
    default: return false
    }
  }

  /// The tag of an enumeration without one.
  ///
  /// An enumerator is of one enumeration only, so that its name in braces is taken either by the
  /// same enumeration or by a record.
  private mutating func enumerationTag(from enumerator: String) -> String {
    if case .record = tagged("{\(enumerator)}") {
      return "{\(enumerator)}1"
    }
    return "{\(enumerator)}"
  }

  /// Reads the enumerators after `{`, with the `}`, and gives their names, at least one.
  private mutating func parseEnumerators() throws(DeclarationError) -> (
    names: [String], scalar: CScalar
  ) {
    var names: [String] = []
    var latest: IntegerConstant?
    var values: (least: Int64, greatest: Int64) = (0, 0)
    repeat {
      if token.kind == .punctuator(.closeBrace), !names.isEmpty { break }
      let start = token
      guard case .word(let name) = token.kind else { throw unexpected("an enumerator's name") }
      try advance()
      try skipAttributes()
      let value: IntegerConstant
      if try take(.assign) {
        value = try parseConstant().asEnumerator
      } else if let latest {
        do throws(ConstantError) {
          value = try latest.combined(with: IntegerConstant(1), by: .plus).asEnumerator
        } catch {
          throw failure(
            at: start,
            "the enumerator '\(lexer.clipped(name))' has no value: the one before is the greatest "
              + "of its type")
        }
      } else {
        value = IntegerConstant(0)
      }
      latest = value
      values = (min(values.least, value.value), max(values.greatest, value.value))
      try declare(constant: name, value, at: start)
      names.append(name)
    } while try take(.comma)
    try expect(.closeBrace, or: " or ','")
    let scalar = CScalar(least: values.least, greatest: values.greatest)
    for name in names { retype(constant: name, as: scalar) }
    return (names, scalar)
  }

  /// Gives an enumerator that does not fit `int` its enumeration's type, as GCC does.
  private mutating func retype(constant name: String, as scalar: CScalar) {
    guard let constant = added.constants[name], Int32(exactly: constant.value) == nil else {
      return
    }
    added.constants[name] = IntegerConstant(
      constant.value, rank: scalar == .unsignedInt ? .int : .longLong,
      isUnsigned: !scalar.isSigned)
  }
}

extension IntegerConstant {
  /// This constant as an `int` where it fits one.
  fileprivate var asEnumerator: IntegerConstant {
    Int32(exactly: value) == nil ? self : IntegerConstant(value)
  }
}

extension CScalar {
  /// The type that GCC and Clang give to an enumeration with such values.
  init(least: Int64, greatest: Int64) {
    self =
      if least >= 0 {
        UInt32(exactly: greatest) != nil ? .unsignedInt : .unsignedLongLong
      } else {
        Int32(exactly: least) != nil && Int32(exactly: greatest) != nil ? .int : .longLong
      }
  }
}
