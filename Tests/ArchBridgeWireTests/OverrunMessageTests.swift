import ArchBridgeWire
import TestSupport
import Testing

/// What a failure says of memory that was written beside: only what can be is read.
@Suite struct OverrunMessageTests {
  private static let examples = [
    OverrunMessage(argument: 0, byteCount: 16, first: -1, last: -1, bytes: [65]),
    OverrunMessage(argument: 126, text: 255, byteCount: 4, first: 4, last: 70, bytes: [1, 2]),
    OverrunMessage(
      argument: 127, byteCount: 0, first: .min, last: -1,
      bytes: [UInt8](repeating: 7, count: OverrunMessage.byteLimit)),
    OverrunMessage(argument: 1, byteCount: 1, first: 1, last: .max, bytes: [0]),
  ]

  @Test(arguments: examples)
  func `a message is read as it was written`(_ message: OverrunMessage) throws {
    #expect(try OverrunMessage(decoding: message.encoded) == message)
  }

  @Test(arguments: examples)
  func `a message cut short, or with a byte too many, is refused`(_ message: OverrunMessage) {
    for byteCount in 0..<message.encoded.count {
      #expect(throws: CBORError.self) {
        try OverrunMessage(decoding: [UInt8](message.encoded.prefix(byteCount)))
      }
    }
    #expect(throws: CBORError.trailingBytes(byteCount: 1)) {
      try OverrunMessage(decoding: message.encoded + [0xF6])
    }
  }

  @Test(arguments: [
    // More arguments than a call can have.
    OverrunMessage(argument: 128, byteCount: 16, first: -1, last: -1, bytes: [65]),
    // Bytes inside, or on both sides.
    OverrunMessage(argument: 0, byteCount: 16, first: 15, last: 16, bytes: [65]),
    OverrunMessage(argument: 0, byteCount: 16, first: -1, last: 0, bytes: [65]),
    OverrunMessage(argument: 0, byteCount: 0, first: -1, last: 0, bytes: [65]),
    // The last before the first.
    OverrunMessage(argument: 0, byteCount: 16, first: -1, last: -2, bytes: [65]),
    OverrunMessage(argument: 0, byteCount: 16, first: .max, last: .min, bytes: [65]),
    // Nothing written, and more bytes than were.
    OverrunMessage(argument: 0, byteCount: 16, first: -1, last: -1, bytes: []),
    OverrunMessage(argument: 0, byteCount: 16, first: -1, last: -1, bytes: [65, 66]),
    OverrunMessage(
      argument: 0, byteCount: 16, first: -90, last: -1,
      bytes: [UInt8](repeating: 7, count: OverrunMessage.byteLimit + 1)),
  ])
  func `what cannot be is refused`(_ message: OverrunMessage) {
    #expect(throws: CBORError.self) { try OverrunMessage(decoding: message.encoded) }
  }

  @Test func `mutated messages are read or refused`() {
    var generator = SeededGenerator(seed: 41)
    for index in 0..<20_000 {
      let bytes = generator.mutated(Self.examples[index % Self.examples.count].encoded)
      guard let message = try? OverrunMessage(decoding: bytes) else { continue }
      #expect(throws: Never.self) { try OverrunMessage(decoding: message.encoded) }
      #expect(message.first <= message.last && message.bytes.count <= OverrunMessage.byteLimit)
    }
  }
}
