internal import ArchBridgeServer
internal import ArchBridgeTransport
internal import ArchBridgeWire
internal import Dispatch
internal import Synchronization

/// A server and its replies: what the server's thread keeps alive when the channel is gone.
final class InProcessService: Sendable {
  /// What a helper returns that ends without being killed.
  static let exitStatus = HelperExitStatus.exited(0)

  private struct State {
    var replies: [Envelope] = []
    var isClosed = false
    /// The server has ended by itself, since the controller speaks another version.
    var isEnded = false
  }

  private let server: Mutex<LibraryServer>
  private let state = Mutex(State())
  /// Signalled for each reply, and for the end.
  private let change = DispatchSemaphore(value: 0)

  init(machine: UInt16) {
    server = Mutex(LibraryServer(machine: machine))
  }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  /// Carries out a request, on the caller's thread.
  func answer(_ request: Envelope) {
    guard !state.withLock({ $0.isClosed || $0.isEnded }) else { return }
    let (reply, isEnded) = server.withLock { ($0.reply(to: request), $0.isIncompatible) }
    state.withLock { state in
      state.replies.append(reply)
      state.isEnded = isEnded
    }
    change.signal()
  }

  /// Waits for the next reply until `deadline`.
  func nextReply(deadline: ContinuousClock.Instant?) throws(ChannelError) -> Envelope {
    var isLate = false
    while true {
      let reply = state.withLock { state -> Result<Envelope?, ChannelError> in
        if state.isClosed { return .failure(.closed) }
        if !state.replies.isEmpty { return .success(state.replies.removeFirst()) }
        return state.isEnded ? .failure(.ended(Self.exitStatus)) : .success(nil)
      }
      if let reply = try reply.get() { return reply }
      guard !isLate else { throw .timedOut }
      isLate = change.wait(timeout: Self.time(of: deadline)) == .timedOut
    }
  }

  func close() {
    state.withLock { state in
      state.isClosed = true
      state.replies = []
    }
    change.signal()
  }

  private static func time(of deadline: ContinuousClock.Instant?) -> DispatchTime {
    guard let deadline else { return .distantFuture }
    let seconds = ContinuousClock.now.duration(to: deadline) / .seconds(1)
    return seconds < 1e9 ? .now() + max(seconds, 0) : .distantFuture
  }
}
