import ArchBridgeTransport
import ArchBridgeWire
import Synchronization

/// A channel that answers what a session needs to begin, and a call with what a test gives it.
final class ScriptedChannel: Channel {
  private let replies: Mutex<[ChannelLane: [Envelope]]> = Mutex([:])
  private let isClosed = Atomic(false)
  private let script: @Sendable (Envelope) -> [Envelope]

  /// Whether short envelopes of the main lane are exchanged at once, as through shared memory.
  private let exchanges: Bool

  init(exchanges: Bool = false, _ script: @escaping @Sendable (Envelope) -> [Envelope]) {
    self.exchanges = exchanges
    self.script = script
  }

  var processID: Int32 { 0 }

  func send(
    _ envelope: Envelope, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) {
    let answers: [Envelope] =
      switch envelope.kind {
      case .hello:
        [
          WelcomeMessage(version: 1, machine: 3, pointerByteCount: 4)
            .envelope(version: 0, sequence: envelope.sequence)
        ]
      case .load:
        [
          LoadedMessage(library: 1, path: Array("/lib/libx.so".utf8))
            .envelope(version: 1, sequence: envelope.sequence)
        ]
      default: script(envelope)
      }
    replies.withLock { replies in
      for answer in answers { replies[ChannelLane(of: answer), default: []].append(answer) }
    }
  }

  func receive(
    on lane: ChannelLane, bodyLimit: @autoclosure () -> Int, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope {
    while !isClosed.load(ordering: .acquiring) {
      let next = replies.withLock { replies in
        replies[lane]?.isEmpty == false ? replies[lane]?.removeFirst() : nil
      }
      if let next { return next }
    }
    throw .closed
  }

  @unsafe func exchange(
    _ request: UnsafeRawBufferPointer, reply: UnsafeMutableRawBufferPointer, nanoseconds: Int64
  ) throws(ChannelError) -> Int? {
    guard let header = EnvelopeHeader(loading: request) else { return nil }
    try send(Envelope(header: header, body: [UInt8](request[EnvelopeHeader.byteCount...])))
    guard exchanges else { return nil }
    let next = replies.withLock { replies -> Envelope? in
      guard let first = replies[.main]?.first, first.encoded.count <= reply.count else {
        return nil
      }
      return replies[.main]?.removeFirst()
    }
    guard let bytes = next?.encoded else { return nil }
    reply.copyBytes(from: bytes)
    return bytes.count
  }

  @discardableResult
  func close(grace: Duration) -> HelperExitStatus {
    isClosed.store(true, ordering: .releasing)
    return .signalled(9)
  }
}
