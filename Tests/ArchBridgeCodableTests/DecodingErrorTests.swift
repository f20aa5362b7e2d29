import ArchBridgeCodable
import ArchBridgeWire
import Testing

@Suite struct DecodingErrorTests {
  struct Inner: Codable {
    var small: UInt8
    var text: String?
  }

  struct Outer: Codable {
    var list: [Inner]
  }

  private func refusal(_ hex: String) -> String? {
    explanation { _ = try decoded(Outer.self, hex) }.map { "\($0.path): \($0.reason)" }
  }

  private let list = "a1646c69737481"

  @Test func `a narrowing names path, value and range`() {
    #expect(
      refusal(list + "a165736d616c6c19012c")
        == "list.0.small: 300 does not fit UInt8, which holds 0 to 255.")
  }

  @Test(arguments: [
    ("20", "-1"), ("3bffffffffffffffff", "-18446744073709551616"),
    ("c250ffffffffffffffffffffffffffffffff", "340282366920938463463374607431768211455"),
    ("c350ffffffffffffffffffffffffffffffff", "-340282366920938463463374607431768211456"),
  ])
  func `a value out of range is named whole`(_ item: String, value: String) {
    #expect(
      refusal(list + "a165736d616c6c" + item)
        == "list.0.small: \(value) does not fit UInt8, which holds 0 to 255.")
  }

  @Test func `a bignum beyond every integer type is refused`() {
    #expect(
      refusal(list + "a165736d616c6c" + "c2510100000000000000000000000000000000")
        == "list.0.small: A bignum of 17 bytes fits no integer type.")
  }

  @Test(arguments: [
    ("6161", "a text"), ("f5", "true"), ("f93e00", "the floating-point number 1.5"),
    ("42" + "0102", "a byte string of 2 bytes"), ("80", "an array"), ("a0", "a map"),
    ("f0", "the simple value 16"), ("d8404101", "a typed array of 1 numbers"),
  ])
  func `an item of another type is named`(_ item: String, name: String) {
    #expect(
      refusal(list + "a165736d616c6c" + item) == "list.0.small: Found \(name), not UInt8.")
  }

  @Test func `null is no value`() {
    #expect(refusal(list + "a165736d616c6cf6") == "list.0.small: Found null, not UInt8.")
  }

  @Test func `a key that is not there is named`() {
    #expect(refusal(list + "a0") == "list.0: No value for \"small\".")
  }

  @Test func `an array that ends too soon says after how many elements`() {
    struct Pair: Decodable {
      init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        _ = (try list.decode(Int.self), try list.decode(Int.self))
      }
    }
    let error = explanation { _ = try decoded(Pair.self, "8101") }
    #expect(error?.path == "1")
    #expect(error?.reason == "The array ends after 1 elements.")
  }

  @Test(arguments: [
    ("a1646c6973748", CBORError.truncated(offset: 6)), ("ff", .unexpectedBreak(offset: 0)),
    ("0000", .trailingBytes(byteCount: 1)), ("", .truncated(offset: 0)),
    ("a1646c69737461ff", .invalidText(offset: 6)),
  ])
  func `malformed bytes carry the reason`(_ hex: String, reason: CBORError) throws {
    do {
      _ = try decoded(Outer.self, hex)
      Issue.record("\(hex) is decoded")
    } catch DecodingError.dataCorrupted(let context) {
      #expect(context.underlyingError as? CBORError == reason)
    }
  }

  @Test(arguments: [
    ("d81805", "Tag 24 is not before a byte string of definite length."),
    ("d818420505", "A byte string with tag 24 does not hold exactly one item."),
    ("82d818418105", "A byte string with tag 24 does not hold exactly one item."),
    ("c205", "Tag 2 is not before a byte string."),
  ])
  func `a tag before the wrong item is refused`(_ hex: String, reason: String) {
    let isArray = hex.hasPrefix("82")
    let error = explanation {
      if isArray { _ = try decoded([[Int]].self, hex) } else { _ = try decoded(Int.self, hex) }
    }
    #expect(error?.reason == reason)
  }

  @Test func `a map is no array`() {
    #expect(explanation { _ = try decoded([String].self, "a0") }?.reason.contains("a map") == true)
  }
}
