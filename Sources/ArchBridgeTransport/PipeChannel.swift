package import ArchBridgeWire
internal import CArchBridgeShims
internal import Synchronization

/// A channel over pipes, two for each lane, to a helper of its own.
package final class PipeChannel: Channel {
  /// The helper.
  package let process: HelperProcess

  /// The helper's process id.
  package var processID: Int32 { process.processID }
  /// Whether its process has ended.
  package var hasEnded: Bool { process.hasEnded }

  let main: PipeLane
  private let side: PipeLane
  private let reports: ReportFile?
  private let endWatch = Mutex<UInt64?>(nil)

  /// Starts a helper.
  package convenience init(_ launch: HelperLaunch) throws(ChannelError) {
    // Without memory for it there is no report.
    let reports = ReportFile.make()
    try self.init(launch, sharing: reports?.descriptor ?? -1, reports: reports)
  }

  /// Starts a helper that shares a file with the controller, or none for −1.
  init(
    _ launch: HelperLaunch, sharing file: Int32, reports: ReportFile?
  ) throws(ChannelError) {
    self.reports = reports
    let pipes = try makePipes(count: 4)
    let mainEnds = PipeLane.Ends(
      helperRequests: pipes[0].0, requests: pipes[0].1, replies: pipes[1].0)
    let sideEnds = PipeLane.Ends(
      helperRequests: pipes[2].0, requests: pipes[2].1, replies: pipes[3].0)
    ab_set_nonblocking(mainEnds.requests)
    ab_set_nonblocking(sideEnds.requests)
    let descriptors = HelperProcess.Descriptors(
      requests: mainEnds.helperRequests, replies: pipes[1].1,
      sideRequests: sideEnds.helperRequests, sideReplies: pipes[3].1, shared: file)
    do throws(ChannelError) {
      process = try HelperProcess(launch, descriptors)
    } catch {
      closeAll(pipes.flatMap { [$0.0, $0.1] })
      throw error
    }
    closeAll([descriptors.replies, descriptors.sideReplies])
    main = PipeLane(mainEnds, to: process)
    side = PipeLane(sideEnds, to: process)
  }

  deinit { close(grace: .zero) }

  private func lane(_ lane: ChannelLane) -> PipeLane { lane == .main ? main : side }

  /// Sends an envelope, waiting until the helper has room for it, until `deadline`.
  package func send(
    _ envelope: Envelope, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) {
    guard envelope.body.count <= EnvelopeHeader.bodyLimit else {
      throw .tooLarge(byteCount: envelope.body.count)
    }
    try lane(ChannelLane(of: envelope)).send(envelope, deadline: deadline)
  }

  /// Sends a short envelope of the main lane and waits for the next one.
  @unsafe package func exchange(
    _ request: UnsafeRawBufferPointer, reply: UnsafeMutableRawBufferPointer, nanoseconds: Int64
  ) throws(ChannelError) -> Int? {
    unsafe try main.exchange(request, reply: reply, nanoseconds)
  }

  /// Waits for the next envelope.
  package func receive(
    on lane: ChannelLane, bodyLimit: @autoclosure () -> Int, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope {
    try self.lane(lane).receive(bodyLimit: bodyLimit(), deadline: deadline)
  }

  /// Has `action` run when the helper has ended.
  package func whenEnded(_ action: @escaping @Sendable () -> Void) {
    endWatch.withLock { watch in
      guard watch == nil else { return }
      watch = endWatcher?.add(
        process.endDescriptor, .tell { [weak process] in process?.noticeEnd() })
    }
    process.whenEnded(action)
  }

  /// Has the helper leave a report of where it is, which ends it.
  package func locate() { process.locate() }

  /// What the helper left when its library ended it.
  package func report() -> HelperReport? { reports?.read() }

  /// Ends the helper.
  @discardableResult
  package func close(grace: Duration) -> HelperExitStatus {
    // A helper that owes a reply is busy, and does not see that it is asked to end.
    if !main.endSendingIfIdle() { process.kill() }
    main.endSending()
    let status = process.end(grace: grace)
    if let watch = endWatch.withLock({ $0.take() }) {
      endWatcher?.remove(watch, process.endDescriptor)
    }
    side.endSending()
    main.endReceiving()
    side.endReceiving()
    return status
  }
}
