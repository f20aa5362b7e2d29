/// What the last instructions of a function for i386 tell of how it is called.
///
/// Only what they say for certain is given, and what they make likely as such: a function may end in
/// a jump to another, or have its end elsewhere.
public struct FunctionEnding: Hashable, Sendable {
  /// How many bytes of arguments the function takes from the stack itself, which C's do not; nil where
  /// the end is no return.
  public let poppedByteCount: Int?
  /// Whether it seems to return a floating-point number: the last thing that it does is to load one.
  public let loadsReal: Bool

  /// How many bytes of a function are looked at.
  static let byteLimit = 32
  /// No function takes more arguments than this from the stack.
  private static let poppedLimit = 1_024

  /// Looks at the last bytes of a function.
  public init(_ code: [UInt8]) {
    var rest = code.suffix(Self.byteLimit)
    // What fills up to the next function belongs to none.
    while let last = rest.last, last == 0x90 || last == 0xCC { rest.removeLast() }
    if rest.last == 0xC3 {
      rest.removeLast()
      poppedByteCount = 0
    } else if rest.count >= 3, rest[rest.endIndex - 3] == 0xC2,
      case let count = Int(rest[rest.endIndex - 2]) | Int(rest[rest.endIndex - 1]) << 8,
      count > 0, count % 4 == 0, count <= Self.poppedLimit
    {
      rest.removeLast(3)
      poppedByteCount = count
    } else {
      poppedByteCount = nil
      loadsReal = false
      return
    }
    Self.dropEpilogue(&rest)
    loadsReal = Self.endsWithLoad(rest)
  }

  /// Takes off what gives the stack and its caller's registers back.
  private static func dropEpilogue(_ code: inout ArraySlice<UInt8>) {
    while let last = code.last {
      let count = code.count
      let end = code.endIndex
      if last == 0xC9 || 0x58...0x5F ~= last {
        code.removeLast()
      } else if count >= 3, code[end - 3] == 0x83, code[end - 2] == 0xC4 {
        code.removeLast(3)
      } else if count >= 3, code[end - 3] == 0x8D, code[end - 2] == 0x65 {
        code.removeLast(3)
      } else if count >= 6, code[end - 6] == 0x81, code[end - 5] == 0xC4 {
        code.removeLast(6)
      } else {
        return
      }
    }
  }

  /// Whether the last instruction is `fld` of a number on the stack, or a constant's `fld`.
  private static func endsWithLoad(_ code: ArraySlice<UInt8>) -> Bool {
    func matches(_ byteCount: Int, _ operands: [UInt8]) -> Bool {
      guard code.count >= byteCount else { return false }
      let start = code.endIndex - byteCount
      guard [0xD9, 0xDD, 0xDB].contains(code[start]) else { return false }
      // `fld` of 10 bytes is another line of the table.
      let isExtended = code[start] == 0xDB
      for (index, operand) in operands.enumerated()
      where code[start + 1 + index] != (isExtended && index == 0 ? operand | 0x28 : operand) {
        return false
      }
      return true
    }
    return matches(3, [0x45]) || matches(4, [0x44, 0x24]) || matches(3, [0x04, 0x24])
      || matches(6, [0x85]) || matches(7, [0x84, 0x24])
      || code.suffix(2) == [0xD9, 0xE8] || code.suffix(2) == [0xD9, 0xEE]
  }
}

extension ELFFile {
  /// What the end of a function's code tells; nil for another machine than i386, or where the file
  /// does not say how long the function is.
  ///
  /// - Throws: where the code is not in the file.
  public func ending(of symbol: ELFSymbol) throws(ObjectFileError) -> FunctionEnding? {
    guard header.machine == 3, symbol.kind == .function, symbol.byteCount > 0 else { return nil }
    let count = min(symbol.byteCount, UInt64(FunctionEnding.byteLimit))
    let (end, overflow) = symbol.address.addingReportingOverflow(symbol.byteCount)
    guard !overflow else { throw .unmappedAddress(.segment, address: symbol.address) }
    let region = try image.region(.segment, address: end - count)
    return FunctionEnding(try image.read(try region.prefix(count)).bytes)
  }
}
