package import ArchBridgeWire

/// A channel to a helper of its own whose main lane is memory that both share.
///
/// The pipes remain: for the greeting, for the library's own threads, and for a helper that cannot
/// map the memory.
package final class SharedMemoryChannel: Channel {
  private let pipes: PipeChannel
  private let main: MailboxLane
  /// What lies behind the mailboxes; nil where there is no room for it.
  package let sharedRegion: SharedRegion?

  /// How many bytes one message has room for.
  package static let shortByteCount = Mailbox.capacity

  /// The helper.
  package var process: HelperProcess { pipes.process }
  /// The helper's process id.
  package var processID: Int32 { pipes.processID }
  /// Whether its process has ended.
  package var hasEnded: Bool { pipes.hasEnded }

  /// Starts a helper.
  ///
  /// - Throws: `.noSharedMemory` where the system has none left to share; a `PipeChannel` may do.
  package init(_ launch: HelperLaunch) throws(ChannelError) {
    guard endWatcher != nil, let descriptor = makeSharedFile() else {
      throw .noSharedMemory
    }
    let file = ReportFile(taking: descriptor)
    let pipes = try PipeChannel(launch, sharing: descriptor, reports: file)
    let mailbox = try Mailbox(descriptor, to: pipes.process)
    self.pipes = pipes
    main = MailboxLane(mailbox, pipes.main, to: pipes.process)
    sharedRegion = SharedRegion(file: descriptor)
    // A helper that is forked has been greeted, or ends where it cannot map the memory.
    if case .template = launch.program { main.attach() }
  }

  deinit { close(grace: .zero) }

  /// Sends an envelope; one of the main lane waits until what went before it has been answered.
  package func send(
    _ envelope: Envelope, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) {
    guard envelope.thread == 0 else { return try pipes.send(envelope, deadline: deadline) }
    guard envelope.body.count <= EnvelopeHeader.bodyLimit else {
      throw .tooLarge(byteCount: envelope.body.count)
    }
    try main.send(envelope, deadline: deadline)
  }

  /// Waits for the next envelope.
  package func receive(
    on lane: ChannelLane, bodyLimit: @autoclosure () -> Int, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope {
    switch lane {
    case .main: try main.receive(bodyLimit: bodyLimit(), deadline: deadline)
    case .libraryThreads:
      try pipes.receive(on: lane, bodyLimit: bodyLimit(), deadline: deadline)
    }
  }

  /// Sends a short envelope of the main lane and waits for the next one.
  @unsafe package func exchange(
    _ request: UnsafeRawBufferPointer, reply: UnsafeMutableRawBufferPointer, nanoseconds: Int64
  ) throws(ChannelError) -> Int? {
    guard request.count <= Mailbox.capacity, main.begin() else {
      unsafe try send(shortEnvelope: request, nanoseconds)
      return nil
    }
    return unsafe try main.exchange(request, reply: reply, nanoseconds)
  }

  /// Has `action` run when the helper has ended.
  package func whenEnded(_ action: @escaping @Sendable () -> Void) { process.whenEnded(action) }

  /// Has the helper leave a report of where it is, which ends it.
  package func locate() { pipes.locate() }

  /// What the helper left when its library ended it.
  package func report() -> HelperReport? { pipes.report() }

  /// How many calls of a batch the helper says have returned; nil where it speaks of another one.
  package func progress(of sequence: UInt64) -> Int? { main.progress(of: sequence) }

  /// What the helper says has been refused in it, also after its end.
  package var refusals: [UInt32] { main.refusals }

  /// Ends the helper.
  @discardableResult
  package func close(grace: Duration) -> HelperExitStatus {
    // A helper that owes a reply is busy, and does not see that it is asked to end.
    if !main.end() { process.kill() }
    let status = pipes.close(grace: grace)
    main.close()
    return status
  }
}
