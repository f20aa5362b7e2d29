package import ArchBridgeTransport
package import ArchBridgeWire
internal import Dispatch
internal import Synchronization

/// A channel to a server in this very process, of this process's own architecture.
///
/// The server runs on a thread of its own, one request after another, as a helper does. What the
/// library does wrong happens to this process, and a call cannot be cut short: closing the channel
/// ends sending and receiving at once, while a function that is running goes on until it returns.
package final class InProcessChannel: Channel {
  private let service: InProcessService
  private let thread = WorkerThread()
  /// Memory of this process, which the server is told of as if it mapped it.
  package let sharedRegion = SharedRegion(byteCount: SharedRegion.preferredByteCount)
  /// Held by whoever receives, one for each lane.
  private let turns: [ChannelLane: Turn] = [.main: Turn(), .libraryThreads: Turn()]

  private final class Turn: Sendable {
    let lock = Mutex(())
  }

  /// Starts a server that says that its ELF machine number is `machine`.
  package convenience init(machine: UInt16) { self.init(machine: machine, server: nil) }

  /// Starts a server that can make one of the user's own.
  init(machine: UInt16, server: InProcessService.OwnServer?) {
    let service = InProcessService(machine: machine, sharing: sharedRegion, server: server)
    self.service = service
    thread.async { service.run() }
  }

  deinit { close(grace: .zero) }

  /// There is no process but the caller's own.
  package var processID: Int32 { 0 }

  /// Hands an envelope to the server; there is room for any number of them.
  package func send(
    _ envelope: Envelope, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) {
    guard envelope.body.count <= EnvelopeHeader.bodyLimit else {
      throw .tooLarge(byteCount: envelope.body.count)
    }
    guard !service.isClosed else { throw .closed }
    service.send(envelope)
  }

  /// Waits for the next envelope.
  package func receive(
    on lane: ChannelLane, bodyLimit: @autoclosure () -> Int, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope {
    guard let turn = turns[lane] else { throw .closed }
    let reply = turn.lock.withLock { _ in
      Result { () throws(ChannelError) in
        try service.nextReply(on: lane, deadline: deadline)
      }
    }
    let envelope = try reply.get()
    let bodyLimit = bodyLimit()
    guard envelope.body.count <= bodyLimit else {
      throw .notAnEnvelope(
        .tooLarge(byteCount: UInt32(clamping: envelope.body.count), limit: bodyLimit))
    }
    return envelope
  }

  /// Ends sending and receiving; nothing is waited for.
  @discardableResult
  package func close(grace: Duration) -> HelperExitStatus {
    service.close()
    thread.end()
    return InProcessService.exitStatus
  }
}
