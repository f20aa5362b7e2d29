/// Puts the members of one record in their places, one after the other.
///
/// The rules are those of the System V ABI as GCC and Clang apply them. Members have a size of at
/// most `LayoutCalculator.maximumByteCount`, so that offsets in bits are far from overflowing.
struct RecordPlacement {
  private let record: CRecord
  /// The first bit that is free.
  private var position = 0
  /// The end of a union's largest member.
  private var end = 0
  private var alignment = 1
  private var bitOffsets: [Int] = []

  init(_ record: CRecord) {
    self.record = record
    alignment = max(1, record.alignment ?? 1)
  }

  /// Whether the members so far take more room than any object.
  var isTooLarge: Bool { end > 8 * LayoutCalculator.maximumByteCount }

  /// Adds a member that is no bit-field.
  mutating func add(_ member: CRecord.Member, _ extent: CExtent) {
    let natural = isPacked(member) ? 1 : extent.alignment
    let memberAlignment = limited(max(natural, member.alignment ?? 1))
    alignment = max(alignment, memberAlignment)
    place(bitCount: 8 * extent.byteCount, at: position.roundedUp(to: 8 * memberAlignment))
  }

  /// Adds a bit-field.
  mutating func addBitField(_ member: CRecord.Member, bitCount: Int, _ extent: CExtent) {
    let unitAlignment = 8 * extent.alignment
    var start = position
    if let asked = member.alignment { start = start.roundedUp(to: 8 * asked) }
    if bitCount == 0 {
      // What follows starts a new unit, also where all else is packed.
      place(bitCount: 0, at: start.roundedUp(to: unitAlignment))
      return
    }
    // Where `#pragma pack` is in force a bit-field may lie across its units, whatever its number.
    if record.packAlignment == nil, !isPacked(member),
      start % unitAlignment + bitCount > 8 * extent.byteCount
    {
      start = start.roundedUp(to: unitAlignment)
    }
    if member.name != nil {
      let natural = isPacked(member) && record.packAlignment == nil ? 1 : extent.alignment
      alignment = max(alignment, limited(max(natural, member.alignment ?? 1)))
    }
    place(bitCount: bitCount, at: start)
  }

  /// The record's extent and its members' offsets.
  func finish() -> RecordPlaces {
    let byteCount = (end.roundedUp(to: 8) / 8).roundedUp(to: alignment)
    return RecordPlaces(
      extent: CExtent(byteCount: byteCount, alignment: alignment), bitOffsets: bitOffsets)
  }

  private mutating func place(bitCount: Int, at start: Int) {
    guard record.kind == .structure else {
      bitOffsets.append(0)
      end = max(end, bitCount)
      return
    }
    bitOffsets.append(start)
    position = start + bitCount
    end = position
  }

  private func isPacked(_ member: CRecord.Member) -> Bool { record.isPacked || member.isPacked }

  /// `alignment`, or the limit that `#pragma pack` sets to it.
  private func limited(_ alignment: Int) -> Int {
    min(alignment, record.packAlignment ?? alignment)
  }
}

extension Int {
  /// The multiple of a positive number that is not below this one.
  func roundedUp(to multiple: Int) -> Int {
    (self + multiple - 1) / multiple * multiple
  }
}
