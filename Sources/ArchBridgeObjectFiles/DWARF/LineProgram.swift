/// Runs the program of one unit of `.debug_line`, which gives its rows one after the other.
///
/// Each step takes a byte of the program at least, and no step goes back: a program ends.
struct LineProgram {
  /// One row: from this address on the code belongs to this line.
  struct Row {
    var address: UInt64 = 0
    var file: UInt64 = 1
    /// Zero is code that belongs to no line.
    var line: UInt64 = 1
    /// Whether this is the address behind a sequence, and no line of its own.
    var endsSequence = false
  }

  private let header: LineUnitHeader
  private var cursor: DWARFCursor
  private var state = Row()

  init(_ header: LineUnitHeader) {
    self.header = header
    cursor = DWARFCursor(header.bytes, at: header.programStart)
  }

  /// The next row; `nil` is the end.
  mutating func next() throws(ObjectFileError) -> Row? {
    while cursor.remaining > 0 {
      let opcode = try cursor.uint8()
      if opcode >= header.firstSpecialOpcode {
        let adjusted = opcode - header.firstSpecialOpcode
        advance(UInt64(adjusted / header.lineRange))
        let lines = Int64(header.lineBase) + Int64(adjusted % header.lineRange)
        state.line &+= UInt64(bitPattern: lines)
        return state
      }
      if opcode == 0 {
        if let row = try extended() { return row }
      } else if opcode == 1 {
        return state
      } else {
        try standard(opcode)
      }
    }
    return nil
  }

  private mutating func advance(_ count: UInt64) {
    state.address &+= count &* header.instructionByteCount
  }

  /// An opcode of the standard that gives no row.
  private mutating func standard(_ opcode: UInt8) throws(ObjectFileError) {
    switch opcode {
    case 2: advance(try cursor.uleb())
    case 3: state.line &+= try cursor.sleb()
    case 4: state.file = try cursor.uleb()
    case 8: advance(UInt64((255 - header.firstSpecialOpcode) / header.lineRange))
    case 9: state.address &+= try cursor.number(2)
    default:
      // What it does not move it may ignore: columns, statements, blocks, and what is to come.
      for _ in 0..<header.operandCounts[Int(opcode) - 1] { _ = try cursor.uleb() }
    }
  }

  /// An opcode that says how long it is; unknown ones are gone past.
  private mutating func extended() throws(ObjectFileError) -> Row? {
    let byteCount = try cursor.uleb()
    guard byteCount > 0, byteCount <= UInt64(cursor.remaining) else {
      // Zeros between sequences do nothing.
      if byteCount == 0 { return nil }
      throw cursor.error
    }
    let opcode = try cursor.uint8()
    if opcode == 1 {
      try cursor.skip(byteCount - 1)
      defer { state = Row() }
      state.endsSequence = true
      return state
    }
    if opcode == 2, byteCount <= 9 {
      state.address = try cursor.number(Int(byteCount) - 1)
    } else {
      try cursor.skip(byteCount - 1)
    }
    return nil
  }
}
