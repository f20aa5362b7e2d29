package import ArchBridgeWire

/// Moves envelopes between a controller and one helper, without looking at what they hold.
///
/// It has two lanes, on each of which envelopes go out and come in one at a time, in one piece and
/// in order. A channel may be closed from any thread at any time; sending and receiving end then.
package protocol Channel: Sendable {
  /// The helper's process id; 0 where it is no process of its own.
  var processID: Int32 { get }

  /// Whether the helper's process has ended, though nobody may have met that yet.
  var hasEnded: Bool { get }

  /// Memory for bulk data that the server can map too; nil where there is none.
  var sharedRegion: SharedRegion? { get }

  /// Sends an envelope on the lane of its thread, waiting until the helper has room for it, until
  /// `deadline`.
  ///
  /// - Throws: `.tooLarge` where the body exceeds `EnvelopeHeader.bodyLimit`, and nothing is sent;
  ///   `.timedOut` at the deadline, after which the channel is of no more use.
  func send(
    _ envelope: Envelope, deadline: ContinuousClock.Instant?
  ) throws(ChannelError)

  /// Waits for the next envelope of a lane, until `deadline`. Its body may have at most
  /// `bodyLimit` bytes, which is asked for when a body is announced.
  ///
  /// - Throws: `.ended` as soon as the helper is gone and all that it sent has been received;
  ///   `.timedOut` at the deadline, after which the channel is of no more use.
  func receive(
    on lane: ChannelLane, bodyLimit: @autoclosure () -> Int, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope

  /// Sends a short envelope of the main lane, whose bytes these are, and waits for the next one, at
  /// most so many nanoseconds, or without limit for −1.
  ///
  /// Returns how many bytes that has, which then are in `reply`, header first; nil where it has to be
  /// received. Nobody else may receive on the lane meanwhile. 48 bytes can be read of the request, and
  /// written of the reply, however short they are.
  ///
  /// - Throws: what `send` and `receive` throw.
  @unsafe func exchange(
    _ request: UnsafeRawBufferPointer, reply: UnsafeMutableRawBufferPointer, nanoseconds: Int64
  ) throws(ChannelError) -> Int?

  /// Has `action` run once when the helper's process has ended, on a thread that must not be kept.
  func whenEnded(_ action: @escaping @Sendable () -> Void)

  /// What the helper left when its library ended it; nil where it left nothing.
  func report() -> HelperReport?

  /// Has the helper leave a report of where its main thread is, which ends it; waits some milliseconds
  /// for that.
  func locate()

  /// Ends the helper: asks it to end, waits for at most `grace`, then kills it. At once where it
  /// is busy with a request. Returns how it ended; the same again when it has ended already.
  @discardableResult
  func close(grace: Duration) -> HelperExitStatus
}

/// Which of a channel's two ways an envelope takes.
package enum ChannelLane: Sendable, CaseIterable {
  /// Requests, their replies, and what the library calls back on the thread that carries them out.
  case main
  /// What the library's own threads call back.
  case libraryThreads

  /// The lane of an envelope.
  package init(of envelope: Envelope) { self = envelope.thread == 0 ? .main : .libraryThreads }
}

extension Channel {
  /// What is no process does not end.
  package var hasEnded: Bool { false }
  /// Of what is no process nothing is heard.
  package func whenEnded(_ action: @escaping @Sendable () -> Void) {}
  /// What is no process is nowhere.
  package func locate() {}
  /// What is no process leaves no report.
  package func report() -> HelperReport? { nil }
  /// Nothing is shared but by a channel that says so.
  package var sharedRegion: SharedRegion? { nil }

  /// Sends a short envelope as any other; the next one has to be received.
  @unsafe package func exchange(
    _ request: UnsafeRawBufferPointer, reply: UnsafeMutableRawBufferPointer, nanoseconds: Int64
  ) throws(ChannelError) -> Int? {
    unsafe try send(shortEnvelope: request, nanoseconds)
    return nil
  }

  /// Sends the envelope whose bytes these are.
  @unsafe func send(
    shortEnvelope bytes: UnsafeRawBufferPointer, _ nanoseconds: Int64
  ) throws(ChannelError) {
    guard let header = unsafe EnvelopeHeader(loading: bytes) else {
      throw .notAnEnvelope(.notAnEnvelope)
    }
    let body = unsafe [UInt8](bytes[EnvelopeHeader.byteCount...])
    try send(
      Envelope(header: header, body: body),
      deadline: nanoseconds < 0 ? nil : .now + .nanoseconds(nanoseconds))
  }

  /// Sends an envelope, waiting for as long as it takes until the helper has room for it.
  package func send(_ envelope: Envelope) throws(ChannelError) {
    try send(envelope, deadline: nil)
  }

  /// Waits for the next envelope of the main lane.
  package func receive(
    bodyLimit: Int, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope {
    try receive(on: .main, bodyLimit: bodyLimit, deadline: deadline)
  }
}
