import ArchBridgeWire
import TestSupport
import Testing

/// RFC 8949, Appendix F: what is not well formed, by the Appendix's own headings.
@Suite struct AppendixFTests {
  private func expect(_ error: CBORError, from hex: String) {
    #expect(throws: error) { try CBORValue(decoding: bytes(hex: hex)) }
  }

  @Test(arguments: [
    "18", "19", "1a", "1b", "1901", "1a0102", "1b01020304050607", "38", "58", "78", "98",
    "9a01ff00", "b8", "d8", "f8", "f900", "fa0000", "fb000000",
  ])
  func `end of input in a head`(_ hex: String) { expect(.truncated(offset: 0), from: hex) }

  @Test(arguments: [
    "41", "61", "5affffffff00", "5bffffffffffffffff010203", "7affffffff00",
    "7b7fffffffffffffff010203",
  ])
  func `strings of definite length with short data`(_ hex: String) {
    expect(.lengthOutOfBounds(offset: 0), from: hex)
  }

  @Test(arguments: [
    ("81", 0), ("818181818181818181", 8), ("8200", 0), ("a1", 0), ("a20102", 0), ("a100", 0),
    ("a2000000", 0),
  ])
  func `arrays and maps of definite length without enough items`(_ hex: String, offset: Int) {
    expect(.lengthOutOfBounds(offset: offset), from: hex)
  }

  @Test func `a tag without content`() { expect(.truncated(offset: 1), from: "c0") }

  @Test(arguments: ["5f4100", "7f6100"])
  func `strings of indefinite length without a break`(_ hex: String) {
    expect(.truncated(offset: 3), from: hex)
  }

  @Test(arguments: [
    ("9f", 1), ("9f0102", 3), ("bf", 1), ("bf01020102", 5), ("819f", 2), ("9f8000", 3),
    ("9f9f9f9f9fffffffff", 9), ("9f819f819f9fffffff", 9),
  ])
  func `arrays and maps of indefinite length without a break`(_ hex: String, offset: Int) {
    expect(.truncated(offset: offset), from: hex)
  }

  @Test(arguments: [
    "1c", "1d", "1e", "3c", "3d", "3e", "5c", "5d", "5e", "7c", "7d", "7e", "9c", "9d", "9e",
    "bc", "bd", "be", "dc", "dd", "de", "fc", "fd", "fe",
  ])
  func `reserved additional information`(_ hex: String) {
    expect(.reservedAdditionalInformation(offset: 0), from: hex)
  }

  @Test(arguments: ["f800", "f801", "f818", "f81f"])
  func `reserved encodings of simple values in two bytes`(_ hex: String) {
    expect(.invalidSimpleValue(offset: 0), from: hex)
  }

  @Test(arguments: [
    "5f00ff", "5f21ff", "5f6100ff", "5f80ff", "5fa0ff", "5fc000ff", "5fe0ff", "7f4100ff",
  ])
  func `chunks of another type than their string`(_ hex: String) {
    expect(.wrongChunk(offset: 1), from: hex)
  }

  @Test(arguments: ["5f5f4100ffff", "7f7f6100ffff"])
  func `chunks of indefinite length`(_ hex: String) {
    expect(.wrongChunk(offset: 1), from: hex)
  }

  @Test func `a break on its own`() { expect(.unexpectedBreak(offset: 0), from: "ff") }

  @Test(arguments: [
    ("81ff", 1), ("8200ff", 2), ("a1ff00", 1), ("a100ff", 2), ("a20000ffff", 3), ("9f81ff", 2),
    ("9f829f819f9fffffffff", 9), ("c0ff", 1),
  ])
  func `a break in an array or map of definite length or a tag`(_ hex: String, offset: Int) {
    expect(.unexpectedBreak(offset: offset), from: hex)
  }

  @Test(arguments: ["a1ff", "a20000ff"])
  func `a break in a map that is too short for its pairs`(_ hex: String) {
    expect(.lengthOutOfBounds(offset: 0), from: hex)
  }

  @Test(arguments: [("bf00ff", 2), ("bf000000ff", 4)])
  func `a break between a key and its value`(_ hex: String, offset: Int) {
    expect(.unexpectedBreak(offset: offset), from: hex)
  }

  @Test(arguments: ["1f", "3f", "df"])
  func `indefinite length of an integer or a tag`(_ hex: String) {
    expect(.reservedAdditionalInformation(offset: 0), from: hex)
  }
}
