import ArchBridgeCodable
import ArchBridgeWire
import Testing

@Suite struct DepthTests {
  final class Node: Codable {
    var next: Node?
    init(_ next: Node? = nil) { self.next = next }

    static func chain(_ count: Int) -> Node {
      (1..<count).reduce(Node()) { node, _ in Node(node) }
    }
  }

  /// A value that goes deeper without adding anything to what is encoded.
  struct Bottomless: Codable {
    init() {}
    init(from decoder: any Decoder) throws {
      _ = try decoder.singleValueContainer().decode(Bottomless.self)
    }
    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(Bottomless())
    }
  }

  @Test func `values as deep as the limit survive`() throws {
    let encoded = try CBOREncoder().encode(Node.chain(CBOREncoder.depthLimit))
    #expect(throws: Never.self) { try CBORDecoder().decode(Node.self, from: encoded) }
  }

  @Test func `what is encoded is never too deep for the wire`() throws {
    struct Deep: Encodable {
      var level: Int
      func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        if level == 1 {
          try container.encode([1.5])
        } else {
          try container.encode(Deep(level: level - 1))
        }
      }
    }
    let encoded = try CBOREncoder().encode(Deep(level: CBOREncoder.depthLimit))
    #expect(throws: Never.self) { try CBORValue(decoding: encoded) }
  }

  @Test func `values beyond the limit are not encoded`() {
    let node = Node.chain(CBOREncoder.depthLimit + 1)
    #expect(throws: EncodingError.self) { try CBOREncoder().encode(node) }
  }

  @Test func `a value that holds itself is not encoded`() {
    let node = Node()
    node.next = node
    #expect(throws: EncodingError.self) { try CBOREncoder().encode(node) }
    node.next = nil
  }

  @Test func `a value that encodes itself for ever is refused`() {
    #expect(throws: EncodingError.self) { try CBOREncoder().encode(Bottomless()) }
  }

  @Test func `a type that decodes itself for ever is refused`() {
    #expect(throws: DecodingError.self) { try decoded(Bottomless.self, "00") }
  }

  @Test func `nested containers beyond the limit are refused`() {
    struct Nested: Encodable {
      func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        for _ in 0..<1000 { container = container.nestedUnkeyedContainer() }
      }
    }
    #expect(throws: EncodingError.self) { try CBOREncoder().encode(Nested()) }
  }

  @Test(arguments: [[UInt8(0x81)], [0x9F], [0xA1, 0x00], [0xC6], [0xD8, 0x18, 0x5A]])
  func `a hundred thousand levels are refused`(_ opening: [UInt8]) {
    let bytes = Array([[UInt8]](repeating: opening, count: 100_000).joined())
    #expect(throws: DecodingError.self) { try CBORDecoder().decode(Node.self, from: bytes) }
  }

  @Test(arguments: [[UInt8(0xD8), 24], [0xC2, 0xD8, 24]])
  func `items embedded in one another end`(_ opening: [UInt8]) {
    var bytes: [UInt8] = [0x00]
    for _ in 0..<2_000 {
      let writer =
        [0x5A] + (0..<4).reversed().map { UInt8(truncatingIfNeeded: bytes.count >> ($0 * 8)) }
      bytes = opening + writer + bytes
    }
    #expect(throws: Never.self) { try? CBORDecoder().decode(Int.self, from: bytes) }
  }
}
