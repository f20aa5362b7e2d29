import ArchBridgeWire
import TestSupport
import Testing

/// Bodies that are CBOR, and no message of their kind.
@Suite struct MessageRefusalTests {
  /// A body, and what is wrong with it.
  struct Refusal: CustomTestStringConvertible, Sendable {
    let kind: EnvelopeKind
    let hex: String
    let reason: String
    var testDescription: String { "\(reason): \(hex)" }

    init(_ kind: EnvelopeKind, _ hex: String, _ reason: String) {
      (self.kind, self.hex, self.reason) = (kind, hex, reason)
    }
  }

  static let refusals = [
    Refusal(.hello, "81 01", "an item too few"),
    Refusal(.hello, "83 01 01 01", "an item too many"),
    Refusal(.hello, "a1 01 01", "a map"),
    Refusal(.hello, "01", "a number"),
    Refusal(.hello, "9f 01 01 ff", "an array of indefinite length"),
    Refusal(.hello, "d8 18 82 01 01", "a tagged array"),
    Refusal(.hello, "82 01 1a 00010000", "a version of 17 bits"),
    Refusal(.hello, "82 20 01", "a negative version"),
    Refusal(.hello, "82 01 f6", "null for a version"),
    Refusal(.hello, "82 01 f9 3c00", "a floating-point version"),
    Refusal(.welcome, "84 01 01 01 03", "an item too few"),
    Refusal(.welcome, "85 01 01 01 1a 00010000 04", "a machine of 17 bits"),
    Refusal(.welcome, "85 01 01 01 03 19 0100", "a pointer width of 9 bits"),
    Refusal(.load, "82 61 61 00", "a text for a name"),
    Refusal(.load, "82 5f 41 61 ff 00", "a name in chunks"),
    Refusal(.load, "82 41 61 10", "an unknown flag"),
    Refusal(.load, "82 41 61 1a 80000000", "an unknown flag"),
    Refusal(.load, "82 41 61 1b 0000000100000000", "flags of 33 bits"),
    Refusal(.loaded, "82 1b 0000000100000000 40", "a library number of 33 bits"),
    Refusal(.loaded, "82 01 60", "a text for a path"),
    Refusal(.resolve, "82 01 41 61", "bytes for a name"),
    Refusal(.resolve, "82 01 7f 61 61 ff", "a name in chunks"),
    Refusal(.resolve, "82 20 61 61", "a negative library number"),
    Refusal(.resolved, "81 20", "a negative address"),
    Refusal(.resolved, "81 fb 3ff0000000000000", "a floating-point address"),
    Refusal(.resolved, "81 c2 41 01", "a bignum for an address"),
    Refusal(.readMemory, "83 00 1b 0000000100000000 00", "a length of 33 bits"),
    Refusal(.readMemory, "83 00 00 03", "characters of 3 bytes"),
    Refusal(.readMemory, "83 00 00 f5", "true for a flag"),
    Refusal(.memory, "81 60", "a text for memory"),
    Refusal(.memory, "81 d8 40 40", "tagged bytes for memory"),
    Refusal(.writeMemory, "82 00 80", "an array for memory"),
    Refusal(.written, "81 00", "an item too many"),
    Refusal(.written, "f6", "null"),
    Refusal(.map, "82 20 01", "a negative offset"),
    Refusal(.map, "82 00 c2 41 01", "a bignum for a length"),
    Refusal(.mapped, "81 01", "an item too few"),
    Refusal(.unmap, "83 00 00 00", "an item too many"),
    Refusal(.unmapped, "81 00", "an item too many"),
    Refusal(.failure, "82 1a 00010000 40", "a code of 17 bits"),
    Refusal(.failure, "82 01 60", "a text that claims to be UTF-8"),
  ]

  @Test(arguments: refusals)
  func `refuses`(_ refusal: Refusal) throws {
    let decoder = try #require(MessageDecoder.all.first { $0.kind == refusal.kind })
    #expect {
      try decoder.decode(bytes(hex: refusal.hex))
    } throws: { error in
      guard case .unexpectedItem = error as? CBORError else { return false }
      return true
    }
  }

  @Test func `refuses a symbol's name that is not UTF-8`() {
    #expect(throws: CBORError.invalidText(offset: 2)) {
      try ResolveMessage(decoding: bytes(hex: "82 01 61 ff"))
    }
  }

  @Test func `refuses a length beyond the body`() {
    #expect(throws: CBORError.lengthOutOfBounds(offset: 1)) {
      try MemoryMessage(decoding: bytes(hex: "81 5a ffffffff"))
    }
  }

  @Test func `refuses a body of nothing`() {
    for decoder in MessageDecoder.all {
      #expect(throws: CBORError.truncated(offset: 0)) { try decoder.decode([]) }
    }
  }
}
