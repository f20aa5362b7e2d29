import ArchBridgeWire
import TestSupport
import Testing

/// An answer is read against its call.
@Suite struct ReturnedMessageTests {
  private func call(
    _ result: WireType = .void, textLimit: UInt32 = 0, buffers: [WireBuffer] = []
  ) -> CallMessage {
    CallMessage(
      function: .address(1), result: result, textLimit: textLimit,
      arguments: buffers.map(CallMessage.Argument.buffer))
  }

  private let whole = WireBuffer(mode: .whole, byteCount: 2, bytes: [])
  private let text = WireBuffer(mode: .text, byteCount: 2, bytes: [])
  private let input = WireBuffer(bytes: [1, 2])

  private func refused(_ hex: String, answering call: CallMessage) -> Bool {
    do throws(CBORError) {
      _ = try ReturnedMessage(decoding: bytes(hex: hex), answering: call)
      return false
    } catch .unexpectedItem {
      return true
    } catch {
      return false
    }
  }

  private func buffers(_ hex: String, answering call: CallMessage) throws -> [[UInt8]] {
    try ReturnedMessage(decoding: bytes(hex: hex), answering: call).buffers
  }

  @Test(arguments: ["00", "40", "f5", "80", "f7"])
  func `a result of a call that returns nothing is refused`(_ value: String) {
    #expect(refused("82 \(value) 80", answering: call(.void)))
  }

  @Test(
    arguments: [
      (.int32, "f6"), (.int32, "1a80000000"), (.int32, "f93c00"), (.uint8, "20"),
      (.uint8, "190100"), (.bool, "02"), (.bool, "f5"), (.float64, "01"), (.float64, "f6"),
      (.float32, "fb3ff3be76c8b43958"), (.pointer, "f6"), (.pointer, "4101"),
    ] as [(WireType, String)])
  func `a number that is not of its type is refused`(_ type: WireType, value: String) {
    #expect(refused("82 \(value) 80", answering: call(type)))
  }

  @Test(arguments: ["00", "61 61", "80", "5f 41 61 ff"])
  func `a text that is no byte string is refused`(_ value: String) {
    #expect(refused("82 \(value) 80", answering: call(.text, textLimit: 4)))
  }

  @Test func `a text as long as its limit is taken`() throws {
    let call = call(.text, textLimit: 2)
    #expect(
      try ReturnedMessage(decoding: bytes(hex: "82 42 6162 80"), answering: call).result
        == .text([0x61, 0x62]))
  }

  @Test func `a text beyond its limit is refused`() {
    #expect(refused("82 43 616263 80", answering: call(.text, textLimit: 2)))
  }

  @Test func `a text with a NUL is refused`() {
    #expect(refused("82 42 6100 80", answering: call(.text, textLimit: 4)))
  }

  @Test func `buffers that come back are taken in their order`() throws {
    let call = call(buffers: [whole, input, text])
    #expect(try buffers("82 f6 82 42 0102 41 61", answering: call) == [[1, 2], [0x61]])
  }

  @Test(arguments: ["80", "81 40", "81 41 01", "81 43 010203", "81 f6", "81 62 6161"])
  func `a buffer of another length or kind is refused`(_ list: String) {
    #expect(refused("82 f6 \(list)", answering: call(buffers: [whole])))
  }

  @Test(arguments: ["82 42 0102 42 0102", "83 42 0102 42 0102 40"])
  func `more buffers than come back are refused`(_ list: String) {
    #expect(refused("82 f6 \(list)", answering: call(buffers: [whole])))
  }

  @Test func `a buffer that only goes in does not come back`() {
    #expect(refused("82 f6 81 42 0102", answering: call(buffers: [input])))
  }

  @Test(arguments: ["81 40", "81 41 61", "81 42 6161"])
  func `a buffer of text comes back up to its NUL`(_ list: String) throws {
    #expect(try buffers("82 f6 \(list)", answering: call(buffers: [text])).count == 1)
  }

  @Test(arguments: ["81 43 616161", "81 42 6100", "81 41 00"])
  func `a buffer of text that is too long or has a NUL is refused`(_ list: String) {
    #expect(refused("82 f6 \(list)", answering: call(buffers: [text])))
  }

  @Test(arguments: ["80", "81 f6", "83 f6 80 80", "82 f6 f6", "82 f6 a0", "82 f6 9f ff"])
  func `an answer of another form is refused`(_ hex: String) {
    #expect(refused(hex, answering: call()))
  }

  @Test func `what follows an answer is refused`() {
    #expect(throws: CBORError.trailingBytes(byteCount: 1)) {
      try ReturnedMessage(decoding: bytes(hex: "82 f6 80 00"), answering: call())
    }
  }

  @Test func `the largest answer is within the limit`() {
    let call = call(.text, textLimit: 5, buffers: [whole, input, text])
    let answer = ReturnedMessage(
      result: .text(Array("12345".utf8)), buffers: [[1, 2], Array("ab".utf8)])
    let byteCount = answer.envelope(version: 1, sequence: 1).body.count
    #expect(byteCount <= ReturnedMessage.byteLimit(answering: call))
  }

  @Test func `limits add up without overflow`() {
    let largest = WireBuffer(mode: .whole, byteCount: .max, bytes: [])
    let call = call(
      .text, textLimit: .max, buffers: Array(repeating: largest, count: 127))
    #expect(ReturnedMessage.byteLimit(answering: call) > 127 * Int(UInt32.max))
  }
}
