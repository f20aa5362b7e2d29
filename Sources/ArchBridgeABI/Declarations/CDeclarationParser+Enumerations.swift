extension CDeclarationParser {
  /// Reads `enum tag`, or its definition.
  mutating func parseEnumeration() throws(DeclarationError) -> CTagged {
    try advance()
    try skipAttributes()
    // C++'s `enum class`; in C a tag may be called so.
    let isScoped = token.kind == .word("class") && isWordNext
    if isScoped { try advance() }
    let start = token
    let tag = try parseTag(.enumeration(enumerators: [], scalar: .int))
    var fixed: CScalar? = isScoped ? .int : nil
    if token.kind == .punctuator(.colon), tag == nil || isTypeAfterColon {
      fixed = try parseUnderlyingType()
    }
    if let tag, let scalar = fixed { try fix(tag, scalar, at: start) }
    guard token.kind == .punctuator(.openBrace) else {
      guard let tag else { throw unexpected("a tag or '{' after 'enum'") }
      return CTagged(type: .enumeration(tag: tag), spelling: "enum \(tag)", isDefinition: false)
    }
    try advance()
    // What was said of the type before holds.
    if let tag, fixed == nil, case .enumeration(_, let scalar) = tagged(tag), scalar.isFixedAlone {
      fixed = scalar
    }
    let (enumerators, scalar) = try parseEnumerators(as: fixed)
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

  /// Whether a name follows the word.
  private var isWordNext: Bool {
    var lookahead = lexer
    if case .word = try? lookahead.next().kind { return true }
    return false
  }

  /// Reads the type after a `:`, which C23 and C++ have.
  private mutating func parseUnderlyingType() throws(DeclarationError) -> CScalar {
    try enter()
    defer { leave() }
    try advance()
    let start = token
    let specifiers = try parseSpecifiers(of: .typeName)
    guard case .scalar(let scalar) = specifiers.type.resolved, !scalar.isFloatingPoint else {
      throw failure(at: start, "an enumeration's type must be an integer type")
    }
    return scalar
  }

  /// Keeps the type that an enumeration has before its enumerators are known.
  private mutating func fix(
    _ tag: String, _ scalar: CScalar, at start: CToken
  ) throws(DeclarationError) {
    guard case .enumeration(let enumerators, let other) = tagged(tag) else { return }
    guard other == scalar || (enumerators.isEmpty && other == .int) else {
      throw failure(
        at: start, "'enum \(lexer.clipped(tag))' has another type already: '\(other.rawValue)'")
    }
    added.tags[tag] = .enumeration(enumerators: enumerators, scalar: scalar)
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
  private mutating func parseEnumerators(
    as fixed: CScalar?
  ) throws(DeclarationError) -> (
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
      if let fixed, !fixed.holds(value.value) {
        throw failure(
          at: start,
          "the enumerator '\(lexer.clipped(name))' is \(value.value), which its enumeration's "
            + "'\(fixed.rawValue)' does not hold")
      }
      latest = value
      values = (min(values.least, value.value), max(values.greatest, value.value))
      try declare(constant: name, value, at: start)
      names.append(name)
    } while try take(.comma)
    try expect(.closeBrace, or: " or ','")
    let scalar = fixed ?? CScalar(least: values.least, greatest: values.greatest)
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
  /// Whether no enumeration without a type of its own has this one as long as it is not defined.
  fileprivate var isFixedAlone: Bool { self != .int }

  /// Whether this integer type has a value; `long` is taken for the wider one.
  fileprivate func holds(_ value: Int64) -> Bool {
    switch self {
    case .bool: (0...1).contains(value)
    case .char, .signedChar: Int8(exactly: value) != nil
    case .unsignedChar: UInt8(exactly: value) != nil
    case .short: Int16(exactly: value) != nil
    case .unsignedShort: UInt16(exactly: value) != nil
    case .int: Int32(exactly: value) != nil
    case .unsignedInt: UInt32(exactly: value) != nil
    case .unsignedLong, .unsignedLongLong: value >= 0
    default: true
    }
  }

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
