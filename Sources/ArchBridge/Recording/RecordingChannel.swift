internal import ArchBridgeTransport
internal import ArchBridgeWire

/// A channel whose envelopes are recorded in both directions.
///
/// What is sent is recorded before, what comes after, so that nothing stands before its cause. It
/// offers no shared memory: what does not cross in envelopes would not be in the recording.
final class RecordingChannel: Channel {
  private let channel: any Channel
  private let recorder: SessionRecorder

  init(_ channel: any Channel, _ recorder: SessionRecorder) {
    self.channel = channel
    self.recorder = recorder
    recorder.begin()
  }

  var processID: Int32 { channel.processID }
  var hasEnded: Bool { channel.hasEnded }

  func locate() { channel.locate() }
  func report() -> HelperReport? { channel.report() }

  func send(
    _ envelope: Envelope, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) {
    guard envelope.body.count <= EnvelopeHeader.bodyLimit else {
      throw .tooLarge(byteCount: envelope.body.count)
    }
    // What cannot be recorded is not done; the session asks for the reason.
    guard recorder.failure == nil else { throw .closed }
    recorder.add(.sent, envelope.encoded)
    do throws(ChannelError) {
      try channel.send(envelope, deadline: deadline)
    } catch {
      throw recorded(error, ChannelLane(of: envelope))
    }
  }

  func receive(
    on lane: ChannelLane, bodyLimit: @autoclosure () -> Int, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope {
    let envelope: Envelope
    do throws(ChannelError) {
      envelope = try channel.receive(on: lane, bodyLimit: bodyLimit(), deadline: deadline)
    } catch {
      throw recorded(error, lane)
    }
    let isCallback = envelope.kind == .callback || envelope.kind == .callbackNumbers
    recorder.add(.received, envelope.encoded, isLast: !isCallback)
    return envelope
  }

  /// The side lane ends with the main one, and a session that is closed has not failed.
  private func recorded(_ error: ChannelError, _ lane: ChannelLane) -> ChannelError {
    if lane == .main, error != .closed { recorder.add(.failed, error.archived, isLast: true) }
    return error
  }

  @discardableResult
  func close(grace: Duration) -> HelperExitStatus { channel.close(grace: grace) }
}
