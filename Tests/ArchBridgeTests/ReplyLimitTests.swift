import ArchBridge
import ArchBridgeTransport
import ArchBridgeWire
import Synchronization
import Testing

/// Replies that are there before anybody waits for them.
@Suite struct ReplyLimitTests {
  /// A channel whose side lane's replies are received before their request's sending returns.
  private final class PromptChannel: Channel {
    private let inner: ScriptedChannel
    private let count = Atomic(0)

    init(_ script: @escaping @Sendable (Envelope) -> [Envelope]) { inner = ScriptedChannel(script) }

    var processID: Int32 { 0 }

    func send(_ envelope: Envelope, deadline: ContinuousClock.Instant?) throws(ChannelError) {
      let before = count.load(ordering: .acquiring)
      try inner.send(envelope, deadline: deadline)
      guard envelope.thread != 0 else { return }
      while count.load(ordering: .acquiring) == before {}
    }

    func receive(
      on lane: ChannelLane, bodyLimit: @autoclosure () -> Int, deadline: ContinuousClock.Instant?
    ) throws(ChannelError) -> Envelope {
      let envelope = try inner.receive(on: lane, bodyLimit: 0, deadline: deadline)
      let limit = bodyLimit()
      if lane == .libraryThreads { count.add(1, ordering: .releasing) }
      guard envelope.body.count <= limit else {
        throw .notAnEnvelope(
          .tooLarge(byteCount: UInt32(clamping: envelope.body.count), limit: limit))
      }
      return envelope
    }

    @discardableResult
    func close(grace: Duration) -> HelperExitStatus { inner.close(grace: grace) }
  }

  @Test func `a reply may be as long as its request allows when it comes at once`() throws {
    let count = 100_000
    let channel = PromptChannel { envelope in
      switch envelope.kind {
      case .standBy:
        return [
          StandingByMessage(isThere: true).envelope(version: 1, sequence: envelope.sequence)
        ]
      case .call:
        let seven = CallValue.scalar(WireScalar(type: .int32, bits: 7))
        var reply = ReturnedMessage(
          result: seven, buffers: [[UInt8](repeating: 7, count: count)]
        ).envelope(version: 1, sequence: envelope.sequence)
        reply.thread = envelope.thread
        return [reply]
      default: return []
      }
    }
    let lib = try LibraryClient(
      "libx.so.1", configuration: .init(), channel: channel, standsBy: true)
    defer { lib.close() }
    let bytes = InOut([UInt8](repeating: 0, count: count))
    let result: Int32 = try lib.interrupt("fill", bytes)
    #expect(result == 7)
    #expect(bytes.value.allSatisfy { $0 == 7 })
  }
}
