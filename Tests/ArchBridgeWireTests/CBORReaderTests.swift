import ArchBridgeWire
import TestSupport
import Testing

@Suite struct CBORReaderTests {
  private func reader(_ hex: String) -> CBORReader { CBORReader(bytes(hex: hex)) }

  @Test func `reads heads one after another`() throws {
    var reader = reader("82 01 63 616263")
    #expect(try reader.next() == .array(count: 2))
    #expect(try reader.next() == .unsigned(1))
    #expect(try reader.next() == .text(byteCount: 3))
    #expect(try reader.take(byteCount: 3) == Array("abc".utf8))
    #expect(reader.isAtEnd)
  }

  @Test func `peeking reads nothing`() throws {
    let reader = reader("19 0102")
    #expect(try reader.peek() == .unsigned(0x0102))
    #expect(reader.offset == 0)
  }

  @Test(arguments: [(-1, 0), (1, 1), (9, 2)])
  func `starts within its bytes`(_ asked: Int, got: Int) {
    #expect(CBORReader([0, 0], offset: asked).offset == got)
  }

  @Test(arguments: [-1, 3, Int.max, Int.min])
  func `refuses to take bytes that are not there`(_ byteCount: Int) {
    var reader = reader("4161")
    #expect(throws: CBORError.lengthOutOfBounds(offset: 0)) {
      try reader.take(byteCount: byteCount)
    }
  }

  @Test(arguments: ["5b7fffffffffffffff", "9bffffffffffffffff", "bb8000000000000000"])
  func `refuses lengths that no memory holds`(_ hex: String) {
    var reader = reader(hex)
    #expect(throws: CBORError.lengthOutOfBounds(offset: 0)) { try reader.next() }
  }

  @Test func `finishing refuses what follows`() {
    let reader = reader("0000")
    #expect(throws: CBORError.trailingBytes(byteCount: 2)) { try reader.finish() }
  }

  @Test(arguments: [
    ("00", Int64(0)), ("20", -1), ("1b7fffffffffffffff", .max), ("3b7fffffffffffffff", .min),
  ])
  func `reads signed integers`(_ hex: String, value: Int64) throws {
    var reader = reader(hex)
    #expect(try reader.readSigned() == value)
  }

  @Test(arguments: ["1b8000000000000000", "3b8000000000000000", "f93c00"])
  func `refuses what is no signed integer of 64 bits`(_ hex: String) {
    var reader = reader(hex)
    #expect(throws: CBORError.unexpectedItem(offset: 0)) { try reader.readSigned() }
  }

  @Test func `reads an unsigned integer of the width asked for`() throws {
    var reader = reader("18ff")
    #expect(try reader.readUnsigned(UInt8.self) == 255)
  }

  @Test(arguments: ["190100", "20"])
  func `refuses an unsigned integer beyond the width asked for`(_ hex: String) {
    var reader = reader(hex)
    #expect(throws: CBORError.unexpectedItem(offset: 0)) { try reader.readUnsigned(UInt8.self) }
  }

  @Test func `reads a double of any precision`() throws {
    var reader = reader("f93c00 fa3f800000 fb3ff0000000000000")
    for _ in 0..<3 { #expect(try reader.readDouble() == 1) }
  }

  @Test func `reads bytes or null`() throws {
    var reader = reader("420102 f6")
    #expect(try reader.readOptionalBytes() == [1, 2])
    #expect(try reader.readOptionalBytes() == nil)
  }

  @Test func `reads text`() throws {
    var reader = reader("62c3bc")
    #expect(try reader.readText() == "ü")
  }

  @Test(arguments: ["61ff", "62c080", "63eda080", "64f4908080", "61c3"])
  func `refuses text that is not UTF-8`(_ hex: String) {
    var reader = reader(hex)
    #expect(throws: CBORError.invalidText(offset: 0)) { try reader.readText() }
  }

  @Test func `reads an array of the count asked for`() throws {
    var reader = reader("820102")
    #expect(throws: Never.self) { try reader.readArray(count: 2) }
  }

  @Test func `refuses an array of another count`() {
    var reader = reader("820102")
    #expect(throws: CBORError.unexpectedItem(offset: 0)) { try reader.readArray(count: 3) }
  }
}
