import ArchBridgeCodable
import ArchBridgeWire
import Testing

@testable import ServerValues

/// Generated conformances beside the synthesised `Codable` of the same types.
@Suite struct ValueFormTests {
  /// Writes both ways, compares the bytes, and reads them both ways.
  private func check<Value: Codable & WireValue & Equatable>(_ value: Value) throws {
    let encoded = try CBOREncoder().encode(value)
    var writer = CBORWriter()
    value.write(to: &writer)
    #expect(writer.bytes == encoded)
    var reader = CBORReader(encoded)
    #expect(try Value(from: &reader) == value)
    #expect(reader.isAtEnd)
    #expect(try CBORDecoder().decode(Value.self, from: writer.bytes) == value)
  }

  private func reading(note: String?, twice: Int??) -> Reading {
    Reading(
      default: true, reader: note.map { Int32($0.count) }, note: note,
      maybe: note.map { _ in Point(x: 1, y: -2.5) }, twice: twice, unit: .volts,
      points: [Point(x: 0.1, y: 1e300)], names: ["a": 7])
  }

  @Test func `structures are maps of their stored properties`() throws {
    try check(Point(x: 1.5, y: -0.1))
    try check(Empty())
    try check(Conditional(hand: ByHand(-5)))
    try check(Tagged<String>(tag: .init(value: "a", `a name`: 3)))
  }

  @Test(arguments: [nil, "", "note"])
  func `an optional that is nil is left out`(_ note: String?) throws {
    try check(reading(note: note, twice: nil))
  }

  @Test func `an optional's optional that is nil is null`() throws {
    let bytes = try CBOREncoder().encode(reading(note: nil, twice: .some(nil)))
    var writer = CBORWriter()
    reading(note: nil, twice: .some(nil)).write(to: &writer)
    #expect(writer.bytes == bytes)
    try check(reading(note: nil, twice: 3))
  }

  @Test func `keys are renamed, ordered and left out`() throws {
    try check(Reading.Range(lower: -1, upper: 0.1, unit: .amperes))
    try check(Numbered(first: -128, second: nil))
    try check(Numbered(first: 127, second: .max))
  }

  @Test func `raw values stand for their cases`() throws {
    try check(Level.high)
    try check(Reading.Unit.volts)
    try check(Flags.open)
    try check(Word.known)
    try check(Word.other("else"))
    try check(Degrees(tenths: -15))
  }

  @Test(arguments: [
    Shape.empty, .circle(Point(x: 1, y: 2), radius: 3), .text("a"), .text("b", size: -4),
    .default(.low), .pair(.empty, .pair(.text(""), .default(.high))),
  ])
  func `cases are maps of one entry`(_ shape: Shape) throws {
    try check(shape)
  }

  @Test func `cases and labels are renamed and left out`() throws {
    try check(Renamed.one(a: -1))
    try check(Renamed.two)
  }

  @Test func `generic types take what crosses`() throws {
    try check(Pair<Point, String>(first: Point(x: 1, y: 2), second: nil))
    try check(Pair<[Shape], Level>(first: [.empty], second: .low))
    #expect(Pair<Point, Int8>.wireName == "Pair<Point, Int8>")
  }

  @Test func `a key that nobody knows is passed over`() throws {
    var writer = CBORWriter()
    writer.beginMap(count: 3)
    writer.write(text: "other")
    writer.beginArray(count: 1)
    writer.write(text: "y")
    for (key, value) in [("y", 2.5), ("x", 1.5)] {
      writer.write(text: key)
      writer.write(double: value)
    }
    var reader = CBORReader(writer.bytes)
    #expect(try Point(from: &reader) == Point(x: 1.5, y: 2.5))
    #expect(reader.isAtEnd)
  }

  @Test func `what is missing or names no case is an error`() throws {
    var writer = CBORWriter()
    writer.beginMap(count: 0)
    #expect(throws: CBORError.missingField("x")) {
      var reader = CBORReader(writer.bytes)
      return try Point(from: &reader)
    }
    #expect(throws: CBORError.invalidValue("no case of Shape")) {
      var reader = CBORReader(writer.bytes)
      return try Shape(from: &reader)
    }
    #expect(throws: CBORError.invalidValue("Level(7)")) {
      var reader = CBORReader([7])
      return try Level(from: &reader)
    }
  }

  @Test func `two cases at once are an error`() throws {
    var writer = CBORWriter()
    writer.beginMap(count: 2)
    for name in ["two", "two"] {
      writer.write(text: name)
      writer.beginMap(count: 0)
    }
    #expect(throws: CBORError.self) {
      var reader = CBORReader(writer.bytes)
      return try Renamed(from: &reader)
    }
  }

  @Test func `what a type does by hand stays`() throws {
    var writer = CBORWriter()
    ByHand(9).write(to: &writer)
    #expect(writer.bytes == [9] && ByHand.wireName == "ByHand")
  }
}
