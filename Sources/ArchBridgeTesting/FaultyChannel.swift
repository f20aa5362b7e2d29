package import ArchBridgeTransport
package import ArchBridgeWire
internal import Dispatch
internal import Synchronization

/// A channel in which envelopes are lost, late, doubled, shortened, changed or out of order.
///
/// What it does is the same for the same seed, as long as its envelopes come in the same order.
package final class FaultyChannel: Channel {
  private let channel: any Channel
  private let source: Mutex<FaultSource>
  private let outgoing = Mutex(Outgoing())
  private let incoming: [ChannelLane: Lane] = [.main: Lane(), .libraryThreads: Lane()]

  private struct Outgoing {
    /// What arrives after the next one.
    var held: Envelope?
    /// Whether the helper can find no envelope's beginning any more.
    var isUnreadable = false
  }

  private final class Lane: Sendable {
    let state = Mutex(State())

    struct State {
      var waiting: [Envelope] = []
      var isUnreadable = false
    }
  }

  /// Wraps a channel, which is closed with this one.
  package init(_ channel: any Channel, _ faults: ChannelFaults) {
    self.channel = channel
    source = Mutex(FaultSource(faults))
  }

  /// How often each fault has been met so far.
  package var counts: [ChannelFaults.Fault: Int] { source.withLock { $0.counts } }

  package var processID: Int32 { channel.processID }
  package var hasEnded: Bool { channel.hasEnded }
  package var sharedRegion: SharedRegion? { channel.sharedRegion }

  // MARK: Requests

  /// Sends an envelope, or what becomes of it.
  package func send(
    _ envelope: Envelope, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) {
    try send(envelope, source.withLock { $0.fault(of: .requests) }, deadline)
  }

  private func send(
    _ envelope: Envelope, _ fault: ChannelFaults.Fault?, _ deadline: ContinuousClock.Instant?
  ) throws(ChannelError) {
    let sent = try arriving(envelope, fault, deadline)
    for envelope in sent { try channel.send(envelope, deadline: deadline) }
  }

  /// What is sent in place of an envelope.
  private func arriving(
    _ envelope: Envelope, _ fault: ChannelFaults.Fault?, _ deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> [Envelope] {
    if fault == .delay { try wait(until: deadline) }
    // A body that no envelope has is the channel's to refuse.
    let changed =
      envelope.body.count > EnvelopeHeader.bodyLimit ? envelope : change(envelope, fault)
    return outgoing.withLock { outgoing in
      guard !outgoing.isUnreadable else { return [] }
      guard let changed else {
        outgoing.isUnreadable = true
        return []
      }
      defer { outgoing.held = fault == .reorder ? changed : nil }
      let held = outgoing.held.map { [$0] } ?? []
      return switch fault {
      case .drop?: held
      case .reorder?: held
      case .duplicate?: [changed, changed] + held
      default: [changed] + held
      }
    }
  }

  // MARK: Replies

  /// Waits for the next envelope that arrives.
  package func receive(
    on lane: ChannelLane, bodyLimit: @autoclosure () -> Int, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope {
    guard let incoming = incoming[lane] else { throw .closed }
    while true {
      let (waiting, isUnreadable) = incoming.state.withLock { state -> (Envelope?, Bool) in
        (state.waiting.isEmpty ? nil : state.waiting.removeFirst(), state.isUnreadable)
      }
      if let waiting {
        let limit = bodyLimit()
        guard waiting.body.count <= limit else {
          throw .notAnEnvelope(
            .tooLarge(byteCount: UInt32(clamping: waiting.body.count), limit: limit))
        }
        return waiting
      }
      guard !isUnreadable else { throw .notAnEnvelope(.notAnEnvelope) }
      let envelope = try channel.receive(on: lane, bodyLimit: bodyLimit(), deadline: deadline)
      let fault = source.withLock { $0.fault(of: .replies) }
      if fault == .delay { try wait(until: deadline) }
      let changed = change(envelope, fault)
      var next: Envelope?
      if fault == .reorder {
        next = try channel.receive(on: lane, bodyLimit: bodyLimit(), deadline: deadline)
      }
      incoming.state.withLock { state in
        guard let changed else { return state.isUnreadable = true }
        switch fault {
        case .drop?: break
        case .duplicate?: state.waiting += [changed, changed]
        default: state.waiting += (next.map { [$0] } ?? []) + [changed]
        }
      }
    }
  }

  /// Sends a short envelope and waits for the next one, whose very bytes may be changed.
  @unsafe package func exchange(
    _ request: UnsafeRawBufferPointer, reply: UnsafeMutableRawBufferPointer, nanoseconds: Int64
  ) throws(ChannelError) -> Int? {
    let faults = source.withLock { source in
      (request: source.fault(of: .requests), reply: source.fault(of: .replies))
    }
    let isIdle =
      incoming[.main]?.state.withLock { $0.waiting.isEmpty && !$0.isUnreadable } == true
      && outgoing.withLock { $0.held == nil && !$0.isUnreadable }
    guard isIdle, faults.request == nil, [nil, .flip, .truncate].contains(faults.reply) else {
      guard let header = unsafe EnvelopeHeader(loading: request) else {
        throw .notAnEnvelope(.notAnEnvelope)
      }
      let body = unsafe [UInt8](request[EnvelopeHeader.byteCount...])
      let deadline: ContinuousClock.Instant? =
        nanoseconds < 0 ? nil : .now + .nanoseconds(nanoseconds)
      try send(Envelope(header: header, body: body), faults.request, deadline)
      return nil
    }
    guard
      let count = unsafe try channel.exchange(request, reply: reply, nanoseconds: nanoseconds)
    else { return nil }
    return source.withLock { source in
      switch faults.reply {
      case .flip?:
        unsafe reply[source.number(below: count)] ^= 1 << UInt8(source.number(below: 8))
        return count
      case .truncate?: return source.number(below: count)
      default: return count
      }
    }
  }

  // MARK: Faults

  /// The envelope with its body shortened or one bit changed; nil where it is none any more.
  private func change(_ envelope: Envelope, _ fault: ChannelFaults.Fault?) -> Envelope? {
    switch fault {
    case .truncate? where !envelope.body.isEmpty:
      var short = envelope
      let count = source.withLock { $0.number(below: envelope.body.count) }
      short.body.removeLast(envelope.body.count - count)
      return short
    case .flip?:
      var bytes = envelope.encoded
      source.withLock { source in
        // Half of them in the header, which is short.
        let limit = source.next() % 2 == 0 ? EnvelopeHeader.byteCount : bytes.count
        bytes[source.number(below: limit)] ^= 1 << UInt8(source.number(below: 8))
      }
      guard let header = try? EnvelopeHeader(decoding: bytes),
        Int(header.bodyByteCount) == envelope.body.count
      else { return nil }
      return Envelope(header: header, body: [UInt8](bytes[EnvelopeHeader.byteCount...]))
    default: return envelope
    }
  }

  private func wait(until deadline: ContinuousClock.Instant?) throws(ChannelError) {
    let delay = source.withLock { $0.delay() }
    let left = deadline.map { ContinuousClock.now.duration(to: $0) } ?? delay
    let seconds = max(min(delay, left), .zero) / .seconds(1)
    _ = DispatchSemaphore(value: 0).wait(timeout: .now() + seconds)
    guard delay <= left else { throw .timedOut }
  }

  /// Ends the helper.
  @discardableResult
  package func close(grace: Duration) -> HelperExitStatus { channel.close(grace: grace) }
}
