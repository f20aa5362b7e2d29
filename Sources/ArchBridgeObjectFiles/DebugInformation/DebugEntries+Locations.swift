extension DebugEntries {
  /// How an expression says where a parameter is when its function is entered; empty where nothing
  /// says so.
  func firstLocation(of entry: DebugEntry) throws(ObjectFileError) -> [UInt8] {
    let index = entry.reference.unit
    switch entry[.location] {
    case .block(let range)?: return [UInt8](try bytes(ofUnit: index).bytes[range])
    case .number(let offset)?: return (try? list(at: offset, ofUnit: index)) ?? []
    case .listIndex(let number)?:
      let unit = units[index]
      let base = try facts(ofUnit: index).listsBase
      let width = unit.form.offsetByteCount
      guard let section = files[unit.file].locations,
        let place = Self.place(number, base: base, byteCount: width),
        let bytes = try? section.bytes(at: UInt64(place), byteCount: UInt64(width)),
        let offset = try? bytes.number(at: 0, byteCount: width)
      else { return [] }
      let (sum, overflow) = offset.addingReportingOverflow(base)
      return overflow ? [] : (try? list(at: sum, ofUnit: index)) ?? []
    default: return []
    }
  }

  /// How much of a list is looked at: its first expression.
  private static let listByteLimit: UInt64 = 256

  private func list(
    at offset: UInt64, ofUnit index: Int
  ) throws(ObjectFileError) -> [UInt8] {
    let unit = units[index]
    let isNew = unit.form.version >= 5
    let byteCount = unit.form.addressByteCount
    guard (1...8).contains(byteCount),
      let section = isNew ? files[unit.file].locations : files[unit.file].oldLocations
    else { return [] }
    var cursor = DWARFCursor(try section.bytes(at: offset, limit: Self.listByteLimit))
    for _ in 0..<8 {
      guard isNew else {
        let (start, end) = (try cursor.number(byteCount), try cursor.number(byteCount))
        if start == 0, end == 0 { return [] }
        // The greatest address says that another one follows, from which the others count.
        if start == UInt64.max >> UInt64(64 - 8 * byteCount) { continue }
        return try bytes(&cursor, count: try cursor.number(2))
      }
      switch try cursor.uint8() {
      case 1: _ = try cursor.uleb()
      case 2, 3, 4:
        _ = (try cursor.uleb(), try cursor.uleb())
        return try bytes(&cursor, count: try cursor.uleb())
      case 5: return try bytes(&cursor, count: try cursor.uleb())
      case 6: _ = try cursor.number(byteCount)
      case 7:
        _ = (try cursor.number(byteCount), try cursor.number(byteCount))
        return try bytes(&cursor, count: try cursor.uleb())
      case 8:
        _ = (try cursor.number(byteCount), try cursor.uleb())
        return try bytes(&cursor, count: try cursor.uleb())
      // What a variable is called in a debugger's view of a line.
      case 9: _ = (try cursor.uleb(), try cursor.uleb())
      default: return []
      }
    }
    return []
  }

  private func bytes(
    _ cursor: inout DWARFCursor, count: UInt64
  ) throws(ObjectFileError) -> [UInt8] {
    let start = cursor.position
    try cursor.skip(count)
    return [UInt8](cursor.bytes.bytes[start..<cursor.position])
  }
}
