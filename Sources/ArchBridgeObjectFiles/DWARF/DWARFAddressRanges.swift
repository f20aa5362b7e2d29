/// Which compile units cover an address, as `.debug_aranges` says.
///
/// GCC writes it, Clang does not unless it is asked to.
struct DWARFAddressRanges {
  let section: ELFSectionContents

  /// How many units are taken at most; a linker leaves ranges of code that it dropped at zero.
  private static let limit = 8

  /// Where in the debug information the units start.
  func units(covering address: UInt64) throws(ObjectFileError) -> [UInt64] {
    var units: [UInt64] = []
    var offset: UInt64 = 0
    while offset < section.region.byteCount, units.count < Self.limit {
      var head = DWARFCursor(try section.bytes(at: offset, limit: 12))
      let (length, _) = try head.unitLength()
      let start = offset + UInt64(head.position)
      // The start is inside the section, whose length does not overflow with it.
      guard length <= section.region.byteCount - start else { throw head.error }
      if let unit = try? unit(
        try section.bytes(at: offset, byteCount: start + length - offset), address)
      {
        units.append(unit)
      }
      offset = start + length
    }
    return units
  }

  /// The unit that one set is of, if the set covers the address.
  private func unit(_ bytes: ELFBytes, _ address: UInt64) throws(ObjectFileError) -> UInt64? {
    var cursor = DWARFCursor(bytes)
    let isWide = try cursor.unitLength().isWide
    let version = try cursor.number(2)
    let unit = try cursor.number(isWide ? 8 : 4)
    let addressByteCount = Int(try cursor.uint8())
    let segmentByteCount = try cursor.uint8()
    guard version == 2, segmentByteCount == 0, addressByteCount == 4 || addressByteCount == 8 else {
      throw .unknownEncoding(bytes.part, offset: bytes.offset)
    }
    let entryByteCount = 2 * addressByteCount
    try cursor.skip(UInt64((entryByteCount - cursor.position % entryByteCount) % entryByteCount))
    while cursor.remaining >= entryByteCount {
      let start = try cursor.number(addressByteCount)
      let byteCount = try cursor.number(addressByteCount)
      if address >= start, address - start < byteCount { return unit }
    }
    return nil
  }
}
