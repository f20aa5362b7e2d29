import ArchBridgeCodable
import TestSupport
import Testing

@Suite struct ContainerTests {
  struct Point: Codable, Equatable {
    var x: Int
    var y: Double?
  }

  struct Drawing: Codable, Equatable {
    var name: String
    var points: [Point]
    var notes: [String: [Int]]
    var origin: Point?
  }

  enum Shape: Codable, Equatable {
    case circle(radius: Double)
    case none
    case at(Point, scale: Int)
  }

  class Base: Codable {
    var id = 1
  }

  final class Derived: Base {
    var name = "x"
    enum CodingKeys: CodingKey { case name }

    override init() { super.init() }

    required init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      name = try container.decode(String.self, forKey: .name)
      try super.init(from: container.superDecoder())
    }

    override func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try super.encode(to: container.superEncoder())
      try container.encode(name, forKey: .name)
    }
  }

  @Test func `a structure is a map in the order of its fields`() throws {
    #expect(try encodedHex(Point(x: 1, y: 2)) == "a261780161" + "79f94000")
  }

  @Test func `an absent value leaves its key out`() throws {
    #expect(try encodedHex(Point(x: 1, y: nil)) == "a1617801")
  }

  @Test func `an empty structure is an empty map`() throws {
    struct Empty: Codable, Equatable {}
    #expect(try encodedHex(Empty()) == "a0")
  }

  @Test func `nested structures survive`() throws {
    let drawing = Drawing(
      name: "ü", points: [Point(x: 1, y: 2), Point(x: -3, y: nil)],
      notes: ["a": [1], "": [], "水": [2, 3]], origin: Point(x: 0, y: .infinity))
    #expect(try roundTripped(drawing) == drawing)
  }

  @Test(arguments: [Shape.circle(radius: 1.5), .none, .at(Point(x: 1, y: nil), scale: 2)])
  func `enumerations with values survive`(_ shape: Shape) throws {
    #expect(try roundTripped([shape]) == [shape])
  }

  @Test func `long items within long items survive`() throws {
    let cube = (0..<20).map { x in (0..<20).map { y in (0..<20).map { x * 400 + y * 20 + $0 } } }
    let fields = ["a": [cube, [], cube], "b": [[[]]], "c": [cube]]
    #expect(try roundTripped(fields) == fields)
  }

  @Test func `long items of indefinite length end where they should`() throws {
    let row = [0x9F] + [UInt8](repeating: 0x05, count: 300) + [0xFF]
    let tagged: [UInt8] = [0xC6, 0xD9, 0xD9, 0xF7]
    let rows = try CBORDecoder().decode(
      [[Int]].self, from: [0x9F] + row + tagged + row + [0x80] + row + [0xFF])
    #expect(rows.map(\.count) == [300, 300, 0, 300])
  }

  @Test func `indefinite lengths mean what definite ones mean`() throws {
    let point = try decoded(Point.self, "bf7f6178ff01" + "6179f94000ff")
    #expect(point == Point(x: 1, y: 2))
  }

  @Test func `a key that no field has is passed over`() throws {
    let hex = "a3617801" + "617a9f82d84043010203bf00f6ffff" + "6179f6"
    #expect(try decoded(Point.self, hex) == Point(x: 1, y: nil))
  }

  @Test func `a superclass has a place of its own`() throws {
    let derived = Derived()
    derived.id = 7
    derived.name = "y"
    #expect(try encodedHex(derived) == "a2657375706572a162696407646e616d656179")
    let copy = try roundTripped(derived)
    #expect(copy.id == 7 && copy.name == "y")
  }

  @Test func `nested containers may be filled in any order`() throws {
    struct Interleaved: Encodable {
      func encode(to encoder: any Encoder) throws {
        var outer = encoder.container(keyedBy: LiteralKey.self)
        var first = outer.nestedUnkeyedContainer(forKey: "a")
        var second = outer.nestedContainer(keyedBy: LiteralKey.self, forKey: "b")
        try outer.encode(9, forKey: "c")
        try second.encode(1, forKey: "d")
        try first.encode(2)
        try second.encode(3, forKey: "e")
        var third = first.nestedUnkeyedContainer()
        try first.encode(4)
        try third.encode(5)
      }
    }
    #expect(
      try encodedHex(Interleaved()) == "a3" + "6161" + "8302810504" + "6162a2616401616503"
        + "616309")
  }

  @Test func `a container asked for twice is one container`() throws {
    struct Twice: Encodable {
      func encode(to encoder: any Encoder) throws {
        var first = encoder.container(keyedBy: LiteralKey.self)
        try first.encode(1, forKey: "a")
        var second = encoder.container(keyedBy: LiteralKey.self)
        try second.encode(2, forKey: "b")
      }
    }
    #expect(try encodedHex(Twice()) == "a2616101616202")
  }

  @Test func `a value whose error is caught leaves nothing behind`() throws {
    struct Failing: Encodable {
      struct Failure: Error {}
      func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode("half")
        throw Failure()
      }
    }
    struct Tolerant: Encodable {
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: LiteralKey.self)
        try? container.encode(Failing(), forKey: "a")
        try container.encode(1, forKey: "b")
      }
    }
    #expect(try encodedHex(Tolerant()) == "a1616201")
  }

  @Test func `nested containers are decoded by hand`() throws {
    struct ByHand: Decodable {
      var numbers: [Int] = []
      init(from decoder: any Decoder) throws {
        let outer = try decoder.container(keyedBy: LiteralKey.self)
        var list = try outer.nestedUnkeyedContainer(forKey: "a")
        while !list.isAtEnd {
          if try list.decodeNil() { continue }
          var inner = try list.nestedUnkeyedContainer()
          numbers.append(try inner.decode(Int.self))
        }
      }
    }
    #expect(try decoded(ByHand.self, "a161619f8101f6d8484102ff").numbers == [1, 2])
  }

  @Test func `the user's information arrives`() throws {
    struct Informed: Codable {
      static let key = CodingUserInfoKey(rawValue: "key")
      var text: String?
      init() {}
      init(from decoder: any Decoder) throws {
        text = Self.key.flatMap { decoder.userInfo[$0] as? String }
      }
      func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Self.key.flatMap { encoder.userInfo[$0] as? String })
      }
    }
    var encoder = CBOREncoder()
    var decoder = CBORDecoder()
    let key = try #require(Informed.key)
    encoder.userInfo[key] = "out"
    decoder.userInfo[key] = "in"
    #expect(try encoder.encode([Informed()]) == bytes(hex: "81636f7574"))
    #expect(try decoder.decode([Informed].self, from: [0x81, 0xA0])[0].text == "in")
  }
}
