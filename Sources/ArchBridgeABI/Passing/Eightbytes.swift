/// What the two eightbytes of a value of at most 16 bytes hold.
struct Eightbytes {
  /// The classes of the System V ABI for x86-64, section 3.2.3.
  enum Class {
    case none, integer, sse, x87, x87Up, memory
  }

  private(set) var low = Class.none
  private(set) var high = Class.none

  /// Takes in a field that covers these bits.
  mutating func merge(_ other: Class, bits: Range<Int>) {
    if bits.lowerBound < 64 { low.merge(other) }
    if bits.upperBound > 64 { high.merge(other) }
  }

  /// Takes in what a member makes of both.
  mutating func merge(_ other: Eightbytes) {
    low.merge(other.low)
    high.merge(other.high)
  }

  /// Does what the rules ask for when a record's last member has been taken in.
  mutating func finish() {
    if low == .memory || high == .memory || (high == .x87Up && low != .x87) {
      (low, high) = (.memory, .memory)
    }
  }

  /// The registers in order, or nil for memory.
  var registers: [CPassing.RegisterClass]? {
    var registers: [CPassing.RegisterClass] = []
    for eightbyte in [low, high] {
      switch eightbyte {
      case .none, .x87Up: continue
      case .integer: registers.append(.integer)
      case .sse: registers.append(.sse)
      case .x87: registers.append(.x87)
      case .memory: return nil
      }
    }
    return registers
  }
}

extension Eightbytes.Class {
  /// Takes in what else lies in the same eightbyte.
  fileprivate mutating func merge(_ other: Self) {
    if self == other || other == .none { return }
    switch (self, other) {
    case (.none, _): self = other
    case (.memory, _), (_, .memory): self = .memory
    case (.integer, _), (_, .integer): self = .integer
    case (.x87, _), (.x87Up, _), (_, .x87), (_, .x87Up): self = .memory
    default: self = .sse
    }
  }
}
