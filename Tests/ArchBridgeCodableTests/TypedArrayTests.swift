import ArchBridgeCodable
import Testing

/// RFC 8746: arrays of numbers as their bytes.
@Suite struct TypedArrayTests {
  @Test func `bytes are one byte string`() throws {
    #expect(try encodedHex([UInt8]([1, 2, 255])) == "430102ff")
  }

  @Test func `arrays of numbers are typed arrays, little endian`() throws {
    #expect(try encodedHex([UInt16]([1, 0x0203])) == "d845" + "4401000302")
    #expect(try encodedHex([UInt32]([1])) == "d846" + "4401000000")
    #expect(try encodedHex([UInt64]([1])) == "d847" + "480100000000000000")
    #expect(try encodedHex([Int8]([-1, 2])) == "d848" + "42ff02")
    #expect(try encodedHex([Int16]([-2])) == "d84d" + "42feff")
    #expect(try encodedHex([Int32]([-2])) == "d84e" + "44feffffff")
    #expect(try encodedHex([Int64]([-2])) == "d84f" + "48feffffffffffffff")
    #expect(try encodedHex([Float]([1])) == "d855" + "440000803f")
    #expect(try encodedHex([Double]([1])) == "d856" + "48000000000000f03f")
  }

  @Test func `arrays of integers without a width are ordinary arrays`() throws {
    #expect(try encodedHex([1, -1]) == "820120")
  }

  @Test(arguments: [
    "83010203", "9f010203ff", "43010203", "5f4101420203ff", "d84043010203", "d84443010203",
    "d841" + "46000100020003", "d845" + "46010002000300",
    "d842" + "4c000000010000000200000003", "d849" + "46000100020003",
  ])
  func `bytes are decoded from whatever holds such numbers`(_ hex: String) throws {
    #expect(try decoded([UInt8].self, hex) == [1, 2, 3])
  }

  @Test(arguments: [
    "82f93e00f9c400", "9ffa3fc00000f9c400ff",
    "d850" + "443e00c400", "d854" + "44003e00c4",
    "d851" + "483fc00000c0800000", "d855" + "480000c03f000080c0",
    "d852" + "503ff8000000000000c010000000000000",
    "d856" + "50000000000000f83f00000000000010c0",
  ])
  func `doubles are decoded from arrays of any precision and byte order`(_ hex: String) throws {
    #expect(try decoded([Double].self, hex) == [1.5, -4])
  }

  @Test(arguments: [
    ("d84842ff02", [-1, 2]), ("d849" + "44ffff0002", [-1, 2]), ("d84a" + "44fffffffe", [-2]),
    ("d84b" + "48fffffffffffffffe", [-2]), ("d843" + "480000000000000007", [7]),
  ])
  func `integers of any width and byte order are integers`(_ hex: String, value: [Int]) throws {
    #expect(try decoded([Int].self, hex) == value)
  }

  @Test func `a typed array is any collection of numbers`() throws {
    #expect(try decoded(Set<Int64>.self, "d84842ff02") == [-1, 2])
    #expect(try decoded([Double?].self, "d855440000803f") == [1])
  }

  @Test func `an element out of range is named with its index`() {
    let error = explanation { _ = try decoded([UInt8].self, "d845" + "4401002c01") }
    #expect(error?.path == "1")
    #expect(error?.reason == "300 does not fit UInt8, which holds 0 to 255.")
  }

  @Test func `an element of an ordinary array out of range is named with its index`() {
    let error = explanation { _ = try decoded([Int8].self, "83011880387f") }
    #expect(error?.path == "1")
    #expect(error?.reason == "128 does not fit Int8, which holds -128 to 127.")
  }

  @Test(arguments: [
    ("d84543010203", "3 bytes are no typed array of 2-byte elements."),
    ("d84c40", "Tag 76 is reserved (RFC 8746)."),
    ("d85740", "A typed array of binary128 numbers (tag 87) has no Swift type."),
    ("d84580", "Tag 69 is not before a byte string."),
  ])
  func `what is no typed array is refused`(_ hex: String, reason: String) {
    #expect(explanation { _ = try decoded([UInt16].self, hex) }?.reason == reason)
  }

  @Test func `large arrays survive among other fields`() throws {
    struct Recording: Codable, Equatable {
      var name = "run"
      var samples = (0..<10_000).map { Double($0) / 7 }
      var levels = (0..<5_000).map { Int16(truncatingIfNeeded: $0 &* 7919) }
      var raw = [UInt8](repeating: 0xA5, count: 3000)
      var rows: [[Float]] = [[], [1], [2, 3]]
      var end = true
    }
    #expect(try roundTripped([Recording(), Recording()]) == [Recording(), Recording()])
  }
}
