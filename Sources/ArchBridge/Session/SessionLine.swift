internal import ArchBridgeTransport
internal import Glibc
internal import Synchronization

/// What a client's sessions have in common, each of which takes the place of the one before it.
final class SessionLine: Sendable {
  /// Runs the client's set-up; false where the client is gone.
  typealias SetUp = @Sendable () throws -> Bool

  private struct State {
    var isClosed = false
    var setUps: [SetUp] = []
    /// The session that is being set up, and the thread that does that.
    var starting: (session: HelperSession, thread: pthread_t)?
    /// How many automatic starts in a row have failed, and why.
    var failedStarts = 0
    var failure: BridgeError?
  }

  /// The library that the client was made for; nil where its helper is somebody else's.
  let library: String?
  /// Held while a session is replaced.
  let restartTurn = CallTurn()
  private let state = Mutex(State())
  private let worker = Mutex<WorkerThread?>(nil)

  /// After so many automatic starts in a row that fail, no other is tried.
  private static let startLimit = 3

  init(library: String? = nil) { self.library = library }

  // MARK: The client's thread

  /// The client's own thread, started when it is first needed.
  var thread: WorkerThread {
    worker.withLock { worker in
      if let worker { return worker }
      let new = WorkerThread()
      worker = new
      return new
    }
  }

  /// Takes a thread that exists as the client's own.
  func adopt(_ thread: WorkerThread) { worker.withLock { $0 = thread } }

  /// Ends the client's own thread once it has run what it has.
  func endThread() { worker.withLock { $0?.end() } }

  // MARK: Starts

  /// Keeps what is to be done after each start.
  func add(_ setUp: @escaping SetUp) { state.withLock { $0.setUps.append(setUp) } }

  /// The session that the calling thread sets up.
  var startingHere: HelperSession? {
    state.withLock { state in
      guard let starting = state.starting, starting.thread == pthread_self() else { return nil }
      return starting.session
    }
  }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  /// Closes the line; returns the session that is being set up.
  func close() -> HelperSession? {
    state.withLock { state in
      state.isClosed = true
      return state.starting?.session
    }
  }

  /// Sets a session up on the calling thread.
  ///
  /// - Throws: what the set-up throws; `.sessionClosed`.
  func setUp(_ session: HelperSession) throws {
    let setUps = state.withLock { state in
      state.starting = (session, pthread_self())
      return state.setUps
    }
    defer { state.withLock { $0.starting = nil } }
    for setUp in setUps where try !setUp() {
      throw BridgeError(.sessionClosed, "the client whose set-up this is is gone")
    }
    // Whatever the set-up made of it: a helper that has ended is none.
    if session.isAtEnd { throw session.ended }
    if isClosed { throw HelperSession.closed }
  }

  /// Why nothing is started by itself any more; nil where it may be tried.
  var lastFailure: BridgeError? {
    state.withLock { $0.failedStarts >= Self.startLimit ? $0.failure : nil }
  }

  /// Notes how a start ended.
  func note(_ failure: BridgeError?) {
    state.withLock { state in
      state.failedStarts = failure == nil ? 0 : state.failedStarts + 1
      state.failure = failure
    }
  }
}
