internal import ArchBridgeServer
internal import ArchBridgeTransport
internal import ArchBridgeWire
internal import Dispatch
internal import Synchronization

/// A server and what is on its way to and from it: what the server's thread keeps alive when the
/// channel is gone.
final class InProcessService: ControllerPort, Sendable {
  /// What a helper returns that ends without being killed.
  static let exitStatus = HelperExitStatus.exited(0)

  private struct State {
    /// What has been sent to threads that have not taken it.
    var requests: [UInt32: [Envelope]] = [:]
    var replies: [ChannelLane: [Envelope]] = [:]
    var isClosed = false
    /// The server has ended by itself, since the controller speaks another version.
    var isEnded = false
    var isStoodBy = false
  }

  private let state = Mutex(State())
  /// Signalled for each reply of a lane, and for the end.
  private let changes: [ChannelLane: DispatchSemaphore] = [
    .main: DispatchSemaphore(value: 0), .libraryThreads: DispatchSemaphore(value: 0),
  ]
  private let server: ServerReference
  private let lock: ServerLock

  /// A server, which is touched with its lock held only.
  private final class ServerReference: @unchecked Sendable {
    let server: RequestServer
    init(_ server: RequestServer) { self.server = server }
  }

  /// What makes a server of the user's own.
  struct OwnServer: Sendable {
    let make: @Sendable (ServerArguments) throws(ServerError) -> LibraryServer
  }

  /// What the server may have addresses of.
  private let region: SharedRegion?

  init(machine: UInt16, sharing region: SharedRegion?, server ownServer: OwnServer? = nil) {
    server = ServerReference(RequestServer(machine: machine))
    server.server.makeServer = ownServer?.make
    server.server.sharedMemory = region.map {
      SharedMemory(address: $0.address, byteCount: UInt64($0.byteCount))
    }
    self.region = region
    lock = server.server.lock
  }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  // MARK: The server's side

  /// Carries out requests until the channel is closed, on the caller's thread.
  func run() {
    server.server.port = self
    lock.acquire()
    while let request = next(for: 0), !state.withLock({ $0.isEnded }) {
      lock.release()
      let reply = server.server.reply(to: request)
      let isEnded = server.server.isIncompatible
      state.withLock { $0.isEnded = isEnded }
      deliver(reply)
      lock.acquire()
    }
    server.server.shutDownServer()
    server.server.port = nil
    lock.release()
  }

  func exchange(_ envelope: Envelope) throws(EnvelopeError) -> Envelope {
    deliver(envelope)
    // A helper ends here; this process goes on, and so does the library's function.
    return next(for: envelope.thread)
      ?? CalledBackMessage(value: .void).envelope(
        version: envelope.version, sequence: 0, thread: envelope.thread)
  }

  /// Starts the thread, which ends with the channel.
  func standBy() -> Bool {
    let isFirst = state.withLock { state in
      defer { state.isStoodBy = true }
      return !state.isStoodBy
    }
    guard isFirst else { return true }
    let thread = WorkerThread()
    thread.async { [self] in
      lock.acquire()
      while let request = next(for: StandByMessage.thread) {
        deliver(server.server.answer(to: request, isAside: true))
      }
      lock.release()
    }
    thread.end()
    return true
  }

  /// Never asked: the library's functions send nothing themselves here.
  func receive() throws(EnvelopeError) -> Envelope { throw .endOfStream }

  /// Waits with the lock held for what has been sent to a thread; nil at the end.
  private func next(for thread: UInt32) -> Envelope? {
    while true {
      let (next, isClosed) = state.withLock { state -> (Envelope?, Bool) in
        guard !state.isClosed, state.requests[thread]?.isEmpty == false else {
          return (nil, state.isClosed)
        }
        return (state.requests[thread]?.removeFirst(), false)
      }
      if next != nil || isClosed { return next }
      lock.wait()
    }
  }

  private func deliver(_ envelope: Envelope) {
    let lane = ChannelLane(of: envelope)
    state.withLock { $0.replies[lane, default: []].append(envelope) }
    changes[lane]?.signal()
  }

  // MARK: The controller's side

  /// Hands an envelope to the thread that it is for.
  func send(_ envelope: Envelope) {
    state.withLock { $0.requests[envelope.thread, default: []].append(envelope) }
    wake()
  }

  /// Waits for the next reply of a lane until `deadline`.
  func nextReply(
    on lane: ChannelLane, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope {
    var isLate = false
    while true {
      let reply = state.withLock { state -> Result<Envelope?, ChannelError> in
        if state.isClosed { return .failure(.closed) }
        if state.replies[lane]?.isEmpty == false {
          return .success(state.replies[lane]?.removeFirst())
        }
        return state.isEnded ? .failure(.ended(Self.exitStatus)) : .success(nil)
      }
      if let reply = try reply.get() { return reply }
      guard !isLate else { throw .timedOut }
      isLate = changes[lane]?.wait(timeout: Self.time(of: deadline)) == .timedOut
    }
  }

  func close() {
    state.withLock { state in
      state.isClosed = true
      state.replies = [:]
    }
    for change in changes.values { change.signal() }
    wake()
  }

  /// Wakes the server's threads that wait for what is sent to them.
  private func wake() {
    lock.acquire()
    lock.notify()
    lock.release()
  }

  private static func time(of deadline: ContinuousClock.Instant?) -> DispatchTime {
    guard let deadline else { return .distantFuture }
    let seconds = ContinuousClock.now.duration(to: deadline) / .seconds(1)
    return seconds < 1e9 ? .now() + max(seconds, 0) : .distantFuture
  }
}
