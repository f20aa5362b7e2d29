import ArchBridgeObjectFiles
import TestSupport
import Testing

/// What the ends of functions tell.
@Suite struct FunctionEndingTests {
  @Test(arguments: [
    ("C3", 0, false), ("5B 5E C3", 0, false), ("C2 14 00", 20, false), ("C9 C2 08 00", 8, false),
    // fldl -8(%ebp); leave; ret
    ("DD 45 F8 C9 C3", 0, true),
    // flds 4(%esp); ret — fldt (%esp); add $12,%esp; ret — fld1; ret 4
    ("D9 44 24 04 C3", 0, true), ("DB 2C 24 83 C4 0C C3", 0, true), ("D9 E8 C2 04 00", 4, true),
    // mov -8(%ebp),%eax; leave; ret
    ("8B 45 F8 C9 C3", 0, false), ("C3 90 90", 0, false),
  ])
  func `a return tells what is taken and given`(
    _ code: String, _ popped: Int, _ loadsReal: Bool
  ) {
    let ending = FunctionEnding(bytes(code))
    #expect(ending.poppedByteCount == popped && ending.loadsReal == loadsReal)
  }

  @Test(arguments: ["", "E9 00 00 00 00", "C2 03 00", "C2 FF FF", "0F 0B", "90 90"])
  func `any other end tells nothing`(_ code: String) {
    let ending = FunctionEnding(bytes(code))
    #expect(ending.poppedByteCount == nil && !ending.loadsReal)
  }

  @Test func `any bytes are an end or none`() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...40, using: &generator)
      let ending = FunctionEnding(
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
      #expect((ending.poppedByteCount ?? 0) % 4 == 0 && (ending.poppedByteCount ?? 0) <= 1_024)
    }
  }

  private func bytes(_ text: String) -> [UInt8] {
    text.split(separator: " ").compactMap { UInt8($0, radix: 16) }
  }
}
