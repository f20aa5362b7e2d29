/// How a frame's caller is found, at one place of a function's code.
struct UnwindRules {
  /// Where something is.
  enum Rule {
    /// In the register, as it is.
    case same
    /// Nowhere any more.
    case lost
    /// In memory, so far from the frame's address.
    case memory(UInt64)
    /// So far from the frame's address, itself.
    case distance(UInt64)
    /// In another register.
    case register(Int)
    /// In memory, where an expression says.
    case memoryAt(ArraySlice<UInt8>)
    /// What an expression says.
    case value(ArraySlice<UInt8>)
  }

  /// How the frame's address is computed.
  enum FrameAddress {
    case register(Int, UInt64)
    case value(ArraySlice<UInt8>)
  }

  var address = FrameAddress.register(0, 0)
  var registers = [Rule](repeating: .same, count: UnwindRegisters.count)

  /// How many states a function can keep for later.
  private static let savedLimit = 64

  /// Runs the instructions of a description up to an address.
  init(_ entry: UnwindEntry, at address: UInt64, is64: Bool) throws(UnwindFault) {
    var initial: UnwindRules?
    try run(entry.common.instructions, entry, from: entry.start, to: nil, &initial, is64)
    initial = self
    try run(entry.instructions, entry, from: entry.start, to: address, &initial, is64)
  }

  private mutating func set(_ register: UInt64, _ rule: Rule) {
    // Those of vectors and the like are of no use to a caller.
    if register < UInt64(UnwindRegisters.count) { registers[Int(register)] = rule }
  }

  private mutating func run(
    _ instructions: ArraySlice<UInt8>, _ entry: UnwindEntry, from start: UInt64, to end: UInt64?,
    _ initial: inout UnwindRules?, _ is64: Bool
  ) throws(UnwindFault) {
    var cursor = UnwindCursor(instructions, at: 0, is64: is64)
    var saved: [UnwindRules] = []
    var place = start
    let common = entry.common
    while !cursor.isAtEnd {
      let byte = try cursor.byte()
      let operand = UInt64(byte & 0x3F)
      var step: UInt64 = 0
      switch byte {
      case 0x40...0x7F: step = operand
      case 0x80...0xBF: set(operand, .memory(try cursor.unsigned() &* common.dataStep))
      case 0xC0...0xFF: restore(operand, initial)
      case 0x00: break
      case 0x01:
        guard let address = try cursor.pointer(common.pointerEncoding) else { throw UnwindFault() }
        place = address
        if let end, place > end { return }
      case 0x02: step = try cursor.number(1)
      case 0x03: step = try cursor.number(2)
      case 0x04: step = try cursor.number(4)
      case 0x05:
        set(try cursor.unsigned(), .memory(try cursor.unsigned() &* common.dataStep))
      case 0x06: restore(try cursor.unsigned(), initial)
      case 0x07: set(try cursor.unsigned(), .lost)
      case 0x08: set(try cursor.unsigned(), .same)
      case 0x09:
        let register = try cursor.unsigned()
        let other = try cursor.unsigned()
        set(register, other < UInt64(UnwindRegisters.count) ? .register(Int(other)) : .lost)
      case 0x0A:
        guard saved.count < Self.savedLimit else { throw UnwindFault() }
        saved.append(self)
      case 0x0B:
        guard let last = saved.popLast() else { throw UnwindFault() }
        self = last
      case 0x0C: try setAddress(try cursor.unsigned(), try cursor.unsigned())
      case 0x0D: try setAddress(try cursor.unsigned(), offset)
      case 0x0E: try setAddress(register, try cursor.unsigned())
      case 0x0F: address = .value(try cursor.take(cursor.unsigned()))
      case 0x10: set(try cursor.unsigned(), .memoryAt(try cursor.take(cursor.unsigned())))
      case 0x11: set(try cursor.unsigned(), .memory(try cursor.signed() &* common.dataStep))
      case 0x12:
        try setAddress(try cursor.unsigned(), try cursor.signed() &* common.dataStep)
      case 0x13: try setAddress(register, try cursor.signed() &* common.dataStep)
      case 0x14:
        set(try cursor.unsigned(), .distance(try cursor.unsigned() &* common.dataStep))
      case 0x15: set(try cursor.unsigned(), .distance(try cursor.signed() &* common.dataStep))
      case 0x16: set(try cursor.unsigned(), .value(try cursor.take(cursor.unsigned())))
      case 0x2E: _ = try cursor.unsigned()
      default: throw UnwindFault()
      }
      if step > 0 {
        place = place &+ step &* common.codeStep
        if let end, place > end { return }
      }
    }
  }

  private mutating func restore(_ register: UInt64, _ initial: UnwindRules?) {
    guard register < UInt64(UnwindRegisters.count) else { return }
    registers[Int(register)] = initial?.registers[Int(register)] ?? .same
  }

  private var register: UInt64 {
    if case .register(let register, _) = address { UInt64(register) } else { .max }
  }

  private var offset: UInt64 {
    if case .register(_, let offset) = address { offset } else { 0 }
  }

  private mutating func setAddress(_ register: UInt64, _ offset: UInt64) throws(UnwindFault) {
    guard register < UInt64(UnwindRegisters.count) else { throw UnwindFault() }
    address = .register(Int(register), offset)
  }
}
