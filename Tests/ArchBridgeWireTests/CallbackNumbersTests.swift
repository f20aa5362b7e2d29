import ArchBridgeWire
import TestSupport
import Testing

/// Calls of closures whose bodies are numbers at fixed places.
@Suite struct CallbackNumbersTests {
  @Test(arguments: MessageFixture.all.filter(\.isCallbackNumbers))
  func `an example's body is the numbers of its notation`(_ fixture: MessageFixture) throws {
    let example = try #require(MessageExample.named(fixture.name))
    let body = example.envelope.body
    func number(_ offset: Int, _ byteCount: Int) -> UInt64 {
      (0..<byteCount).reduce(0) { $0 | UInt64(body[offset + $1]) << UInt64(8 * $1) }
    }
    var numbers = example.envelope.kind == .callbackNumbers ? [number(0, 4), number(4, 4)] : []
    for offset in stride(from: 4 * numbers.count, to: body.count, by: 8) {
      numbers.append(number(offset, 8))
    }
    #expect("numbers " + numbers.map { "\($0)" }.joined(separator: " ") == fixture.diagnostic)
  }

  @Test(arguments: MessageExample.callbackNumbers)
  func `a body of another length is refused`(_ example: MessageExample) throws {
    let body = example.envelope.body
    for byteCount in 0..<body.count {
      let isHeld = try example.isHeld(Array(body.prefix(byteCount)))
      #expect(!isHeld)
    }
    for more in 1...16 {
      let isHeld = try example.isHeld(body + [UInt8](repeating: 0, count: more))
      #expect(!isHeld)
    }
  }

  @Test func `a count that is not there is refused`() {
    var body = CallbackNumbers(id: 1, slots: [1, 2]).envelope(version: 1, thread: 0).body
    for count: [UInt8] in [[3, 0, 0, 0], [1, 0, 0, 0], [255, 255, 255, 255], [2, 0, 0, 128]] {
      body.replaceSubrange(4..<8, with: count)
      #expect(CallbackNumbers(decoding: body) == nil)
    }
  }

  @Test func `an answer that its type does not have is refused`() {
    func answer(_ type: WireType, _ bits: UInt64) -> UInt64? {
      let body = CallbackNumbers.answer(bits, version: 1, thread: 0).body
      let callback = WireCallback(id: 1, result: WireForm(type), textLimit: 0, parameters: [])
      return CallbackNumbers.answer(decoding: body, from: callback)
    }
    #expect(answer(.int8, UInt64(bitPattern: -128)) == UInt64(bitPattern: -128))
    #expect(answer(.int8, 128) == nil)
    #expect(answer(.uint8, 255) == 255)
    #expect(answer(.uint8, 256) == nil)
    #expect(answer(.bool, 2) == nil)
    #expect(answer(.float32, 0xFFFF_FFFF) == 0xFFFF_FFFF)
    #expect(answer(.float32, 1 << 32) == nil)
    #expect(answer(.float64, .max) == .max)
    #expect(answer(.void, 0) == 0)
    #expect(answer(.text, 0) == nil)
  }

  @Test func `bytes at random are refused or read back`() {
    var generator = SeededGenerator(seed: 27)
    for _ in 0..<20_000 {
      let body = generator.bytes(limit: 64)
      guard let message = CallbackNumbers(decoding: body) else { continue }
      #expect(message.envelope(version: 1, thread: 0).body == body)
    }
  }
}
