import Testing

@testable import ArchBridgeWire

@Suite struct PrecisionTests {
  @Test func `every half-precision pattern survives the way to double and back`() {
    let lost = (UInt16.min...UInt16.max).filter {
      HalfPrecision.exactBits(HalfPrecision.widened($0)) != $0
    }
    #expect(lost == [])
  }

  #if arch(x86_64) || arch(arm64)
    @Test func `every half-precision number is what the processor makes of it`() {
      let different = (UInt16.min...UInt16.max).filter { bits in
        let expected = Double(Float16(bitPattern: bits))
        let value = HalfPrecision.widened(bits)
        return value.isNaN ? !expected.isNaN : value.bitPattern != expected.bitPattern
      }
      #expect(different == [])
    }
  #endif

  @Test(arguments: [
    65505.0, 65536.0, 0x1p-25, 0x1.8p-24, 0x1.001p0, 0x1.ffep-15, 1e300, .leastNonzeroMagnitude,
  ])
  func `a number between two of half precision has no half-precision bits`(_ value: Double) {
    #expect(HalfPrecision.exactBits(value) == nil)
  }

  @Test(arguments: [
    UInt32(0), 0x8000_0000, 1, 0x3F80_0000, 0x7F7F_FFFF, 0x7F80_0000, 0xFF80_0000, 0x7F80_0001,
    0xFFC0_1234, 0x7FFF_FFFF,
  ])
  func `a single-precision pattern survives the way to double and back`(_ bits: UInt32) {
    #expect(SinglePrecision.exactBits(SinglePrecision.widened(bits)) == bits)
  }

  @Test(arguments: [0.1, 1e300, 0x1p-150, Double(bitPattern: 0x7FF8_0000_0000_0001)])
  func `what single precision cannot hold has no single-precision bits`(_ value: Double) {
    #expect(SinglePrecision.exactBits(value) == nil)
  }
}
