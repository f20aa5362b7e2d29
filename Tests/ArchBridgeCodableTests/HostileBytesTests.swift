import ArchBridgeCodable
import ArchBridgeWire
import Testing

/// Bytes that nobody vouches for: they are refused with a `DecodingError`, or they are decoded.
@Suite struct HostileBytesTests {
  /// Anything that a map, an array or a scalar can be.
  indirect enum Anything: Decodable {
    case scalar
    case list([Anything])
    case fields([String: Anything])

    init(from decoder: any Decoder) throws {
      if let map = try? decoder.container(keyedBy: LiteralKey.self) {
        self = .fields(
          try Dictionary(
            map.allKeys.map { ($0.stringValue, try map.decode(Anything.self, forKey: $0)) }
          ) { first, _ in first })
      } else if var list = try? decoder.unkeyedContainer() {
        var items: [Anything] = []
        while !list.isAtEnd { items.append(try list.decode(Anything.self)) }
        self = .list(items)
      } else {
        let value = try decoder.singleValueContainer()
        _ = (try? value.decode(Int128.self), try? value.decode(Float.self), value.decodeNil())
        _ = (try? value.decode(String.self), try? value.decode([UInt16].self))
        _ = try? value.decode([Double].self)
        self = .scalar
      }
    }
  }

  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 33
    }
  }

  /// Whether decoding ends as it should.
  private func isHandled<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) -> Bool {
    do {
      _ = try CBORDecoder().decode(type, from: bytes)
      return true
    } catch { return error is DecodingError }
  }

  @Test func `bytes at random are decoded or refused`() {
    var generator = Generator(state: 8949)
    let offending = (0..<10_000).map { _ in
      (0..<Int.random(in: 1...24, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
    }.filter {
      !(isHandled(Anything.self, $0) && isHandled([Double].self, $0) && isHandled(Int8.self, $0)
        && isHandled(ContainerTests.Drawing.self, $0))
    }
    #expect(offending == [])
  }

  @Test func `a good value with bytes changed is decoded or refused`() throws {
    let drawing = ContainerTests.Drawing(
      name: "name", points: [.init(x: 1, y: 1.1), .init(x: 100_000, y: nil)],
      notes: ["a": [1, 2], "b": []], origin: .init(x: -1, y: 0))
    let good = try CBOREncoder().encode(drawing) + CBOREncoder().encode([1.0, 2.0])
    var generator = Generator(state: 8746)
    let offending = (0..<10_000).map { _ in
      var bytes = [0x82] + good
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: 1..<bytes.count, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      }
      return bytes
    }.filter {
      !(isHandled(Anything.self, $0) && isHandled([ContainerTests.Drawing].self, $0))
    }
    #expect(offending == [])
  }

  @Test(arguments: ["9a7fffffff", "9bffffffffffffffff", "ba7fffffff", "5b7fffffffffffffff"])
  func `a count without items reserves nothing`(_ hex: String) {
    #expect(explanation { _ = try decoded([Int].self, hex) }?.reason.contains("not CBOR") == true)
  }

  @Test func `a long array of empty items ends`() throws {
    let bytes = [0x9A, 0, 1, 0, 0] + [UInt8](repeating: 0x80, count: 65_536)
    #expect(try CBORDecoder().decode([[UInt8]].self, from: bytes).count == 65_536)
  }
}
