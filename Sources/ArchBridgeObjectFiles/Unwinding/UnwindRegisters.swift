/// The registers of one frame of a stack, numbered as DWARF numbers them.
public struct UnwindRegisters: Equatable, Sendable {
  /// How many registers there are; i386 uses the first nine.
  public static let count = 17

  /// The values; nil is one that is not known any more.
  public var values: [UInt64?]
  /// Whether they are of 64 bits.
  public let is64: Bool

  /// Takes the registers of a frame; what is missing is not known.
  public init(_ values: [UInt64], is64: Bool) {
    self.is64 = is64
    var all = [UInt64?](repeating: nil, count: Self.count)
    for (index, value) in values.prefix(Self.count).enumerated() { all[index] = value }
    self.values = all
  }

  private var programCounterNumber: Int { is64 ? 16 : 8 }
  private var stackPointerNumber: Int { is64 ? 7 : 4 }
  private var framePointerNumber: Int { is64 ? 6 : 5 }
  /// How many bytes an address has.
  public var wordByteCount: Int { is64 ? 8 : 4 }

  /// Where the code goes on.
  public var programCounter: UInt64? {
    get { values[programCounterNumber] }
    set { values[programCounterNumber] = newValue }
  }

  /// Where the stack ends.
  public var stackPointer: UInt64? {
    get { values[stackPointerNumber] }
    set { values[stackPointerNumber] = newValue }
  }

  /// Where a function that keeps such a pointer has its frame.
  public var framePointer: UInt64? {
    get { values[framePointerNumber] }
    set { values[framePointerNumber] = newValue }
  }

  /// A number as wide as a register.
  func wrapped(_ value: UInt64) -> UInt64 { is64 ? value : value & 0xFFFF_FFFF }

  /// The caller of a frame that a call through an address that is no code has made: nothing but the
  /// address to return to has been written.
  ///
  /// `memory` gives a word of the stack, or nil.
  public func callerOfNothing(_ memory: (UInt64) -> UInt64?) -> UnwindRegisters? {
    guard let stackPointer, let address = memory(stackPointer) else { return nil }
    var caller = self
    caller.programCounter = address
    caller.stackPointer = wrapped(stackPointer &+ UInt64(wordByteCount))
    return caller
  }

  /// The caller as the chain of frame pointers has it.
  ///
  /// It is a guess where nobody says that the function keeps one.
  public func callerByFramePointer(_ memory: (UInt64) -> UInt64?) -> UnwindRegisters? {
    guard let framePointer, let stackPointer, framePointer >= stackPointer,
      let next = memory(framePointer),
      let address = memory(wrapped(framePointer &+ UInt64(wordByteCount)))
    else { return nil }
    var caller = UnwindRegisters([], is64: is64)
    caller.framePointer = next
    caller.programCounter = address
    caller.stackPointer = wrapped(framePointer &+ UInt64(2 * wordByteCount))
    return caller
  }
}
