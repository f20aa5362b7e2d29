/// The head of one unit of `.debug_line`, of DWARF 2 to 5: how its program and its names are read.
struct LineUnitHeader {
  let bytes: ELFBytes
  let version: UInt16
  let isWide: Bool
  /// Where the names of folders and files start.
  let tablesStart: Int
  /// Where the program starts.
  let programStart: Int
  let instructionByteCount: UInt64
  let lineBase: Int8
  let lineRange: UInt8
  let firstSpecialOpcode: UInt8
  /// How many numbers follow each standard opcode, from opcode 1 on.
  let operandCounts: [UInt8]

  /// Reads the head of a unit from the unit's bytes, its length included.
  init(_ bytes: ELFBytes) throws(ObjectFileError) {
    self.bytes = bytes
    var cursor = DWARFCursor(bytes)
    isWide = try cursor.unitLength().isWide
    version = UInt16(try cursor.number(2))
    guard (2...5).contains(version) else {
      throw .unknownEncoding(bytes.part, offset: bytes.offset)
    }
    if version >= 5 { try cursor.skip(2) }  // the lengths of addresses and segments
    let headByteCount = try cursor.number(isWide ? 8 : 4)
    guard headByteCount <= UInt64(cursor.remaining) else { throw cursor.error }
    programStart = cursor.position + Int(headByteCount)
    instructionByteCount = try cursor.number(1)
    if version >= 4 { try cursor.skip(1) }  // operations in one instruction, one everywhere here
    try cursor.skip(1)
    lineBase = Int8(bitPattern: try cursor.uint8())
    lineRange = try cursor.uint8()
    firstSpecialOpcode = try cursor.uint8()
    guard lineRange > 0, firstSpecialOpcode > 0 else {
      throw .unknownEncoding(bytes.part, offset: bytes.offset)
    }
    var counts: [UInt8] = []
    for _ in 1..<max(1, Int(firstSpecialOpcode)) { counts.append(try cursor.uint8()) }
    operandCounts = counts
    tablesStart = cursor.position
  }
}
