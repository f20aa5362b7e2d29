import ArchBridgeWire
import TestSupport
import Testing

@Suite struct CBORWriterTests {
  private func written(_ body: (inout CBORWriter) -> Void) -> [UInt8] {
    var writer = CBORWriter()
    body(&writer)
    return writer.bytes
  }

  @Test(arguments: [
    (UInt64(23), "17"), (24, "1818"), (255, "18ff"), (256, "190100"), (65_535, "19ffff"),
    (65_536, "1a00010000"), (4_294_967_295, "1affffffff"), (4_294_967_296, "1b0000000100000000"),
    (.max, "1bffffffffffffffff"),
  ])
  func `writes the shortest head`(_ value: UInt64, hex: String) {
    #expect(written { $0.write(unsigned: value) } == bytes(hex: hex))
  }

  @Test(arguments: [
    (Int64(0), "00"), (-1, "20"), (-24, "37"), (-25, "3818"), (.max, "1b7fffffffffffffff"),
    (.min, "3b7fffffffffffffff"),
  ])
  func `writes signed integers`(_ value: Int64, hex: String) {
    #expect(written { $0.write(signed: value) } == bytes(hex: hex))
  }

  @Test func `writes the least integer that a head holds`() {
    #expect(written { $0.write(negative: .max) } == bytes(hex: "3bffffffffffffffff"))
  }

  @Test func `appends to a prefix`() {
    var writer = CBORWriter(appendingTo: [0xAB])
    writer.writeUndefined()
    #expect(writer.bytes == [0xAB, 0xF7])
  }

  @Test func `writes a byte string in parts`() {
    let parts = written {
      $0.beginBytes(count: 3)
      $0.write(raw: [1])
      $0.write(raw: [2, 3])
    }
    #expect(parts == bytes(hex: "43010203"))
  }

  @Test func `counts a text in bytes`() {
    #expect(written { $0.write(text: "水") } == bytes(hex: "63e6b0b4"))
  }

  @Test(arguments: [(UInt8(0), "e0"), (23, "f7"), (32, "f820"), (255, "f8ff")])
  func `writes simple values`(_ value: UInt8, hex: String) {
    #expect(written { $0.write(simple: value) } == bytes(hex: hex))
  }

  @Test func `writes a double in nine bytes if told to`() {
    #expect(written { $0.write(double: 1) } == bytes(hex: "fb3ff0000000000000"))
  }

  @Test(arguments: [
    (65504.0, "f97bff"), (65505.0, "fa477fe100"), (0x1p-24, "f90001"), (0x1p-25, "fa33000000"),
    (0x1.8p-24, "fa33c00000"), (0x1p-149, "fa00000001"), (0x1p-150, "fb3690000000000000"),
    (0x1.ff8p-15, "f903ff"), (0.1, "fb3fb999999999999a"), (-0.0, "f98000"),
    (Double.leastNonzeroMagnitude, "fb0000000000000001"),
  ])
  func `writes a number in the shortest precision that keeps it`(_ value: Double, hex: String) {
    #expect(written { $0.write(shortest: value) } == bytes(hex: hex))
  }

  @Test(arguments: [
    (UInt64(0x7FF8_0000_0000_0000), "f97e00"), (0xFFF8_0000_0000_0000, "f9fe00"),
    (0x7FF0_0400_0000_0000, "f97c01"), (0x7FF8_0000_2000_0000, "fa7fc00001"),
    (0x7FF0_0000_2000_0000, "fa7f800001"), (0x7FF8_0000_0000_0001, "fb7ff8000000000001"),
  ])
  func `writes a NaN in the shortest precision that keeps its payload`(
    _ pattern: UInt64, hex: String
  ) {
    #expect(
      written { $0.write(shortest: Double(bitPattern: pattern)) } == bytes(hex: hex))
  }
}
