/// An expression of DWARF, as far as linkers and the kernel use them to describe frames.
struct UnwindExpression {
  private let bytes: ArraySlice<UInt8>
  private let registers: UnwindRegisters

  /// How deep its stack can be; expressions have no loops, since they cannot jump.
  private static let depthLimit = 64

  init(_ bytes: ArraySlice<UInt8>, _ registers: UnwindRegisters) {
    self.bytes = bytes
    self.registers = registers
  }

  /// What it computes, with a number on its stack to begin with.
  func value(
    pushing first: UInt64?, _ memory: (UInt64) -> UInt64?
  ) throws(UnwindFault) -> UInt64 {
    var cursor = UnwindCursor(bytes, at: 0, is64: registers.is64)
    var stack: [UInt64] = first.map { [$0] } ?? []
    func pop() throws(UnwindFault) -> UInt64 {
      guard let last = stack.popLast() else { throw UnwindFault() }
      return last
    }
    while !cursor.isAtEnd {
      let byte = try cursor.byte()
      let result: UInt64
      switch byte {
      case 0x03: result = try cursor.number(registers.wordByteCount)
      case 0x06:
        guard let value = memory(try pop()) else { throw UnwindFault() }
        result = value
      case 0x08: result = try cursor.number(1)
      case 0x09: result = try cursor.signedNumber(1)
      case 0x0A: result = try cursor.number(2)
      case 0x0B: result = try cursor.signedNumber(2)
      case 0x0C: result = try cursor.number(4)
      case 0x0D: result = try cursor.signedNumber(4)
      case 0x10: result = try cursor.unsigned()
      case 0x11: result = try cursor.signed()
      case 0x12:
        result = try pop()
        stack.append(result)
      case 0x1A: result = try pop() & pop()
      case 0x1C:
        let right = try pop()
        result = try pop() &- right
      case 0x21: result = try pop() | pop()
      case 0x22: result = try pop() &+ pop()
      case 0x23: result = try pop() &+ cursor.unsigned()
      case 0x24:
        let right = try pop()
        result = try pop() << min(right, 64)
      case 0x2A:
        let right = Int64(bitPattern: try pop())
        result = Int64(bitPattern: try pop()) >= right ? 1 : 0
      case 0x30...0x4F: result = UInt64(byte - 0x30)
      case 0x70...0x8F:
        let number = Int(byte - 0x70)
        guard number < UnwindRegisters.count, let value = registers.values[number] else {
          throw UnwindFault()
        }
        result = value &+ (try cursor.signed())
      case 0x96: continue
      default: throw UnwindFault()
      }
      guard stack.count < Self.depthLimit else { throw UnwindFault() }
      stack.append(registers.wrapped(result))
    }
    return try pop()
  }
}
