import ArchBridgeCodable
import Testing

@Suite struct EncodingErrorTests {
  struct Nothing: Encodable {
    func encode(to encoder: any Encoder) throws {}
  }

  private func reason(_ value: some Encodable) -> String? {
    do {
      _ = try CBOREncoder().encode(value)
      return nil
    } catch EncodingError.invalidValue(_, let context) {
      return context.debugDescription
    } catch {
      return "\(error)"
    }
  }

  @Test func `a value that encodes nothing is refused`() {
    #expect(reason(Nothing()) == "Nothing encodes nothing.")
  }

  @Test func `a value within another that encodes nothing is an empty map`() throws {
    #expect(try encodedHex([Nothing()]) == "81a0")
  }

  @Test func `containers of two kinds are refused`() {
    struct Mixed: Encodable {
      func encode(to encoder: any Encoder) throws {
        _ = encoder.unkeyedContainer()
        _ = encoder.container(keyedBy: LiteralKey.self)
      }
    }
    #expect(reason([Mixed()]) == "Containers of two kinds for one encoder.")
  }

  @Test func `a second single value is refused`() {
    struct Double: Encodable {
      func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(1)
        try container.encode(2)
      }
    }
    #expect(reason(Double()) == "A second value for one encoder.")
  }

  @Test func `an error names where it happened`() throws {
    struct Nested: Encodable {
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: LiteralKey.self)
        try container.encode([Inner()], forKey: "outer")
      }
      struct Inner: Encodable {
        func encode(to encoder: any Encoder) throws {
          var container = encoder.container(keyedBy: LiteralKey.self)
          try container.encode(1, forKey: "a")
          try container.encode(2, forKey: "a")
        }
      }
    }
    do {
      _ = try CBOREncoder().encode(Nested())
      Issue.record("A key is encoded twice")
    } catch EncodingError.invalidValue(_, let context) {
      #expect(context.codingPath.map(\.stringValue) == ["outer", "Index 0", "a"])
    }
  }
}
