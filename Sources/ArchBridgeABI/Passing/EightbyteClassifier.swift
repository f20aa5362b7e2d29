/// Finds the registers of a record by the rules of the System V ABI for x86-64, section 3.2.3.
///
/// The rules leave open what GCC and Clang settle each in its own way: whether a bit-field without
/// name counts, what an array without elements does, and whether a record or a union's bit-field
/// counts as misaligned where no scalar is. Where that matters the record is refused.
struct EightbyteClassifier {
  private struct Place: Hashable {
    var tag: String
    var byteOffset: Int
  }

  /// The same value as two compilers see it.
  fileprivate struct Views {
    /// With bit-fields without name for padding.
    var named = Eightbytes()
    /// With bit-fields without name for integers.
    var all = Eightbytes()

    mutating func merge(_ other: Eightbytes.Class, bits: Range<Int>) {
      named.merge(other, bits: bits)
      all.merge(other, bits: bits)
    }
  }

  private var calculator: LayoutCalculator
  private var hasMisalignedScalar = false
  private var hasDisputedPlace = false
  private var hasEmptyArray = false
  /// What has been worked out: to do so again could take very long.
  private var known: [Place: Views] = [:]

  init(_ calculator: LayoutCalculator) {
    self.calculator = calculator
  }

  /// How a record of this extent is passed.
  mutating func passing(of type: CType, _ extent: CExtent) throws(LayoutError) -> CPassing {
    if extent.byteCount > 16 { return .memory }
    let views = try views(of: type, at: 0)
    if hasEmptyArray {
      throw LayoutError(refusing: type, "compilers differ over an array without elements")
    }
    if hasMisalignedScalar { return .memory }
    if hasDisputedPlace {
      throw LayoutError(
        refusing: type, "compilers differ over a member that is not aligned as its type is")
    }
    let registers = views.named.registers
    if views.all.registers != registers {
      throw LayoutError(
        refusing: type, "compilers differ over whether its unnamed bit-field counts")
    }
    guard let registers else { return .memory }
    if views.named.low == .none {
      throw LayoutError(refusing: type, "its first eight bytes hold nothing")
    }
    return .registers(registers)
  }

  private mutating func views(
    of type: CType, at byteOffset: Int
  ) throws(LayoutError) -> Views {
    let extent = try calculator.extent(of: type)
    let isMisaligned = byteOffset % extent.alignment != 0
    var views = Views()
    switch type.resolved {
    case .record(let kind, let tag):
      if isMisaligned { hasDisputedPlace = true }
      let place = Place(tag: tag, byteOffset: byteOffset)
      if let known = known[place] { return known }
      views = try self.views(of: try calculator.record(kind, tag), at: byteOffset)
      known[place] = views
    case .array:
      let element = type.element
      let byteCount = try calculator.extent(of: element).byteCount
      if extent.byteCount == 0, byteCount > 0 { hasEmptyArray = true }
      // Of elements that take no room one is like another.
      let count = byteCount == 0 ? 1 : extent.byteCount / byteCount
      for index in 0..<count {
        let element = try self.views(of: element, at: byteOffset + index * byteCount)
        views.named.merge(element.named)
        views.all.merge(element.all)
      }
    case .scalar(let scalar) where scalar.isFloatingPoint:
      if isMisaligned { hasMisalignedScalar = true }
      views.merge(floating: scalar, at: byteOffset)
    case .complex(let part):
      if isMisaligned { hasMisalignedScalar = true }
      views.merge(floating: part, at: byteOffset)
      views.merge(floating: part, at: byteOffset + extent.byteCount / 2)
    default:
      if isMisaligned { hasMisalignedScalar = true }
      views.merge(.integer, bits: 8 * byteOffset..<8 * (byteOffset + extent.byteCount))
    }
    return views
  }

  private mutating func views(
    of record: CRecord, at byteOffset: Int
  ) throws(LayoutError) -> Views {
    var views = Views()
    let places = try calculator.places(of: record)
    for (member, place) in zip(record.members, places.bitOffsets) {
      if let bitCount = member.bitCount {
        let start = 8 * byteOffset + place
        if bitCount == 0 {
          // Some versions of GCC take it for an integer, others only in a union.
          let counts = record.kind == .union || start % 64 != 0
          if counts, start < 128 { views.all.merge(.integer, bits: start..<start + 1) }
          continue
        }
        // GCC takes a union's bit-field for a scalar of its type, which can be misaligned.
        let alignment = try calculator.extent(of: member.type).alignment
        if record.kind == .union, byteOffset % alignment != 0 { hasDisputedPlace = true }
        views.all.merge(.integer, bits: start..<start + bitCount)
        if member.name != nil { views.named.merge(.integer, bits: start..<start + bitCount) }
      } else {
        let inner = try self.views(of: member.type, at: byteOffset + place / 8)
        views.named.merge(inner.named)
        views.all.merge(inner.all)
      }
    }
    views.named.finish()
    views.all.finish()
    return views
  }
}

extension EightbyteClassifier.Views {
  /// Takes in a number that is aligned, or makes no difference as it is not.
  fileprivate mutating func merge(floating scalar: CScalar, at byteOffset: Int) {
    let start = 8 * byteOffset
    if scalar == .longDouble {
      merge(.x87, bits: start..<start + 64)
      merge(.x87Up, bits: start + 64..<start + 128)
    } else {
      merge(.sse, bits: start..<start + 8)
    }
  }
}
