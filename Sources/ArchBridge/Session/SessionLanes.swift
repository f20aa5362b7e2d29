internal import ArchBridgeTransport
internal import ArchBridgeWire
internal import Glibc
internal import Synchronization

/// Who speaks for which of the helper's threads: closures and the calls that they make.
final class SessionLanes: Sendable {
  /// The helper's main thread.
  let main = SessionLane(thread: 0)
  /// The thread that stands by.
  let aside = SessionLane(thread: StandByMessage.thread)

  private struct State {
    /// The lanes whose closures run, by the threads that they run on.
    var running: [pthread_t: SessionLane] = [:]
    /// The lanes of the library's own threads, by the helper's numbers.
    var others: [UInt32: SessionLane] = [:]
    var idleThreads: [WorkerThread] = []
    var isListening = false
    var isEnded = false
  }

  private let state = Mutex(State())
  /// How many closures run: as long as none does, no call is made by one.
  private let runningCount = Atomic(0)

  /// How many of the library's own threads can be in a closure at once.
  static let limit = 1_024

  /// How many closures run, and scopes there are that calls may be in.
  private let specialCount = Atomic(0)

  /// Whether calls have to look whose they are, and what holds for them.
  @inline(__always) var isSpecial: Bool { specialCount.load(ordering: .relaxed) > 0 }

  /// Begins a scope that calls may be in, or ends it.
  func addScope(_ step: Int) { specialCount.add(step, ordering: .relaxed) }

  /// The lane whose closure the caller's thread runs.
  var current: SessionLane? {
    guard runningCount.load(ordering: .relaxed) > 0 else { return nil }
    return state.withLock { $0.running[pthread_self()] }
  }

  /// Runs a closure for a lane on the caller's thread.
  func run<Value, Failure: Error>(
    for lane: SessionLane, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let thread = pthread_self()
    specialCount.add(1, ordering: .relaxed)
    runningCount.add(1, ordering: .relaxed)
    lane.add(toDepth: 1)
    let before = state.withLock { state in
      defer { state.running[thread] = lane }
      return state.running[thread]
    }
    let watch = lane.currentWatch
    watch?.closureBegan()
    defer {
      watch?.closureEnded()
      state.withLock { $0.running[thread] = before }
      lane.add(toDepth: -1)
      runningCount.subtract(1, ordering: .relaxed)
      specialCount.subtract(1, ordering: .relaxed)
    }
    return try body()
  }

  // MARK: The library's own threads

  /// How many bytes an envelope from one of them can have.
  func bodyLimit(atLeast limit: Int) -> Int {
    state.withLock { $0.others.values.reduce(limit) { max($0, $1.bodyLimit) } }
  }

  /// Starts hearing the library's own threads, unless that has been done.
  ///
  /// `listen` runs on a thread of its own until the channel ends.
  func listen(_ listen: @escaping @Sendable () -> Void) {
    let isFirst = state.withLock { state in
      defer { state.isListening = true }
      return !state.isListening
    }
    guard isFirst else { return }
    let thread = WorkerThread()
    thread.async(listen)
    thread.end()
  }

  /// Gives an envelope to its thread's lane, and says whether that takes it; nil where it begins
  /// there.
  func deliver(_ envelope: Envelope) -> Bool? {
    state.withLock { $0.others[envelope.thread] }?.deliver(envelope)
  }

  /// Begins a lane, and runs `body` for it on a thread that is free; false where there are too many.
  func begin(
    thread number: UInt32, _ body: @escaping @Sendable (SessionLane) -> Void
  ) -> Bool {
    let lane = SessionLane(thread: number)
    let (isBegun, idle) = state.withLock { state -> (Bool, WorkerThread?) in
      guard state.others.count < Self.limit, !state.isEnded else { return (state.isEnded, nil) }
      state.others[number] = lane
      return (true, state.idleThreads.popLast())
    }
    guard isBegun else { return false }
    let thread = idle ?? WorkerThread()
    thread.async { [self] in
      body(lane)
      let isEnded = state.withLock { state in
        if !state.isEnded { state.idleThreads.append(thread) }
        return state.isEnded
      }
      if isEnded { thread.end() }
    }
    return true
  }

  /// Begins the lane of the thread that stands by, for one request.
  func beginAside(_ error: ChannelError) {
    let isBegun = state.withLock { state in
      if !state.isEnded { state.others[aside.thread] = aside }
      return !state.isEnded
    }
    if !isBegun { aside.end(error) }
  }

  /// Ends a lane: its thread may begin again.
  func end(_ lane: SessionLane) { state.withLock { $0.others[lane.thread] = nil } }

  /// Ends all waiting, and all threads.
  func endAll(_ error: ChannelError) {
    let (lanes, threads) = state.withLock { state in
      state.isEnded = true
      defer { state.idleThreads = [] }
      return (Array(state.others.values), state.idleThreads)
    }
    for lane in lanes { lane.end(error) }
    for thread in threads { thread.end() }
  }
}
