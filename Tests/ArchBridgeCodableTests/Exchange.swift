import ArchBridgeCodable
import Testing

/// A value that `Tests/Python/roundtrip.py` knows by the same name.
struct Exchange: Sendable, CustomTestStringConvertible {
  let name: String
  /// The value's bytes.
  let encode: @Sendable () throws -> [UInt8]
  /// Whether bytes hold the value.
  let isHeld: @Sendable (_ bytes: [UInt8]) throws -> Bool

  var testDescription: String { name }

  init<Value: Codable & Equatable & Sendable>(_ name: String, _ value: Value) {
    self.init(name, value) { $0 == value }
  }

  init<Value: Codable & Sendable>(
    _ name: String, _ value: Value, isSame: @escaping @Sendable (Value) -> Bool
  ) {
    self.name = name
    encode = { try CBOREncoder().encode(value) }
    isHeld = { isSame(try CBORDecoder().decode(Value.self, from: $0)) }
  }

  struct Arrays: Codable, Equatable {
    var int8: [Int8] = [.min, .max]
    var int16: [Int16] = [.min, .max]
    var int32: [Int32] = [.min, .max]
    var int64: [Int64] = [.min, .max]
    var uint8: [UInt8] = [.min, .max]
    var uint16: [UInt16] = [.min, .max]
    var uint32: [UInt32] = [.min, .max]
    var uint64: [UInt64] = [.min, .max]
    var float: [Float] = [1.5, -0.0, .infinity]
    var double: [Double] = [1.1, -0.0, .leastNonzeroMagnitude]
    var none: [Double] = []
  }

  /// An array, a map, a text and bytes, each empty.
  struct Empty: Codable, Equatable {
    init() {}

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      let isEmpty = try list.decode([Int].self).isEmpty
      let counts = [
        try list.decode([String: Int].self).count, try list.decode(String.self).count,
        try list.decode([UInt8].self).count,
      ]
      guard isEmpty && counts == [0, 0, 0] && list.isAtEnd else {
        throw DecodingError.dataCorruptedError(in: list, debugDescription: "not empty")
      }
    }

    func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      try list.encode([Int]())
      try list.encode([String: Int]())
      try list.encode("")
      try list.encode([UInt8]())
    }
  }

  static let all: [Exchange] = [
    Exchange(
      "integers",
      [
        0, 23, 24, 255, 256, 65535, 65536, 4_294_967_295, 4_294_967_296, Int.max,
        -1, -24, -25, -256, -257, -4_294_967_296, Int.min,
      ]),
    Exchange("unsigned", ["most": UInt64.max]),
    Exchange("bignums", [Int128(1) << 64, -1 << 64, -1 << 64 - 1, .max, .min]),
    Exchange(
      "floats",
      [
        "half": 1.5, "least half": 0x1p-24, "single": 100_000, "double": 1.1,
        "most": Double.greatestFiniteMagnitude, "least": .leastNonzeroMagnitude,
        "minus zero": -0.0, "infinity": .infinity, "minus infinity": -.infinity,
      ]),
    Exchange("not a number", Double.nan) { $0.isNaN },
    Exchange("text", "a\0\"\\ü水𐅑e\u{301}"),
    Exchange("long text", String(repeating: "水", count: 10_000)),
    Exchange("bytes", [UInt8](0...255)),
    Exchange("nothing", [nil, true, nil, false] as [Bool?]),
    Exchange("empty", Empty()),
    Exchange("integer keys", [1: "one", -1: "minus one", 1 << 40: "large"]),
    Exchange("text keys", ["1": 1, "01": 2, "": 3, "ü": 4]),
    Exchange(
      "nested",
      ContainerTests.Drawing(
        name: "ü", points: [.init(x: 1, y: 2.5), .init(x: -3, y: nil)],
        notes: ["a": [1, 2], "b": []], origin: .init(x: 0, y: -0.5))),
    Exchange("arrays", Arrays()),
  ]

  /// Values that only Python encodes.
  static let fromPython: [Exchange] = [
    Exchange("one two", [1.0, 2.0]), Exchange("one and a half", Float(1.5)),
  ]
}
