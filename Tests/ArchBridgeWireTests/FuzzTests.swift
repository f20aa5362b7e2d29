import ArchBridgeWire
import Testing

/// Bytes at random, from a fixed seed: nothing may trap, and what is read can be written.
@Suite struct FuzzTests {
  private static let inputCount = 50_000

  /// SplitMix64.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  /// Whether `bytes` are refused, or give a value whose own bytes give that value again.
  ///
  /// Values are compared as bytes: a NaN is unequal to itself.
  private func isRefusedOrStable(_ bytes: [UInt8]) -> Bool {
    guard let value = try? CBORValue(decoding: bytes) else { return true }
    let encoded = value.encoded
    guard encoded.count <= bytes.count else { return false }
    return (try? CBORValue(decoding: encoded))?.encoded == encoded
  }

  @Test func `bytes at random are refused or stable`() {
    var generator = Generator(state: 8949)
    let offending = (0..<Self.inputCount).map { _ in
      let byteCount = Int.random(in: 1...32, using: &generator)
      return (0..<byteCount).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }.filter { !isRefusedOrStable($0) }
    #expect(offending == [])
  }

  @Test func `examples with bytes changed at random are refused or stable`() {
    var generator = Generator(state: 8746)
    let examples = AppendixAExample.all.map(\.bytes)
    let offending = (0..<Self.inputCount).map { index in
      var bytes = examples[index % examples.count]
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      return bytes
    }.filter { !isRefusedOrStable($0) }
    #expect(offending == [])
  }

  @Test func `reading item by item ends`() {
    var generator = Generator(state: 7049)
    for _ in 0..<Self.inputCount {
      let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
      var reader = CBORReader(bytes)
      var itemCount = 0
      while (try? reader.next()) != nil { itemCount += 1 }
      #expect(itemCount <= bytes.count)
    }
  }
}
