import ArchBridgeWire
import Testing

/// RFC 8949, Appendix A: examples of encoded items.
@Suite struct AppendixATests {
  @Test func `the fixture states all 81 examples`() {
    #expect(AppendixAExample.all.count == 81)
  }

  @Test(arguments: AppendixAExample.all)
  func `an example decodes to its value`(_ example: AppendixAExample) throws {
    #expect(try CBORValue(decoding: example.bytes).diagnostic == example.diagnostic)
  }

  @Test(arguments: AppendixAExample.all.filter(\.roundTrips))
  func `a preferred example encodes to its own bytes`(_ example: AppendixAExample) throws {
    #expect(try CBORValue(decoding: example.bytes).encoded == example.bytes)
  }

  @Test(arguments: AppendixAExample.all.filter { !$0.roundTrips })
  func `any other example encodes to other bytes of the same value`(
    _ example: AppendixAExample
  ) throws {
    let encoded = try CBORValue(decoding: example.bytes).encoded
    #expect(encoded != example.bytes)
    #expect(try CBORValue(decoding: encoded).diagnostic == example.diagnostic)
  }

  @Test(arguments: AppendixAExample.all)
  func `an example cut short is refused`(_ example: AppendixAExample) {
    for byteCount in 0..<example.bytes.count {
      #expect(throws: CBORError.self) {
        try CBORValue(decoding: [UInt8](example.bytes.prefix(byteCount)))
      }
    }
  }
}
