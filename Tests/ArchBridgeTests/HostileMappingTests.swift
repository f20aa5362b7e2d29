import ArchBridge
import ArchBridgeTransport
import ArchBridgeWire
import Synchronization
import Testing

/// A helper whose answers about shared memory make no sense, and one that shares none.
@Suite struct HostileMappingTests {
  /// A channel that answers what a session needs, and `map` with what a test gives it.
  private final class MappingChannel: Channel {
    private let replies = Mutex<[Envelope]>([])
    /// The calls that have been sent.
    let calls = Mutex<[CallMessage]>([])
    private let map: @Sendable (Envelope) -> Envelope
    let sharedRegion = SharedRegion(byteCount: 1 << 30)

    init(_ map: @escaping @Sendable (Envelope) -> Envelope) { self.map = map }

    var processID: Int32 { 0 }

    func send(_ envelope: Envelope, deadline: ContinuousClock.Instant?) throws(ChannelError) {
      let answer: Envelope
      switch envelope.kind {
      case .hello:
        answer = WelcomeMessage(version: 1, machine: 3, pointerByteCount: 4)
          .envelope(version: 0, sequence: envelope.sequence)
      case .load:
        answer = LoadedMessage(library: 1, path: Array("/lib/libx.so".utf8))
          .envelope(version: 1, sequence: envelope.sequence)
      case .map: answer = map(envelope)
      default:
        if let call = try? CallMessage(decoding: envelope.body) {
          calls.withLock { $0.append(call) }
        }
        answer = ReturnedMessage(
          result: .scalar(WireScalar(type: .int32, bits: 5)), buffers: []
        ).envelope(version: 1, sequence: envelope.sequence)
      }
      replies.withLock { $0.append(answer) }
    }

    func receive(
      on lane: ChannelLane, bodyLimit: @autoclosure () -> Int, deadline: ContinuousClock.Instant?
    ) throws(ChannelError) -> Envelope {
      guard let next = replies.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else {
        throw .closed
      }
      return next
    }

    func close(grace: Duration) -> HelperExitStatus { .exited(0) }
  }

  private func client(_ channel: MappingChannel) throws -> LibraryClient {
    try LibraryClient("libx.so.1", configuration: .init(), channel: channel)
  }

  @Test(arguments: [1 << 32, UInt64.max, 0xFFFF_FFFF] as [UInt64])
  func `an address where no memory can be ends the session`(_ address: UInt64) throws {
    let lib = try client(
      MappingChannel {
        MappedMessage(address: address).envelope(version: 1, sequence: $0.sequence)
      })
    expect(.protocolViolation) { _ = try SharedBuffer<Double>(count: 1, in: lib) }
    expect(.protocolViolation) { let _: Int32 = try lib.f() }
  }

  @Test func `an answer that is none ends the session`() throws {
    let lib = try client(
      MappingChannel {
        Envelope(kind: .mapped, version: 1, sequence: $0.sequence, body: [0x80])
      })
    expect(.protocolViolation) { _ = try SharedBuffer<Double>(count: 1, in: lib) }
  }

  @Test(arguments: [0, 4_096, UInt64.max])
  func `room that is none is no more than a figure`(_ room: UInt64) throws {
    let lib = try client(
      MappingChannel {
        MappedMessage(address: 0, room: room).envelope(version: 1, sequence: $0.sequence)
      })
    expect(.tooLarge, "\(room)") { _ = try SharedBuffer<Double>(count: 1, in: lib) }
    let result: Int32 = try lib.f()
    #expect(result == 5)
  }

  @Test func `a helper that maps nothing gets arrays in its messages`() throws {
    let channel = MappingChannel {
      FailureMessage(.unexpectedRequest).envelope(version: 1, sequence: $0.sequence)
    }
    let lib = try client(channel)
    let bytes = [UInt8](repeating: 7, count: 100_000)
    let result: Int32 = try lib.f(bytes)
    #expect(result == 5)
    guard case .buffer(let buffer)? = channel.calls.withLock({ $0.last?.arguments.first }) else {
      Issue.record("no buffer was sent")
      return
    }
    #expect(buffer.bytes == bytes)
    expect(.system) { _ = try SharedBuffer<Double>(count: 1, in: lib) }
  }
}
