/// Finds the unit of `.debug_line` that covers an address, and no more units than it has to look at.
///
/// What was looked at is remembered as the addresses of the sequences; no row is kept.
struct LineSequences: Sendable {
  private struct Sequence {
    let addresses: Range<UInt64>
    /// Where the sequence's unit is in the section.
    let unit: UInt64
  }

  private let section: ELFSectionContents
  private let code: [Range<UInt64>]
  private var sequences: [Sequence] = []
  /// Up to where the section has been looked at.
  private var scanned: UInt64 = 0

  /// - Parameter code: The addresses of code. A linker leaves the lines of functions that it
  ///   dropped at addresses that are none.
  init(_ section: ELFSectionContents, code: [Range<UInt64>]) {
    self.section = section
    self.code = code
  }

  /// The unit that covers an address; none where `allowance` is too little to find it.
  mutating func unit(covering address: UInt64, _ allowance: inout Int) -> UInt64? {
    if let known = sequences.first(where: { $0.addresses.contains(address) }) { return known.unit }
    while scanned < section.region.byteCount {
      let first = sequences.count
      let unit = scanned
      do throws(ObjectFileError) {
        guard let bytes = try unitBytes(at: unit, &allowance) else { return nil }
        scanned += UInt64(bytes.bytes.count)
        // What is before an error in a unit holds.
        try? scan(LineUnitHeader(bytes), at: unit)
      } catch {
        scanned = section.region.byteCount
      }
      if sequences[first...].contains(where: { $0.addresses.contains(address) }) { return unit }
    }
    return nil
  }

  /// The row of a unit that an address belongs to.
  func row(
    of address: UInt64, in header: LineUnitHeader
  ) throws(ObjectFileError) -> LineProgram.Row? {
    var program = LineProgram(header)
    var last: LineProgram.Row?
    var isCode = false
    while let row = try program.next() {
      if let last {
        if isCode, last.address <= address, address < row.address { return last }
      } else {
        isCode = isInCode(row.address)
      }
      last = row.endsSequence ? nil : row
    }
    return nil
  }

  /// The head of the unit at `offset`; nil where the unit is longer than `allowance`.
  func header(
    at offset: UInt64, _ allowance: inout Int
  ) throws(ObjectFileError) -> LineUnitHeader? {
    try unitBytes(at: offset, &allowance).map { bytes throws(ObjectFileError) in
      try LineUnitHeader(bytes)
    }
  }

  /// The bytes of a unit, which are taken from an allowance; nil where they are more.
  private func unitBytes(
    at offset: UInt64, _ allowance: inout Int
  ) throws(ObjectFileError) -> ELFBytes? {
    var cursor = DWARFCursor(try section.bytes(at: offset, limit: 12))
    let byteCount = try cursor.unitLength().byteCount
    let (total, overflow) = byteCount.addingReportingOverflow(UInt64(cursor.position))
    guard !overflow else { throw cursor.error }
    guard total <= UInt64(allowance) else { return nil }
    allowance -= Int(total)
    return try section.bytes(at: offset, byteCount: total)
  }

  private mutating func scan(
    _ header: LineUnitHeader, at unit: UInt64
  ) throws(ObjectFileError) {
    var program = LineProgram(header)
    var start: UInt64?
    while let row = try program.next() {
      let first = start ?? row.address
      start = row.endsSequence ? nil : first
      guard row.endsSequence, first < row.address, isInCode(first) else { continue }
      sequences.append(Sequence(addresses: first..<row.address, unit: unit))
    }
  }

  private func isInCode(_ address: UInt64) -> Bool { code.contains { $0.contains(address) } }
}
