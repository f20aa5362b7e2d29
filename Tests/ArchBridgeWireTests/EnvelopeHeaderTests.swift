import ArchBridgeWire
import TestSupport
import Testing

@Suite struct EnvelopeHeaderTests {
  private let header = EnvelopeHeader(
    kind: EnvelopeKind(rawValue: 0x0102), version: 0x0304, sequence: 0x0506_0708_090A_0B0C,
    bodyByteCount: 0x0D0E_0F10)
  private let hex = "41425247 0403 0201 0c0b0a0908070605 100f0e0d 00000000"

  @Test func `is written with the least byte first`() {
    #expect(header.encoded == bytes(hex: hex))
  }

  @Test func `is read as it is written`() throws {
    #expect(try EnvelopeHeader(decoding: bytes(hex: hex)) == header)
  }

  @Test func `holds the largest numbers`() throws {
    let header = EnvelopeHeader(
      kind: EnvelopeKind(rawValue: .max), version: .max, sequence: .max, bodyByteCount: .max)
    #expect(try EnvelopeHeader(decoding: header.encoded) == header)
  }

  @Test func `is read from the start of more`() throws {
    #expect(try EnvelopeHeader(decoding: bytes(hex: hex) + [1, 2]) == header)
  }

  @Test(arguments: 0..<EnvelopeHeader.byteCount)
  func `is refused when it is too short`(_ byteCount: Int) {
    #expect(throws: EnvelopeError.truncated) {
      try EnvelopeHeader(decoding: Array(bytes(hex: hex).prefix(byteCount)))
    }
  }

  @Test(arguments: 0..<4)
  func `is refused with another magic number`(_ index: Int) {
    var bytes = bytes(hex: hex)
    bytes[index] ^= 1
    #expect(throws: EnvelopeError.notAnEnvelope) { try EnvelopeHeader(decoding: bytes) }
  }

  @Test(arguments: 0..<32)
  func `names the thread in its last four bytes`(_ bit: Int) throws {
    var bytes = bytes(hex: hex)
    bytes[20 + bit / 8] |= 1 << UInt8(bit % 8)
    #expect(try EnvelopeHeader(decoding: bytes).thread == 1 << UInt32(bit))
  }
}
