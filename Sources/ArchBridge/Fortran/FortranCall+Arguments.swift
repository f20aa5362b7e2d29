internal import ArchBridgeABI
internal import ArchBridgeWire

/// What becomes of each argument.
extension FortranCall {
  /// An argument as the C function gets it, and how long its characters are.
  struct Bound {
    var value: (any LibraryArgument)?
    var length: Int?
  }

  /// Checks one argument, and makes of it what the C function gets.
  mutating func bind(
    _ variable: FortranVariable, _ argument: (any LibraryArgument)?, _ index: Int
  ) throws(BridgeError) -> Bound {
    let label = Self.label(variable, index)
    guard let argument else {
      guard variable.isOptional else {
        throw error(.typeMismatch, "\(label) is not optional, and got nil")
      }
      return Bound(value: variable.isValue ? zero(variable.type) : nil)
    }
    let value = argument.argumentValue
    if variable.intent == .out, !value.comesBack {
      throw error(
        .typeMismatch,
        "\(label) is declared '\(variable)', and what it gets would be lost; give it an Out or an "
          + "InOut")
    }
    if case .procedure(let interface) = variable.type {
      if let interface, case .callback(let closure) = value.content {
        try check(closure, against: interface, label)
      }
      return Bound(value: argument)
    }
    if case .assumed = variable.type { return Bound(value: argument) }
    if value.isAddress { return try bind(address: argument, variable, label) }
    try check(kindOf: value, variable, label)
    if variable.type.isCharacter {
      // A C string is what `bind(C)` has, and a length it has not.
      if procedure.isBindC {
        try checkText(value, variable, label)
        return Bound(value: argument)
      }
      return try bind(characters: value, variable, label)
    }
    try checkShape(of: value, (argument as? any ShapedArgument)?.shape, variable, label)
    let converted = Self.oneElement(
      try convertingLogicals(argument, value, variable, label), variable)
    if case .assumedShape(let lowers) = variable.shape {
      let shape = (argument as? any ShapedArgument)?.shape ?? value.pointerShape
      return Bound(
        value: try describe(converted, shape ?? [value.elementCount ?? 0], lowers, variable, label))
    }
    return Bound(value: converted)
  }

  /// A number of one byte as an array of one, since C has a pointer to bytes for it.
  private static func oneElement(
    _ argument: any LibraryArgument, _ variable: FortranVariable
  ) -> any LibraryArgument {
    switch variable.type {
    case .integer(kind: 1), .logical(kind: 1): break
    default: return argument
    }
    guard !variable.isValue, case .scalar(let scalar) = argument.argumentValue.content else {
      return argument
    }
    guard scalar.type.storedByteCount == 1 else { return ConvertedArgument(.array(scalar)) }
    // Its value is what counts, and not its bits.
    var number = ScalarArray(type: .int64, isPlain: true, bytes: [])
    number.append(bits: scalar.bits(at: 0))
    return ConvertedArgument(.array(number))
  }

  /// What messages call an argument.
  static func label(_ variable: FortranVariable, _ index: Int) -> String {
    variable.name.isEmpty ? "argument \(index + 1)" : "argument '\(variable.name)'"
  }

  /// What stands for a value that is left out.
  private func zero(_ type: FortranType) -> any LibraryArgument {
    switch type {
    case .real(kind: 10): Float80.zero
    case .real: 0.0
    case .complex(kind: 4): Complex<Float>.zero
    case .complex(kind: 10): Complex<Float80>.zero
    case .complex: Complex<Double>.zero
    case .derived: RemoteAddress(rawValue: 0)
    default: 0
    }
  }

  /// An address that the caller has, which goes as it is.
  private func bind(
    address: any LibraryArgument, _ variable: FortranVariable, _ label: String
  ) throws(BridgeError) -> Bound {
    var length: Int?
    if case .character(_, let declared) = variable.type, !procedure.isBindC {
      guard case .fixed(let count) = declared else {
        throw error(
          .typeMismatch,
          "\(label) is declared '\(variable)', and an address does not say how long its text is")
      }
      length = max(0, try value(of: count, "the length", of: variable, label))
    }
    if case .assumedShape = variable.shape {
      throw error(
        .typeMismatch, "\(label) is declared '\(variable)', and an address does not say its extents"
      )
    }
    return Bound(value: address, length: length)
  }

  /// Refuses a value of another kind, where C would not.
  private func check(
    kindOf value: ArgumentValue, _ variable: FortranVariable, _ label: String
  ) throws(BridgeError) {
    let isRight =
      switch (variable.type, value.elementKind) {
      case (_, nil): true
      case (.logical, let kind?): kind == .bool || value.isTyped
      case (.character, let kind?): kind == .text || kind == .uint8 || kind == .int8
      case (.integer(kind: 1), let kind?):
        kind != .bool && kind != .text && (kind != .uint8 || value.isScalar)
      case (_, let kind?): kind != .bool && kind != .text
      }
    guard isRight else {
      throw error(
        .typeMismatch, "\(label) is declared '\(variable)', and got \(value.kindText)")
    }
  }

  /// Refuses an array that is shorter than the declared one, or of another shape.
  private func checkShape(
    of value: ArgumentValue, _ given: [Int]?, _ variable: FortranVariable, _ label: String
  ) throws(BridgeError) {
    let given = given ?? value.pointerShape
    guard let count = value.elementCount else { return }
    func mismatch(_ reason: String) -> BridgeError {
      error(.typeMismatch, "\(label) is declared '\(variable)', \(reason)")
    }
    let shape = given ?? [count]
    let text = FortranShapes.text(shape)
    let bounds: [FortranBounds]
    switch variable.shape {
    case .scalar:
      guard count == 1, given == nil else {
        throw mismatch("and got an array of \(text); give it one element")
      }
      return
    case .assumedShape(let lowers):
      guard shape.count == lowers.count else {
        throw mismatch(
          given == nil
            ? "of \(lowers.count) dimensions; give it a FortranArray, which has a shape"
            : "of \(lowers.count) dimensions, and got \(text)")
      }
      return
    case .explicit(let all): bounds = all
    case .assumedSize(let all, _): bounds = all
    case .deferred, .assumedRank: return
    }
    let rank = variable.shape.rank ?? 1
    let extents = try extents(bounds, of: variable, label)
    // In one dimension an array of any shape goes: its elements in their order.
    if let given, given.count > 1, rank > 1 {
      guard given.count == rank else {
        throw mismatch("of \(rank) dimensions, and got \(text)")
      }
      for (index, extent) in extents.enumerated() {
        // All but the last extent say where elements lie.
        guard index < rank - 1 ? given[index] == extent : given[index] >= extent else {
          throw mismatch("whose extent \(index + 1) is \(extent), and got \(text)")
        }
      }
      return
    }
    let needed = try elementCount(extents, of: variable, label)
    if case .assumedSize = variable.shape, rank == 1 { return }
    guard count >= needed else {
      throw mismatch("which has \(needed) element\(needed == 1 ? "" : "s") here, and got \(count)")
    }
  }
}
