import ArchBridgeCodable
import Testing

@Suite struct ScalarTests {
  @Test(arguments: [
    (Int64(0), "00"), (23, "17"), (24, "1818"), (-1, "20"), (.max, "1b7fffffffffffffff"),
    (.min, "3b7fffffffffffffff"),
  ])
  func `integers take the shortest head`(_ value: Int64, hex: String) throws {
    #expect(try encodedHex(value) == hex)
  }

  @Test func `every integer type's ends survive`() throws {
    func survive<Value: FixedWidthInteger & Codable>(_ type: Value.Type) throws -> Bool {
      try [Value.min, 0, Value.max].allSatisfy { try roundTripped([$0: $0]) == [$0: $0] }
    }
    #expect(try survive(Int.self) && survive(UInt.self))
    #expect(try survive(Int8.self) && survive(UInt8.self))
    #expect(try survive(Int16.self) && survive(UInt16.self))
    #expect(try survive(Int32.self) && survive(UInt32.self))
    #expect(try survive(Int64.self) && survive(UInt64.self))
    #expect(try survive(Int128.self) && survive(UInt128.self))
  }

  @Test(arguments: [
    (Int128(UInt64.max), "1bffffffffffffffff"), (1 << 64, "c249010000000000000000"),
    (-1 << 64, "3bffffffffffffffff"), (-1 << 64 - 1, "c349010000000000000000"),
    (.max, "c2507fffffffffffffffffffffffffffffff"), (.min, "c3507fffffffffffffffffffffffffffffff"),
  ])
  func `integers beyond 64 bits are bignums`(_ value: Int128, hex: String) throws {
    #expect(try encodedHex(value) == hex)
    #expect(try decoded(Int128.self, hex) == value)
  }

  @Test(arguments: ["c24105", "c2420005", "c25f4105ff", "c240"])
  func `a bignum is an integer of any type that holds it`(_ hex: String) throws {
    #expect(try decoded(UInt8.self, hex) == (hex == "c240" ? 0 : 5))
  }

  @Test func `wide integers cross in each kind of container`() throws {
    struct Wide: Codable, Equatable {
      var one: Int128
      var two: UInt128
      var more: [UInt128]
      var maybe: Int128?
    }
    let wide = Wide(one: .min, two: .max, more: [0, .max], maybe: nil)
    #expect(try roundTripped(wide) == wide)
  }

  @Test(arguments: [
    (1.5, "f93e00"), (100000.0, "fa47c35000"), (1.1, "fb3ff199999999999a"), (-.infinity, "f9fc00"),
    (.nan, "f97e00"), (-0.0, "f98000"),
  ])
  func `a floating-point number takes the shortest form that keeps it`(
    _ value: Double, hex: String
  ) throws {
    #expect(try encodedHex(value) == hex)
  }

  @Test(arguments: [0.1, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude, -0.0])
  func `a double survives bit for bit`(_ value: Double) throws {
    #expect(try roundTripped(value).bitPattern == value.bitPattern)
  }

  @Test func `a NaN survives`() throws {
    #expect(try roundTripped(Float.nan).isNaN && roundTripped([Double.nan])[0].isNaN)
  }

  @Test func `a float is rounded from a double`() throws {
    #expect(try decoded(Float.self, "fb3fb999999999999a") == 0.1)
  }

  @Test func `a float beyond the range is refused`() {
    let error = explanation { _ = try decoded(Float.self, "fb7e37e43c8800759c") }
    #expect(error?.reason == "1e+300 does not fit Float, which ends at 3.4028235e+38.")
  }

  @Test func `an integer is a floating-point number where that is exact`() throws {
    #expect(try decoded(Double.self, "3863") == -100)
  }

  @Test func `an integer that a floating-point type would round is refused`() {
    let error = explanation { _ = try decoded(Float.self, "1a01000001") }
    #expect(error?.reason == "Float has no number that is exactly 16777217.")
  }

  @Test(arguments: [(true, "f5"), (false, "f4")])
  func `truth values are simple values`(_ value: Bool, hex: String) throws {
    #expect(try encodedHex(value) == hex)
    #expect(try decoded(Bool.self, hex) == value)
  }

  @Test(arguments: ["", "a", "ü", "水", "𐅑", "e\u{301}", "a\0b"])
  func `a text survives`(_ text: String) throws {
    #expect(Array(try roundTripped(text).utf8) == Array(text.utf8))
  }

  @Test func `a text in chunks is one text`() throws {
    #expect(try decoded(String.self, "7f6261626163ff") == "abc")
  }

  @Test(arguments: ["f6", "f7", "c6f6", "d81841f6"])
  func `null and undefined are nil`(_ hex: String) throws {
    #expect(try decoded(Int?.self, hex) == nil)
  }

  @Test func `nil is null`() throws {
    #expect(try encodedHex([Int?.none, 1]) == "82f601")
  }

  @Test(arguments: ["d9d9f705", "c605", "d9d9f7c605"])
  func `a tag that changes nothing is passed over`(_ hex: String) throws {
    #expect(try decoded(Int.self, hex) == 5)
  }

  @Test func `an embedded item is decoded in its place`() throws {
    #expect(try decoded([[Int]].self, "82d81843820102d81843820304") == [[1, 2], [3, 4]])
  }
}
