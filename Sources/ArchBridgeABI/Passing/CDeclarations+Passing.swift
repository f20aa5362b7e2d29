extension CDeclarations {
  /// How a call on `architecture` takes a structure, union or complex number by value.
  ///
  /// - Throws: the reason, where `type` is none of these, where its layout cannot be worked out,
  ///   and where compilers do not agree on how it is passed: then it is passed by pointer only.
  public func passing(
    of type: CType, on architecture: Architecture
  ) throws(LayoutError) -> CPassing {
    var calculator = LayoutCalculator(names, architecture.dataModel)
    switch type.resolved {
    case .complex(let part):
      return CPassing(complex: part, architecture.passingRules)
    case .record(let kind, let tag):
      let extent = try calculator.extent(of: type)
      let record = try calculator.record(kind, tag)
      if extent.byteCount == 0 { throw LayoutError(refusing: type, "it has no bytes") }
      if names.hasArrayWithoutLength(record) {
        throw LayoutError(refusing: type, "it has an array without length")
      }
      // Clang passes nothing at all then, and GCC the padding.
      if names.isEmpty(record) {
        throw LayoutError(refusing: type, "it has no member that can be named")
      }
      switch architecture.passingRules {
      case .i386:
        // GCC and Clang put such an argument at the next multiple of 4, libffi at one of 16.
        if extent.alignment >= 16 { throw tooAligned(type, extent) }
        return .memory
      case .x86_64:
        if extent.alignment > 16 { throw tooAligned(type, extent) }
        var classifier = EightbyteClassifier(calculator)
        return try classifier.passing(of: type, extent)
      }
    default:
      throw LayoutError(message: "'\(type)' is neither structure nor union nor complex number")
    }
  }

  private func tooAligned(_ type: CType, _ extent: CExtent) -> LayoutError {
    LayoutError(
      refusing: type,
      "it is aligned to \(extent.alignment) bytes, and a copy on the stack need not be")
  }
}

extension CPassing {
  /// How a complex number with such parts is passed.
  fileprivate init(complex part: CScalar, _ rules: PassingRules) {
    self =
      switch (rules, part) {
      case (.i386, .float): .registers([.integer])
      case (.i386, _): .memory
      case (.x86_64, .float): .registers([.sse])
      case (.x86_64, .longDouble): .registers([.complexX87])
      case (.x86_64, _): .registers([.sse, .sse])
      }
  }
}

extension CNames {
  /// Whether a record has nothing but unnamed bit-fields, also inside its members.
  fileprivate func isEmpty(_ record: CRecord) -> Bool {
    record.members.allSatisfy { member in
      if member.bitCount != nil { return member.name == nil }
      var type = member.type.resolved
      while case .array(let element, let count) = type {
        if count == 0 { return true }
        type = element.resolved
      }
      guard case .record(_, let tag) = type, let inner = records[tag]?.record else { return false }
      return isEmpty(inner)
    }
  }

  /// Whether a record ends with an array without length, or has a member that does.
  fileprivate func hasArrayWithoutLength(_ record: CRecord) -> Bool {
    var visited: Set<String> = []
    return hasArrayWithoutLength(record, &visited)
  }

  private func hasArrayWithoutLength(_ record: CRecord, _ visited: inout Set<String>) -> Bool {
    guard visited.insert(record.tag).inserted else { return false }
    for member in record.members {
      var type = member.type.resolved
      while case .array(let element, let count) = type {
        if count == nil { return true }
        type = element.resolved
      }
      if case .record(_, let tag) = type, let inner = records[tag]?.record,
        hasArrayWithoutLength(inner, &visited)
      {
        return true
      }
    }
    return false
  }
}
