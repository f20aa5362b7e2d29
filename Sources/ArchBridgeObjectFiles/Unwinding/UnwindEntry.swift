/// What the descriptions of several functions have in common (a CIE).
struct UnwindCommon {
  var codeStep: UInt64 = 1
  var dataStep: UInt64 = 1
  var returnRegister = 0
  var instructions: ArraySlice<UInt8> = []
  var pointerEncoding: UInt8 = 0
  /// Whether the descriptions have more data than every one has.
  var hasData = false
  /// Whether the code is what a signal handler returns to, so that its caller made no call.
  var isSignalFrame = false

  init(_ cursor: UnwindCursor) throws(UnwindFault) {
    var cursor = cursor
    guard try cursor.number(4) == 0 else { throw UnwindFault() }
    let version = try cursor.byte()
    guard version == 1 || version == 3 else { throw UnwindFault() }
    let letters = try cursor.text()
    codeStep = try cursor.unsigned()
    dataStep = try cursor.signed()
    let register = version == 1 ? UInt64(try cursor.byte()) : try cursor.unsigned()
    guard register < UInt64(UnwindRegisters.count) else { throw UnwindFault() }
    returnRegister = Int(register)
    if letters.first == UInt8(ascii: "z") {
      hasData = true
      let count = try cursor.unsigned()
      let place = cursor.here
      var data = UnwindCursor(try cursor.take(count), at: place, is64: cursor.is64)
      for letter in letters.dropFirst() {
        switch letter {
        case UInt8(ascii: "R"): pointerEncoding = try data.byte()
        case UInt8(ascii: "P"): _ = try data.pointer(data.byte() & 0x7F)
        case UInt8(ascii: "L"): _ = try data.byte()
        case UInt8(ascii: "S"): isSignalFrame = true
        case UInt8(ascii: "B"): break
        default: throw UnwindFault()
        }
      }
    } else if !letters.isEmpty {
      throw UnwindFault()
    }
    instructions = cursor.rest()
  }
}

/// The description of one function (an FDE).
struct UnwindEntry {
  let common: UnwindCommon
  /// Where its code begins, and how long it is.
  let start: UInt64
  let byteCount: UInt64
  let instructions: ArraySlice<UInt8>

  /// Reads what is behind the reference to the common part.
  init(_ cursor: UnwindCursor, _ common: UnwindCommon) throws(UnwindFault) {
    var cursor = cursor
    self.common = common
    guard let start = try cursor.pointer(common.pointerEncoding),
      let byteCount = try cursor.pointer(common.pointerEncoding & 0x0F)
    else { throw UnwindFault() }
    (self.start, self.byteCount) = (start, byteCount)
    if common.hasData { _ = try cursor.take(cursor.unsigned()) }
    instructions = cursor.rest()
  }
}
