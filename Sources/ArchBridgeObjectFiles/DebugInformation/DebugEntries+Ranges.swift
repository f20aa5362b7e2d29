extension DebugEntries {
  /// How many ranges of a function are looked at: it has one for what runs often, and one for the
  /// rest.
  private static let rangeLimit = 8

  /// Where the parts of a function start that is in several; one of them is where it begins.
  func starts(
    of value: DWARFValue?, ofUnit index: Int
  ) throws(ObjectFileError) -> [UInt64] {
    let unit = units[index]
    let facts = try facts(ofUnit: index)
    let base = try address(facts.firstAddress, ofUnit: index) ?? 0
    let isNew = unit.form.version >= 5
    let section = isNew ? files[unit.file].ranges : files[unit.file].oldRanges
    let offset: UInt64
    switch value {
    case .number(let number)?: offset = number
    case .listIndex(let number)?:
      let width = unit.form.offsetByteCount
      guard let start = Self.place(number, base: facts.rangesBase, byteCount: width) else {
        return []
      }
      let (sum, overflow) = try section.number(at: start, byteCount: width)
        .addingReportingOverflow(facts.rangesBase)
      guard !overflow else { return [] }
      offset = sum
    default: return []
    }
    guard let start = Int(exactly: offset), start < section.bytes.count,
      (1...8).contains(unit.form.addressByteCount)
    else { return [] }
    var cursor = DWARFCursor(section, at: start)
    return isNew
      ? try newStarts(&cursor, index, base: base)
      : try oldStarts(&cursor, unit.form.addressByteCount, base: base)
  }

  private func oldStarts(
    _ cursor: inout DWARFCursor, _ byteCount: Int, base: UInt64
  ) throws(ObjectFileError) -> [UInt64] {
    var base = base
    var starts: [UInt64] = []
    let greatest = UInt64.max >> UInt64(64 - 8 * byteCount)
    for _ in 0..<Self.rangeLimit {
      let (start, end) = (try cursor.number(byteCount), try cursor.number(byteCount))
      if start == 0, end == 0 { break }
      if start == greatest { base = end } else { starts.append(base &+ start) }
    }
    return starts
  }

  private func newStarts(
    _ cursor: inout DWARFCursor, _ unit: Int, base: UInt64
  ) throws(ObjectFileError) -> [UInt64] {
    let byteCount = units[unit].form.addressByteCount
    var base = base
    var starts: [UInt64] = []
    for _ in 0..<Self.rangeLimit {
      switch try cursor.uint8() {
      case 1: base = try address(number: try cursor.uleb(), ofUnit: unit) ?? 0
      case 2, 3:
        let start = try address(number: try cursor.uleb(), ofUnit: unit)
        _ = try cursor.uleb()
        if let start { starts.append(start) }
      case 4:
        starts.append(base &+ (try cursor.uleb()))
        _ = try cursor.uleb()
      case 5: base = try cursor.number(byteCount)
      case 6:
        starts.append(try cursor.number(byteCount))
        _ = try cursor.number(byteCount)
      case 7:
        starts.append(try cursor.number(byteCount))
        _ = try cursor.uleb()
      default: return starts
      }
    }
    return starts
  }
}
