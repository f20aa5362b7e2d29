/// Finds the registers of a record by the rules of the System V ABI for x86-64, section 3.2.3.
///
/// The rules leave two things open that GCC and Clang settle each in its own way: whether a
/// bit-field without name counts, and whether a record counts as misaligned that has no misaligned
/// scalar. Both answers are worked out, and where they differ the record is refused.
struct EightbyteClassifier {
  private struct Place: Hashable {
    var tag: String
    var byteOffset: Int
  }

  private var calculator: LayoutCalculator
  /// The classes where bit-fields without name are padding.
  private var classes = [EightbyteClass](repeating: .none, count: 2)
  /// The classes where bit-fields without name are integers.
  private var classesWithUnnamed = [EightbyteClass](repeating: .none, count: 2)
  private var hasMisalignedScalar = false
  private var hasMisalignedRecord = false
  /// What has been looked at: looking again changes nothing, and could take very long.
  private var visited: Set<Place> = []

  init(_ calculator: LayoutCalculator) {
    self.calculator = calculator
  }

  /// How a record of this extent is passed.
  mutating func passing(of type: CType, _ extent: CExtent) throws(LayoutError) -> CPassing {
    if extent.byteCount > 16 { return .memory }
    try add(type, at: 0)
    if hasMisalignedScalar { return .memory }
    if hasMisalignedRecord {
      throw refusal(type, "compilers differ over a member that is not aligned as its type is")
    }
    let registers = EightbyteClassifier.registers(classes)
    if EightbyteClassifier.registers(classesWithUnnamed) != registers {
      throw refusal(type, "compilers differ over whether its unnamed bit-field counts")
    }
    if registers?.isEmpty == true { throw refusal(type, "it holds nothing") }
    guard let registers else { return .memory }
    if classes[0] == .none {
      throw refusal(type, "its first eight bytes hold nothing")
    }
    return .registers(registers)
  }

  /// The registers for two eightbytes, or nil for memory.
  private static func registers(_ classes: [EightbyteClass]) -> [CPassing.RegisterClass]? {
    if classes[1] == .x87Up, classes[0] != .x87 { return nil }
    var registers: [CPassing.RegisterClass] = []
    for eightbyte in classes {
      switch eightbyte {
      case .none, .x87Up: continue
      case .integer: registers.append(.integer)
      case .sse: registers.append(.sse)
      case .x87: registers.append(.x87)
      case .memory: return nil
      }
    }
    return registers
  }

  private mutating func add(_ type: CType, at byteOffset: Int) throws(LayoutError) {
    let extent = try calculator.extent(of: type)
    if extent.byteCount == 0 { return }
    let isMisaligned = byteOffset % extent.alignment != 0
    switch type.resolved {
    case .record(let kind, let tag):
      if isMisaligned { hasMisalignedRecord = true }
      guard visited.insert(Place(tag: tag, byteOffset: byteOffset)).inserted else { return }
      try add(try calculator.record(kind, tag), at: byteOffset)
    case .array(let element, let count):
      let byteCount = try calculator.extent(of: element).byteCount
      // Safe from taking long: the array has bytes, and at most 16 of them.
      for index in 0..<(count ?? 0) { try add(element, at: byteOffset + index * byteCount) }
    case .scalar(let scalar) where scalar.isFloatingPoint:
      add(floating: scalar, at: byteOffset, isMisaligned)
    case .complex(let part):
      add(floating: part, at: byteOffset, isMisaligned)
      add(floating: part, at: byteOffset + extent.byteCount / 2, isMisaligned)
    default:
      if isMisaligned { hasMisalignedScalar = true }
      merge(.integer, bits: 8 * byteOffset..<8 * (byteOffset + extent.byteCount))
    }
  }

  private mutating func add(_ record: CRecord, at byteOffset: Int) throws(LayoutError) {
    let places = try calculator.places(of: record)
    for (member, place) in zip(record.members, places.bitOffsets) {
      if let bitCount = member.bitCount {
        if bitCount == 0 { continue }
        let start = 8 * byteOffset + place
        merge(.integer, bits: start..<start + bitCount, isUnnamed: member.name == nil)
      } else if case .array(_, nil) = member.type.resolved {
        continue
      } else {
        try add(member.type, at: byteOffset + place / 8)
      }
    }
  }

  private mutating func add(floating scalar: CScalar, at byteOffset: Int, _ isMisaligned: Bool) {
    if isMisaligned { hasMisalignedScalar = true }
    let start = 8 * byteOffset
    if scalar == .longDouble {
      merge(.x87, bits: start..<start + 64)
      merge(.x87Up, bits: start + 64..<start + 128)
    } else {
      merge(.sse, bits: start..<start + 8)
    }
  }

  private mutating func merge(
    _ other: EightbyteClass, bits: Range<Int>, isUnnamed: Bool = false
  ) {
    for index in bits.lowerBound / 64...(bits.upperBound - 1) / 64 where index < 2 {
      classesWithUnnamed[index].merge(other)
      if !isUnnamed { classes[index].merge(other) }
    }
  }
}

/// What an eightbyte holds.
private enum EightbyteClass {
  case none, integer, sse, x87, x87Up, memory

  /// Takes in what else lies in the same eightbyte.
  mutating func merge(_ other: EightbyteClass) {
    if self == other || other == .none { return }
    switch (self, other) {
    case (.none, _): self = other
    case (.memory, _), (_, .memory): self = .memory
    case (.integer, _), (_, .integer): self = .integer
    case (.x87, _), (.x87Up, _), (_, .x87), (_, .x87Up): self = .memory
    default: self = .sse
    }
  }
}
