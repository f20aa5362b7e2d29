extension CDeclarationParser {
  /// Reads the members after `{`, up to the `}`.
  mutating func parseMembers(
    of kind: RecordKind
  ) throws(DeclarationError) -> [CRecord.Member] {
    var members: [CRecord.Member] = []
    var names: Set<String> = []
    while token.kind != .punctuator(.closeBrace) {
      if try take(.semicolon) { continue }
      if try take(.staticAssert) {
        try skipParentheses()
        continue
      }
      if token.kind == .end { throw unexpected("'}' after the members") }
      let specifiers = try parseSpecifiers(of: .member)
      repeat {
        if let last = members.last, case .array(_, nil) = last.type.resolved {
          throw failure(
            at: specifiers.start,
            "'\(lexer.clipped(last.name ?? ""))' has no length, so no member can follow it")
        }
        let start = token
        guard let member = try parseMember(specifiers, of: kind) else { break }
        for name in self.names(of: member) where !names.insert(name).inserted {
          throw failure(at: start, "two members are named '\(lexer.clipped(name))'")
        }
        members.append(member)
      } while try take(.comma)
      try expect(.semicolon, or: " or ','")
    }
    return members
  }

  /// Reads one member after its specifiers, or nil where they declare none.
  private mutating func parseMember(
    _ specifiers: CSpecifiers, of kind: RecordKind
  ) throws(DeclarationError) -> CRecord.Member? {
    if token.kind == .punctuator(.semicolon) { return try anonymousMember(specifiers) }
    var declarator = CDeclarator(start: token)
    if token.kind != .punctuator(.colon) { declarator = try parseDeclarator(.named) }
    let (type, isConst) = try derivedType(of: declarator, specifiers)
    var bitCount: Int?
    if try take(.colon) {
      bitCount = try parseBitCount(type, name: declarator.name)
    } else {
      try check(member: type, named: declarator.name ?? "", of: kind, at: declarator.start)
    }
    declarator.attributes.add(specifiers.attributes)
    declarator.attributes.add(try parseAttributes())
    try refuseAnnotation(in: declarator.attributes)
    return CRecord.Member(
      name: declarator.name, type: type, isConst: isConst, bitCount: bitCount,
      alignment: declarator.attributes.alignment, isPacked: declarator.attributes.isPacked)
  }

  /// The member that a structure or union without name is.
  private func anonymousMember(
    _ specifiers: CSpecifiers
  ) throws(DeclarationError) -> CRecord.Member? {
    switch specifiers.type {
    case .record(let kind, let tag) where specifiers.isDefinition:
      // GCC and Clang read a tag here as a declaration of the type alone.
      guard tag.utf8.first == UInt8(ascii: "{") else {
        throw failure(
          "'\(kind.rawValue) \(lexer.clipped(tag))' is no member without a name; "
            + "add a name, or leave out the tag")
      }
      return CRecord.Member(
        name: nil, type: specifiers.type, isConst: specifiers.isConst,
        alignment: specifiers.attributes.alignment, isPacked: specifiers.attributes.isPacked)
    case .enumeration where specifiers.isDefinition:
      try refuseLayout(in: specifiers.attributes)
      return nil
    default:
      throw unexpected("a name")
    }
  }

  /// Reads a bit-field's width.
  private mutating func parseBitCount(
    _ type: CType, name: String?
  ) throws(DeclarationError) -> Int {
    let start = token
    let limit: Int64
    switch type.resolved {
    case .scalar(.bool): limit = 1
    case .scalar(let scalar) where !scalar.isFloatingPoint: limit = 64
    case .enumeration(let tag) where tagged(tag).isDefined: limit = 64
    default: throw failure(at: start, "a bit-field cannot be of type '\(lexer.clipped("\(type)"))'")
    }
    let value = try parseConstant().value
    guard (name == nil ? 0 : 1)...limit ~= value else {
      throw failure(at: start, "such a bit-field cannot have \(value) bits")
    }
    return Int(value)
  }

  /// Refuses a member of a type that has no size.
  private func check(
    member type: CType, named name: String, of kind: RecordKind, at start: CToken
  ) throws(DeclarationError) {
    switch type.element {
    case .void: throw failure(at: start, "a member cannot be 'void'")
    case .function:
      throw failure(at: start, "a member cannot be a function; declare a pointer to one")
    case .record(let kind, let tag) where record(tagged: tag) == nil:
      throw failure(
        at: start,
        "'\(lexer.clipped(name))' needs '\(kind.rawValue) \(lexer.clipped(tag))' to be defined "
          + "before; or declare a pointer to it")
    case .enumeration(let tag) where !tagged(tag).isDefined:
      throw failure(
        at: start,
        "'\(lexer.clipped(name))' needs 'enum \(lexer.clipped(tag))' to be defined before")
    default: break
    }
    if kind == .union, case .array(_, nil) = type.resolved {
      throw failure(at: start, "only a structure's last member can be without length")
    }
  }
}

extension Optional<CTag> {
  /// Whether this is an enumeration with enumerators, or with a type of its own.
  fileprivate var isDefined: Bool {
    guard case .enumeration(let enumerators, let scalar) = self else { return false }
    return !enumerators.isEmpty || scalar != .int
  }
}
