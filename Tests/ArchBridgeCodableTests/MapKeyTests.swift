import ArchBridgeCodable
import Testing

@Suite struct MapKeyTests {
  struct Numbered: Codable, Equatable {
    var first: Int
    var second: String
    enum CodingKeys: Int, CodingKey {
      case first = 1
      case second = -2
    }
  }

  struct Wrapped<Key: Codable & Hashable>: Codable, Equatable {
    var contents: [Key: Int]
    init(_ contents: [Key: Int]) { self.contents = contents }
    init(from decoder: any Decoder) throws { contents = try [Key: Int](from: decoder) }
    func encode(to encoder: any Encoder) throws { try contents.encode(to: encoder) }
  }

  @Test func `a dictionary keyed by text has text keys`() throws {
    #expect(try encodedHex(["a": 1]) == "a1616101")
  }

  @Test func `a dictionary keyed by text that reads as a number has text keys`() throws {
    #expect(try encodedHex(["7": 1]) == "a1613701")
  }

  @Test func `a dictionary keyed by integers has integer keys`() throws {
    #expect(try encodedHex([-1: 1]) == "a12001")
  }

  @Test func `texts that read as the same number are different keys`() throws {
    let dictionary = ["1": 1, "01": 2, "+1": 3]
    #expect(try roundTripped(dictionary) == dictionary)
  }

  @Test func `a dictionary that encodes itself as another value's contents survives`() throws {
    let texts = Wrapped(["1": 1, "01": 2])
    #expect(try roundTripped([texts]) == [texts])
    let integers = Wrapped([1: 1, -5: 2])
    #expect(try roundTripped([integers]) == [integers])
  }

  @Test func `a dictionary keyed by anything else alternates keys and values`() throws {
    #expect(try encodedHex([UInt8(5): true]) == "8205f5")
  }

  @Test func `a coding key that has an integer is that integer`() throws {
    #expect(try encodedHex(Numbered(first: 5, second: "")) == "a201052160")
  }

  @Test(arguments: ["a201052160", "a2656669727374056673656" + "36f6e6460"])
  func `a coding key with an integer is found by either spelling`(_ hex: String) throws {
    #expect(try decoded(Numbered.self, hex) == Numbered(first: 5, second: ""))
  }

  @Test func `both spellings of one coding key are refused`() {
    let error = explanation { _ = try decoded(Numbered.self, "a301052160656669727374" + "06") }
    #expect(error?.reason == "The key 1 occurs twice in a map, as integer and as text.")
  }

  @Test(arguments: [
    ("a2616101616102", "The key \"a\" occurs twice in a map."),
    ("bf6161017f6161ff02ff", "The key \"a\" occurs twice in a map."),
    ("a201011801" + "02", "The key 1 occurs twice in a map."),
    ("a2200138" + "0002", "The key -1 occurs twice in a map."),
    ("a2f501f502", "The key that is neither integer nor text occurs twice in a map."),
    ("a2" + "62c3bc01" + "6375cc8802", "The key \"ü\" occurs twice in a map."),
  ])
  func `a key that occurs twice is refused`(_ hex: String, reason: String) {
    #expect(explanation { _ = try decoded([String: Int].self, hex) }?.reason == reason)
  }

  @Test(arguments: [2, 16, 17, 18, 200])
  func `a key that occurs twice in a map of any length is refused`(_ count: Int) {
    let key = { (index: Int) in [0x19, UInt8(1 + index >> 8), UInt8(index & 0xFF), 0x00] }
    let entries = (0..<count - 1).flatMap(key) + key(0)
    #expect(throws: DecodingError.self) {
      try CBORDecoder().decode([Int: Int].self, from: [0xBF] + entries + [0xFF])
    }
  }

  @Test(arguments: [0, 1, 16, 17, 200])
  func `a map of any length survives`(_ count: Int) throws {
    let map = Dictionary(uniqueKeysWithValues: (0..<count).map { ("key \($0)", $0) })
    #expect(try roundTripped(map) == map)
  }

  @Test func `a key encoded twice is refused`() {
    struct Twice: Encodable {
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: LiteralKey.self)
        for index in 0..<40 { try container.encode(index, forKey: .init(stringValue: "\(index)")) }
        try container.encode(2, forKey: "33")
      }
    }
    #expect(throws: EncodingError.self) { try CBOREncoder().encode(Twice()) }
  }

  @Test func `keys come in the order in which they stand`() throws {
    struct Keys: Decodable {
      let keys: [String]
      init(from decoder: any Decoder) throws {
        keys = try decoder.container(keyedBy: LiteralKey.self).allKeys.map(\.stringValue)
      }
    }
    #expect(try decoded(Keys.self, "a4617a006161000500f500").keys == ["z", "a"])
  }
}
