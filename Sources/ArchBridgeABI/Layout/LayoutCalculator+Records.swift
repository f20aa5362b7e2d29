/// Where a record's members lie, in the order of its definition.
struct RecordPlaces {
  var extent: CExtent
  /// The offset of each member in bits.
  var bitOffsets: [Int]
}

extension LayoutCalculator {
  /// Lays out `record` as GCC and Clang do on System V targets.
  mutating func places(of record: CRecord) throws(LayoutError) -> RecordPlaces {
    var placement = RecordPlacement(record)
    for member in record.members {
      var extent: CExtent
      if case .array(let element, nil) = member.type.resolved {
        // A flexible array takes no room, but its elements are aligned.
        extent = try self.extent(of: element)
        extent.byteCount = 0
      } else {
        extent = try self.extent(of: member.type)
      }
      if let bitCount = member.bitCount {
        try check(bitCount: bitCount, of: member, extent)
        try checkAlignment(of: member, in: record, extent)
        placement.addBitField(member, bitCount: bitCount, extent)
      } else {
        placement.add(member, extent)
      }
      if placement.isTooLarge { throw tooLarge(record) }
    }
    let places = placement.finish()
    if places.extent.byteCount > LayoutCalculator.maximumByteCount { throw tooLarge(record) }
    return places
  }

  /// Refuses a bit-field that is wider than its type is on this target.
  private func check(
    bitCount: Int, of member: CRecord.Member, _ extent: CExtent
  ) throws(LayoutError) {
    if bitCount > 8 * extent.byteCount {
      throw LayoutError(
        message: "'\(member.name ?? "")' has \(bitCount) bits, and '\(member.type)' only "
          + "\(8 * extent.byteCount)")
    }
  }

  /// Refuses an aligned bit-field that GCC and Clang put in different places.
  private func checkAlignment(
    of member: CRecord.Member, in record: CRecord, _ extent: CExtent
  ) throws(LayoutError) {
    guard let alignment = member.alignment else { return }
    if record.packAlignment != nil || alignment < extent.alignment {
      throw LayoutError(
        message: "compilers differ over where the bit-field '\(member.name ?? "")' of "
          + "'\(record.kind.rawValue) \(record.tag)' lies: it is aligned to \(alignment) bytes, and "
          + (record.packAlignment != nil
            ? "'#pragma pack' is in force" : "its type to \(extent.alignment)"))
    }
  }

  private func tooLarge(_ record: CRecord) -> LayoutError {
    LayoutError(
      message: "'\(record.kind.rawValue) \(record.tag)' is larger than "
        + "\(LayoutCalculator.maximumByteCount) bytes")
  }
}
