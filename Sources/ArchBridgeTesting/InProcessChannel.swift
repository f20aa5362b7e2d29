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
  /// Held by whoever receives.
  private let turn = Mutex(())

  /// Starts a server that says that its ELF machine number is `machine`.
  package init(machine: UInt16) {
    service = InProcessService(machine: machine)
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
    let service = service
    thread.async { service.answer(envelope) }
  }

  /// Waits for the next envelope.
  package func receive(
    bodyLimit: Int, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope {
    let reply = turn.withLock { _ in
      Result { () throws(ChannelError) in try service.nextReply(deadline: deadline) }
    }
    let envelope = try reply.get()
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
