internal import ArchBridgeTransport
internal import Dispatch
internal import Synchronization

/// A session whose helper has ended has a successor, to which everything that referred to it goes.
extension HelperSession {
  /// The session that has taken this one's place, or this one.
  @usableFromInline var current: HelperSession {
    isReplaced.load(ordering: .acquiring) ? latest : self
  }

  private var latest: HelperSession {
    if let starting = line.startingHere { return starting }
    var last = self
    while let next = last.successor.withLock({ $0 }) { last = next }
    // So that nothing in between is kept, and the way is short.
    if last !== self { successor.withLock { $0 = last } }
    return last
  }

  /// The session to make a request in: this one, or what has taken its place; where recovery is
  /// automatic, one that is started now.
  ///
  /// - Throws: what ended the session; why no other can be started.
  func ready() throws(BridgeError) -> HelperSession {
    guard isAtEnd || isReplaced.load(ordering: .acquiring) else { return self }
    return try recovered()
  }

  @inline(never) private func recovered() throws(BridgeError) -> HelperSession {
    let session = current
    guard session.isAtEnd else { return session }
    // A closure of the call that has failed cannot go on elsewhere.
    guard line.startingHere == nil, session.lanes.current == nil, lanes.current == nil,
      !line.isClosed, line.library != nil
    else { throw session.ended }
    if !line.restartTurn.takeIfFree() { try waitForRestart() }
    defer { line.restartTurn.give() }
    let latest = current
    guard latest.isAtEnd else { return latest }
    guard configuration.recovery == .automatic, !line.isClosed else { throw latest.ended }
    if let failure = line.lastFailure { throw failure }
    do {
      return try latest.replace()
    } catch {
      let failure =
        error as? BridgeError
        ?? {
          var failure = BridgeError(
            .helperNotStarted, "the set-up after a restart failed: \(error)")
          failure.underlyingError = error
          return failure
        }()
      line.note(failure)
      throw failure
    }
  }

  /// Notices the helper's end while nothing is asked of it, so that the next call is made elsewhere.
  func watchEnd() {
    channel.whenEnded { [weak self] in
      guard let self else { return }
      DispatchQueue.global().async {
        // Whoever has the turn meets it.
        guard !self.isAtEnd, self.turn.takeIfFree() else { return }
        defer { self.turn.give() }
        guard !self.isAtEnd else { return }
        let status = self.channel.close(grace: .zero)
        _ = self.fail(.ended(status), left: -1, nil)
      }
    }
  }

  /// Waits until the thread that replaces the session has done so, no longer than a call may take.
  private func waitForRestart() throws(BridgeError) {
    let scope = CallScope.current(of: line)
    let limit = limit(in: scope)
    let waiter = CallTurn.Waiter()
    let line = line
    if let cancellation = scope?.cancellation,
      !cancellation.wait(leave: { line.restartTurn.cancel(waiter) })
    {
      throw .cancelled(unmade: nil)
    }
    let outcome = line.restartTurn.wait(waiter, nanoseconds: limit)
    scope?.cancellation?.endWaiting()
    switch outcome {
    case .taken: return
    case .cancelled: throw .cancelled(unmade: nil)
    case .timedOut: throw .timedOut(unmade: nil, limit: limit)
    }
  }

  /// Ends this session and starts another in its place, set up as the client says.
  ///
  /// It has the same libraries and declarations. The caller has the line's `restartTurn`.
  fileprivate func replace() throws -> HelperSession {
    try CallScope(startOf: line).run(on: self, replaceAlone)
  }

  private func replaceAlone() throws -> HelperSession {
    guard let library = line.library else {
      throw BridgeError(
        .notRestartable,
        "this client cannot be restarted: its helper is a warm one in the making, or not its own")
    }
    retire()
    let (session, _) = try HelperSession.begin(library, configuration, after: self)
    isReplaced.store(true, ordering: .releasing)
    do {
      try session.loadAgain(from: self)
      try line.setUp(session)
    } catch {
      session.close()
      throw error
    }
    successor.withLock { $0 = session }
    line.note(nil)
    // It may have been closed since, when it was nobody's.
    if line.isClosed { session.close() }
    return session
  }

  /// Loads what another session had loaded, which gives each library the number that it had.
  private func loadAgain(from other: HelperSession) throws(BridgeError) {
    takeTypes(from: other)
    for load in other.loads.withLock({ $0 }) {
      guard !loads.withLock({ $0.contains { $0.number == load.number } }) else { continue }
      let (number, _) = try self.load(load.name, at: load.location, flags: load.flags)
      guard number == load.number else {
        throw BridgeError(
          .libraryNotLoaded,
          "\(load.name) has another place in the new helper than it had: files have changed",
          library: load.name)
      }
    }
    let known = other.libraries.withLock { $0 }
    libraries.withLock { $0 = known }
    plans.forget()
  }

  /// Ends the helper, with its clean-up where it is idle, so that another takes its place.
  private func retire() {
    if !isAtEnd {
      _ = keep(
        BridgeError(
          .sessionClosed,
          "the client was restarted meanwhile, and the helper has been ended"), symbol: nil)
    }
    end()
  }

  /// Ends this session and all that have taken its place, for good.
  func closeAll() {
    let starting = line.close()
    var next: HelperSession? = self
    while let session = next {
      session.close()
      next = session.successor.withLock { $0 }
    }
    starting?.close()
    // The recording is that of all of them.
    archive?.end()
    line.endThread()
  }
}

extension LibraryClient {
  /// Starts a fresh helper in place of the client's, which has ended or is ended now.
  ///
  /// It has the same configuration, the same libraries, loaded in the same order, and knows the same
  /// declarations; then it is set up as `onStart` says. The client, its functions, prepared or not,
  /// and its libraries go on with it. What belonged to the helper before is refused: shared buffers,
  /// registered callbacks, memory that was taken from the client before. A `RemoteAddress` and a
  /// handle are numbers, of which nobody can tell; they must not be used any more.
  ///
  /// A call that another thread is making is cut short, and throws `.sessionClosed`; one that waits
  /// for its turn is made in the new helper. Restarting a client that has been closed throws
  /// `.sessionClosed`; a closure that the library calls cannot restart it, nor can its own set-up:
  /// `.notRestartable`, and the client goes on.
  ///
  /// - Throws: what making the client throws, and what the set-up throws; then there is no helper, and
  ///   calls throw the first cause.
  public final func restart() throws {
    let session = session
    guard session.line.startingHere == nil, session.lanes.current == nil else {
      throw BridgeError(
        .notRestartable,
        "a client cannot be restarted by its set-up, or by what its library calls; it goes on")
    }
    guard !session.line.isClosed else { throw HelperSession.closed }
    let line = session.line
    if !line.restartTurn.takeIfFree() { _ = line.restartTurn.wait() }
    defer { line.restartTurn.give() }
    guard !line.isClosed else { throw HelperSession.closed }
    _ = try self.session.replace()
  }
}

extension LibrarySession where Self: LibraryClient {
  /// Sets the client up: `setUp` runs now, and after each restart before any other call.
  ///
  ///     try solver.onStart { solver in
  ///       try solver.set_licence("…")
  ///       solver.model = try solver.open_model("wing")
  ///     }
  ///
  /// It runs on the thread that restarts, whose calls alone reach the new helper; those of other
  /// threads wait for its end. Several are run in the order in which they were given.
  ///
  /// - Throws: what `setUp` throws; it is not kept then.
  public func onStart(_ setUp: @escaping @Sendable (Self) throws -> Void) throws {
    try setUp(self)
    session.line.add { [weak self] in
      guard let self else { return false }
      try setUp(self)
      return true
    }
  }
}
