import ArchBridgeWire
import TestSupport
import Testing

@Suite struct CBORValueTests {
  private static let shells: [(String, [UInt8], [UInt8])] = [
    ("arrays", [0x81], []), ("open arrays", [0x9F], [0xFF]), ("maps", [0xA1, 0x00], []),
    ("open maps", [0xBF, 0x00], [0xFF]), ("tags", [0xC6], []),
  ]

  private func nested(_ depth: Int, in shell: (String, [UInt8], [UInt8])) -> [UInt8] {
    let opening = [[UInt8]](repeating: shell.1, count: depth).joined()
    let closing = [[UInt8]](repeating: shell.2, count: depth).joined()
    return opening + [0x00] + closing
  }

  @Test(arguments: shells.indices)
  func `reads items as deep as the limit`(_ shell: Int) {
    let bytes = nested(CBORValue.depthLimit - 1, in: Self.shells[shell])
    #expect(throws: Never.self) { try CBORValue(decoding: bytes) }
  }

  @Test(arguments: shells.indices)
  func `refuses items beyond the limit`(_ shell: Int) {
    let (_, opening, _) = Self.shells[shell]
    let bytes = nested(CBORValue.depthLimit, in: Self.shells[shell])
    // A map's key is as deep as its value, and comes first.
    let tooDeep = (CBORValue.depthLimit - 1) * opening.count + 1
    #expect(throws: CBORError.tooDeep(offset: tooDeep)) { try CBORValue(decoding: bytes) }
  }

  @Test(arguments: shells.indices)
  func `refuses a hundred thousand levels`(_ shell: Int) {
    let bytes = nested(100_000, in: Self.shells[shell])
    #expect(throws: CBORError.self) { try CBORValue(decoding: bytes) }
  }

  @Test func `refuses bytes after the item`() {
    #expect(throws: CBORError.trailingBytes(byteCount: 1)) {
      try CBORValue(decoding: [0x00, 0x00])
    }
  }

  @Test(arguments: [("61ff", 0), ("7f61c361bcff", 1)])
  func `refuses text that is not UTF-8, chunk by chunk`(_ hex: String, offset: Int) {
    #expect(throws: CBORError.invalidText(offset: offset)) {
      try CBORValue(decoding: bytes(hex: hex))
    }
  }

  @Test func `keeps a map's pairs in their order`() throws {
    let map = try CBORValue(decoding: bytes(hex: "a2 02 f4 01 f5"))
    #expect(
      map
        == .map([
          .init(key: .unsigned(2), value: .bool(false)),
          .init(key: .unsigned(1), value: .bool(true)),
        ]))
  }

  @Test(arguments: ["fa7f800001", "faffc01234", "f97c01", "fb7ff0000000000001"])
  func `keeps a NaN bit for bit`(_ hex: String) throws {
    #expect(try CBORValue(decoding: bytes(hex: hex)).encoded == bytes(hex: hex))
  }
}
