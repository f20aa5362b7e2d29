import ArchBridgeWire
import TestSupport
import Testing

/// Bodies and streams at random, from a fixed seed: nothing may trap, and what is read can be
/// written and read again.
@Suite struct MessageFuzzTests {
  private static let inputCount = 50_000
  private static let decoders = MessageDecoder.all + MessageDecoder.answers

  /// Whether a body is refused, or gives a message whose own bytes give the same bytes again.
  private func isRefusedOrStable(_ body: [UInt8], _ decoder: MessageDecoder) -> Bool {
    guard let encoded = try? decoder.decode(body) else { return true }
    return (try? decoder.decode(encoded)) == encoded
  }

  @Test func `bodies at random are refused or stable`() {
    var generator = SeededGenerator(seed: 2)
    let offending = (0..<Self.inputCount).map { index in
      // As an array of a likely length, or nothing gets past the first byte.
      (index, [0x80 | UInt8(index % 6)] + generator.bytes(limit: 24))
    }.filter { index, body in
      !isRefusedOrStable(body, Self.decoders[index % Self.decoders.count])
    }
    #expect(offending.map(\.1) == [])
  }

  @Test func `messages with bytes changed at random are refused or stable`() {
    var generator = SeededGenerator(seed: 3)
    let examples = MessageExample.all
    let offending = (0..<Self.inputCount).map { index in
      generator.mutated(examples[index % examples.count].envelope.body)
    }.filter { body in
      !Self.decoders.allSatisfy { isRefusedOrStable(body, $0) }
    }
    #expect(offending == [])
  }

  @Test func `streams with bytes changed at random end`() {
    var generator = SeededGenerator(seed: 4)
    let examples = MessageExample.all.map(\.envelope.encoded)
    for index in 0..<Self.inputCount {
      let stream = generator.mutated(
        examples[index % examples.count] + examples[(index / 7) % examples.count])
      let split = Int.random(in: 0...stream.count, using: &generator)
      let found = try? envelopes(in: Array(stream[..<split]), Array(stream[split...]))
      #expect((found?.count ?? 0) <= 3)
    }
  }

  @Test func `streams at random are refused`() {
    var generator = SeededGenerator(seed: 5)
    let taken = (0..<Self.inputCount).map { _ in generator.bytes(limit: 64) }
      .filter { (try? envelopes(in: $0))?.isEmpty == false }
    #expect(taken == [])
  }
}
