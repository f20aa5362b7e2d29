internal import ArchBridgeWire
internal import Synchronization

/// The main lane of a channel over shared memory.
///
/// There is room for one request at a time: what is sent before the last one has been answered
/// waits here. The greeting crosses the pipes, after which the helper has said whether it reads its
/// mailbox.
final class MailboxLane: Sendable {
  private struct Outgoing {
    var isOpen = true
    /// What waits until the helper has answered what went before.
    var waiting: [Envelope] = []
  }

  private struct Incoming {
    var isOpen = true
    var reader = EnvelopeReader()
  }

  private let mailbox: Mailbox
  private let pipe: PipeLane
  private let process: HelperProcess
  private let outgoing = Mutex(Outgoing())
  private let incoming = Mutex(Incoming())
  /// Whether the helper has what it has not answered, so that nothing can be sent.
  private let isBusy = Atomic(false)
  private let waitingCount = Atomic(0)
  /// Whether envelopes go through the mailbox.
  private let isAttached = Atomic(false)

  init(_ mailbox: Mailbox, _ pipe: PipeLane, to process: HelperProcess) {
    self.mailbox = mailbox
    self.pipe = pipe
    self.process = process
  }

  /// Uses the mailbox from the first envelope on.
  func attach() { isAttached.store(true, ordering: .releasing) }

  func send(
    _ envelope: Envelope, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) {
    let result = outgoing.withLock { outgoing -> Result<Void, ChannelError> in
      guard outgoing.isOpen else { return .failure(.closed) }
      outgoing.waiting.append(envelope)
      waitingCount.add(1, ordering: .sequentiallyConsistent)
      return sendNext(&outgoing, deadline)
    }
    try result.get()
  }

  /// Sends what waits, if the helper is free for it.
  private func sendNext(
    _ outgoing: inout Outgoing, _ deadline: ContinuousClock.Instant?
  ) -> Result<Void, ChannelError> {
    guard !outgoing.waiting.isEmpty,
      !isBusy.exchange(true, ordering: .sequentiallyConsistent)
    else { return .success(()) }
    let envelope = outgoing.waiting.removeFirst()
    waitingCount.subtract(1, ordering: .sequentiallyConsistent)
    guard !isAttached.load(ordering: .acquiring) else {
      return mailbox.send(envelope, deadline: deadline)
    }
    return Result { () throws(ChannelError) in try pipe.send(envelope, deadline: deadline) }
  }

  func receive(
    bodyLimit: @autoclosure () -> Int, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope {
    // What waits longer than an exchange has taken is sent by whoever receives next.
    if waitingCount.load(ordering: .relaxed) > 0 { try sendNext(deadline) }
    let result = incoming.withLock { incoming in
      Result { () throws(ChannelError) in
        guard incoming.isOpen else { throw ChannelError.closed }
        return try next(&incoming, bodyLimit(), deadline)
      }
    }
    let envelope = try result.get()
    try answered(deadline)
    return envelope
  }

  private func next(
    _ incoming: inout Incoming, _ bodyLimit: @autoclosure () -> Int,
    _ deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope {
    guard isAttached.load(ordering: .acquiring) else {
      let envelope = try pipe.receive(bodyLimit: bodyLimit(), deadline: deadline)
      isAttached.store(mailbox.isRead, ordering: .releasing)
      return envelope
    }
    do throws(EnvelopeError) {
      var source = MailboxSource(mailbox: mailbox, deadline: ReadDeadline(deadline))
      return try incoming.reader.next(from: &source, bodyLimit: bodyLimit())
    } catch {
      throw ChannelError(error, from: process)
    }
  }

  /// The helper is free for what waits.
  private func answered(_ deadline: ContinuousClock.Instant?) throws(ChannelError) {
    isBusy.store(false, ordering: .sequentiallyConsistent)
    guard waitingCount.load(ordering: .sequentiallyConsistent) > 0 else { return }
    try sendNext(deadline)
  }

  private func sendNext(_ deadline: ContinuousClock.Instant?) throws(ChannelError) {
    let result = outgoing.withLock { sendNext(&$0, deadline) }
    try result.get()
  }

  /// How far the helper says that it is with a request.
  func progress(of sequence: UInt64) -> Int? { mailbox.progress(of: sequence) }

  /// What the helper says has been refused in it.
  var refusals: [UInt32] { mailbox.refusals }

  /// Whether the caller may send now, and nobody else.
  func begin() -> Bool {
    isAttached.load(ordering: .relaxed) && !isBusy.exchange(true, ordering: .acquiring)
  }

  /// After `begin()`: sends a short envelope and waits for the next one; returns how many bytes that
  /// has, which are in `reply` then, or nil where it has to be received.
  @unsafe func exchange(
    _ request: UnsafeRawBufferPointer, reply: UnsafeMutableRawBufferPointer, _ nanoseconds: Int64
  ) throws(ChannelError) -> Int? {
    do throws(EnvelopeError) {
      let count = unsafe try mailbox.exchange(request, reply: reply, nanoseconds)
      if count != nil { isBusy.store(false, ordering: .releasing) }
      return count
    } catch {
      throw ChannelError(error, from: process)
    }
  }

  /// Tells the helper that nothing more comes, unless it owes an answer; says whether it did.
  func end() -> Bool {
    // Whoever sends in pieces holds the lock until the helper has taken them, or has ended.
    outgoing.withLockIfAvailable { outgoing in
      guard outgoing.isOpen else { return true }
      outgoing.isOpen = false
      guard !isBusy.exchange(true, ordering: .sequentiallyConsistent) else { return false }
      if isAttached.load(ordering: .acquiring) { mailbox.sendEnd() }
      return true
    } ?? false
  }

  /// Ends sending and receiving, once those who are at it have seen the helper's end.
  func close() {
    outgoing.withLock { $0.isOpen = false }
    incoming.withLock { $0.isOpen = false }
  }
}
