internal import ArchBridgeTransport
internal import ArchBridgeWire
internal import Dispatch
internal import Synchronization

/// A channel that answers from a recording: no process is at its other end.
///
/// Each thread's envelopes must be those that were recorded, in their order. What came from the
/// helper comes when all that had been sent before it has been sent again, so that closures on the
/// library's own threads have run when the call returns that waits for them.
final class ReplayingChannel: Channel {
  /// How long nothing can happen, with nobody's code running, before the recording is at fault.
  private static let stallLimit = Duration.seconds(10)
  /// The same where an interrupt is to come, which the program makes when it likes.
  private static let interruptLimit = Duration.seconds(300)

  private let replayer: SessionReplayer
  private let range: Range<Int>
  private let handler: LibraryOutput.Handler?
  private let printer = WorkerThread()
  private let state: Mutex<ReplayState>
  /// Signalled at every change, one for whoever waits on a lane.
  private let changes: [ChannelLane: DispatchSemaphore] = [
    .main: DispatchSemaphore(value: 0), .libraryThreads: DispatchSemaphore(value: 0),
  ]

  init(_ replayer: SessionReplayer, _ range: Range<Int>, _ handler: LibraryOutput.Handler?) {
    self.replayer = replayer
    self.range = range
    self.handler = handler
    state = Mutex(ReplayState(position: range.lowerBound, output: range.lowerBound))
  }

  deinit { close(grace: .zero) }

  /// There is no process.
  var processID: Int32 { 0 }

  private var entries: [ArchiveReader.Entry] { replayer.reader.entries }

  private func wake() { for change in changes.values { change.signal() } }

  // MARK: Sending

  /// Takes an envelope that is the one that was recorded.
  func send(
    _ envelope: Envelope, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) {
    guard envelope.body.count <= EnvelopeHeader.bodyLimit else {
      throw .tooLarge(byteCount: envelope.body.count)
    }
    guard replayer.failure == nil, !state.withLock({ $0.isClosed }) else { throw .closed }
    let entries = entries
    let index = state.withLock { state -> Int? in
      let start = state.sent[envelope.thread] ?? range.lowerBound
      let index = entries[start..<range.upperBound].firstIndex {
        $0.kind == .sent && $0.thread == envelope.thread
      }
      state.sent[envelope.thread] = (index ?? range.upperBound - 1) + 1
      return index
    }
    guard let index else { throw try mismatch(nil, envelope) }
    let recorded = try read(entries[index])
    guard recorded.isSame(as: envelope) else {
      throw try mismatch(index, envelope)
    }
    advance(past: index)
  }

  private func mismatch(
    _ index: Int?, _ made: Envelope
  ) throws(ChannelError) -> ChannelError {
    let difference = try sound { () throws(ArchiveDamage) in
      try ReplayDifference(
        reader: replayer.reader, index: index, end: range.upperBound, made: made)
    }
    replayer.fail(difference.error)
    wake()
    return .closed
  }

  private func read(_ entry: ArchiveReader.Entry) throws(ChannelError) -> Envelope {
    try sound { () throws(ArchiveDamage) in try replayer.reader.envelope(entry) }
  }

  /// Reads from the recording; where it is damaged the session ends.
  private func sound<Value>(
    _ body: () throws(ArchiveDamage) -> Value
  ) throws(ChannelError) -> Value {
    do throws(ArchiveDamage) {
      return try body()
    } catch {
      replayer.fail(error)
      wake()
      throw .closed
    }
  }

  private func advance(past index: Int) {
    let entries = entries
    let (thread, kind) = (entries[index].thread, entries[index].envelopeKind)
    state.withLock { state in
      state.progress += 1
      if thread != 0 {
        state.running.remove(thread)
        if kind != .calledBack, kind != .calledBackNumbers { state.asking.insert(thread) }
      }
      state.early.insert(index)
      while state.position < range.upperBound {
        if entries[state.position].kind == .sent,
          state.early.remove(state.position) == nil
        {
          break
        }
        state.position += 1
      }
    }
    wake()
  }

  // MARK: Receiving

  func receive(
    on lane: ChannelLane, bodyLimit: @autoclosure () -> Int, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope {
    while true {
      guard replayer.failure == nil else { throw .closed }
      if let entry = try next(on: lane) {
        guard entry.kind == .received else { throw try failure(entry) }
        let limit = bodyLimit()
        let envelope = try read(entry)
        guard envelope.body.count <= limit else {
          throw .notAnEnvelope(
            .tooLarge(byteCount: UInt32(clamping: envelope.body.count), limit: limit))
        }
        return envelope
      }
      guard try wait(lane, deadline) else { throw .timedOut }
    }
  }

  /// How the recorded session's channel failed.
  private func failure(_ entry: ArchiveReader.Entry) throws(ChannelError) -> ChannelError {
    try sound { () throws(ArchiveDamage) in
      guard let error = ChannelError(archived: try replayer.reader.bytes(entry)) else {
        throw ArchiveDamage("how the session ended cannot be read")
      }
      return error
    }
  }

  /// What comes next on a lane, if it can come now.
  private func next(on lane: ChannelLane) throws(ChannelError) -> ArchiveReader.Entry? {
    let entries = entries
    let (result, printed) = state.withLock {
      state -> (Result<ArchiveReader.Entry?, ChannelError>, Range<Int>) in
      let none = 0..<0
      if state.isClosed { return (.failure(.closed), none) }
      let start = state.received[lane] ?? range.lowerBound
      let index = entries[start..<range.upperBound].firstIndex { entry in
        switch entry.kind {
        case .received: (entry.thread == 0) == (lane == .main)
        case .failed: lane == .main
        default: false
        }
      }
      guard let index else {
        state.received[lane] = range.upperBound
        guard lane == .main else { return (.success(nil), none) }
        // A call that never returned went on until the session was closed, if it was.
        let isOver = state.position == range.upperBound && replayer.reader.isCutShort
        return (isOver ? .failure(.timedOut) : .success(nil), state.printed(upTo: state.position))
      }
      guard index < state.position else {
        return (.success(nil), lane == .main ? state.printed(upTo: state.position) : none)
      }
      state.received[lane] = index + 1
      state.progress += 1
      if lane != .main {
        state.asking.remove(entries[index].thread)
        // What answers an interrupt is no closure's.
        let thread = entries[index].thread
        if thread != StandByMessage.thread { state.running.insert(thread) }
      }
      return (.success(entries[index]), state.printed(upTo: index))
    }
    print(printed)
    if case .failure(.timedOut) = result {
      replayer.fail(ReplayDifference.cutShort(replayer.reader))
      wake()
      throw .closed
    }
    return try result.get()
  }

  /// Waits for a change; false at the deadline.
  private func wait(
    _ lane: ChannelLane, _ deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Bool {
    guard let change = changes[lane] else { throw .closed }
    let recorded = entries[..<range.upperBound]
    let (before, limit) = state.withLock { state in
      (state.progress, state.awaitsInterrupt(recorded) ? Self.interruptLimit : Self.stallLimit)
    }
    let stall = ContinuousClock.now + limit
    let end = deadline.map { min($0, stall) } ?? stall
    let seconds = max(ContinuousClock.now.duration(to: end) / .seconds(1), 0)
    if change.wait(timeout: .now() + seconds) == .success { return true }
    if let deadline, deadline <= .now { return false }
    // A recording that a session has written always goes on.
    let isStalled = state.withLock { state in
      state.progress == before && state.running.isEmpty
        && (lane == .main || !state.asking.isEmpty)
    }
    guard isStalled else { return true }
    replayer.fail(ReplayDifference.cutShort(replayer.reader))
    wake()
    throw .closed
  }

  // MARK: Output and end

  /// Hands over what the library printed.
  private func print(_ places: Range<Int>) {
    guard let handler else { return }
    for index in places where entries[index].kind == .output {
      guard case .array(let items)? = try? replayer.reader.value(entries[index]), items.count == 2,
        case .bool(let isError) = items[0], case .bytes(let bytes) = items[1]
      else { continue }
      printer.async { handler(.init(isError: isError, bytes: bytes)) }
    }
  }

  @discardableResult
  func close(grace: Duration) -> HelperExitStatus {
    let printed = state.withLock { state -> Range<Int> in
      guard !state.isClosed else { return 0..<0 }
      state.isClosed = true
      defer { state.output = range.upperBound }
      return state.output..<max(state.position, state.output)
    }
    print(printed)
    // All that was printed has been handed over when the session has ended.
    if !printer.isCurrent { printer.sync {} }
    printer.end()
    wake()
    return .exited(0)
  }
}
