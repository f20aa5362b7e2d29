import ArchBridgeObjectFiles
import TestSupport
import Testing

/// Unwind tables of real libraries, whole and broken.
@Suite struct UnwindTableTests {
  private static let stackStart: UInt64 = 0x8000

  /// A stack whose words are the addresses of the words behind them.
  private func memory(_ address: UInt64) -> UInt64? {
    (Self.stackStart..<Self.stackStart + 4_096).contains(address) ? address + 16 : nil
  }

  private func registers(is64: Bool) -> UnwindRegisters {
    var registers = UnwindRegisters([UInt64](repeating: 0x8100, count: 17), is64: is64)
    registers.stackPointer = Self.stackStart
    return registers
  }

  private func read(_ bytes: [UInt8]) -> (UnwindTable, ELFFile)? {
    guard let file = try? ELFFile(ObjectFileBytes(bytes)), let table = UnwindTable(file) else {
      return nil
    }
    return (table, file)
  }

  @Test(.enabled(if: InstalledLibraries.small != nil))
  func `a function's first instruction returns to what the stack begins with`() throws {
    let bytes = try InstalledLibraries.contents(#require(InstalledLibraries.small))
    let (table, file) = try #require(read(bytes))
    let is64 = file.header.bitCount == 64
    let registers = registers(is64: is64)
    let functions = try file.exportedSymbols().filter { $0.kind == .function && $0.byteCount > 0 }
    #expect(!functions.isEmpty)
    var known = 0
    for function in functions {
      guard let caller = table.caller(of: registers, at: function.address, memory) else { continue }
      known += 1
      #expect(caller.registers.programCounter == Self.stackStart + 16)
      #expect(
        caller.registers.stackPointer == Self.stackStart + UInt64(registers.wordByteCount))
      #expect(caller.registers.framePointer == 0x8100 && !caller.isSignalFrame)
    }
    #expect(known > functions.count / 2)
  }

  @Test(.enabled(if: InstalledLibraries.small != nil))
  func `an address outside has no caller`() throws {
    let bytes = try InstalledLibraries.contents(#require(InstalledLibraries.small))
    let (table, file) = try #require(read(bytes))
    let registers = registers(is64: file.header.bitCount == 64)
    for address: UInt64 in [0, 1, 0xFFFF_FFFF, .max, .max / 2] {
      #expect(table.caller(of: registers, at: address, memory) == nil)
    }
  }

  @Test(.enabled(if: InstalledLibraries.small != nil))
  func `answers whatever becomes of a real library's table`() throws {
    let whole = try InstalledLibraries.contents(#require(InstalledLibraries.small))
    let (_, file) = try #require(read(whole))
    let is64 = file.header.bitCount == 64
    let addresses = try file.exportedSymbols().map { $0.address + min($0.byteCount / 2, 64) }
    var random = SeededGenerator(seed: 34)
    var bytes = whole
    var answers = 0
    for _ in 0..<2_000 {
      let index = Int.random(in: bytes.indices, using: &random)
      // A piece at a time: one byte of so many would hardly ever be looked at.
      for place in index..<min(index + 512, bytes.count) where Bool.random(using: &random) {
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      if let (table, _) = read(bytes) {
        let address = addresses.randomElement(using: &random) ?? 0
        if table.caller(of: registers(is64: is64), at: address, memory) != nil { answers += 1 }
      }
      let end = min(index + 512, bytes.count)
      if Bool.random(using: &random) {
        bytes.replaceSubrange(index..<end, with: whole[index..<end])
      }
      // Where nothing is left to be found, it begins again.
      if read(bytes) == nil { bytes = whole }
    }
    #expect(answers > 0)
  }

  @Test func `a chain of frame pointers leads on`() {
    for is64 in [false, true] {
      var frame = registers(is64: is64)
      frame.framePointer = Self.stackStart + 64
      let caller = frame.callerByFramePointer(memory)
      let width = UInt64(frame.wordByteCount)
      #expect(caller?.framePointer == Self.stackStart + 64 + 16)
      #expect(caller?.programCounter == Self.stackStart + 64 + width + 16)
      #expect(caller?.stackPointer == Self.stackStart + 64 + 2 * width)
    }
  }

  @Test func `a frame pointer that is none leads nowhere`() {
    for address: UInt64 in [0, Self.stackStart - 1, 0xFFFF_FFFF, .max] {
      var frame = registers(is64: true)
      frame.framePointer = address
      #expect(frame.callerByFramePointer(memory) == nil)
    }
  }
}
