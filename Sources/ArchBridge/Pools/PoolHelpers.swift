internal import ArchBridgeTransport
internal import Dispatch
internal import Synchronization

/// A pool's helpers and the jobs that wait for them: what outlives the pool while a job runs.
final class PoolHelpers<Client: LibraryClient>: Sendable {
  typealias Job = PoolJob<Client>
  typealias Slot = PoolSlot<Client>

  private struct State {
    var jobs = PoolJobQueue<Client>()
    var slots: [Slot] = []
    /// Those without a job; the one that was used last stands last, and is used first.
    var idle: [Slot] = []
    /// The jobs that run.
    var running: [PoolJob<Client>] = []
    /// How many starts in a row have failed.
    var failedStarts = 0
    /// Why the pool does nothing any more.
    var end: BridgeError?
  }

  let limit: Int
  private let start: @Sendable () throws -> Client
  private let state = Mutex(State())
  private let owners = Atomic<UInt64>(0)

  /// After so many starts in a row that fail, whatever helper they were for, the pool fails.
  static var startLimit: Int { 3 }

  init(limit: Int, start: @escaping @Sendable () throws -> Client) {
    self.limit = limit
    self.start = start
  }

  /// The clients that have a helper now.
  var clients: [Client] { state.withLock { $0.slots }.compactMap(\.client) }

  /// A number for what submits jobs.
  func newOwner() -> UInt64 { owners.add(1, ordering: .relaxed).newValue }

  // MARK: Jobs

  /// Has a job done after those that wait already.
  func submit(_ job: Job) {
    let (end, slot) = state.withLock { state -> (BridgeError?, Slot?) in
      if let end = state.end { return (end, nil) }
      if state.idle.isEmpty, state.slots.count < limit {
        let slot = Slot()
        if slot.thread.isRunning {
          state.slots.append(slot)
          state.idle.append(slot)
        } else if state.slots.isEmpty {
          return (BridgeError(.system, "the system has no thread left for a pool"), nil)
        }
      }
      state.jobs.append(job)
      return (nil, state.idle.popLast())
    }
    if let end { job.fail(end) }
    if let slot { slot.thread.async { self.serve(slot) } }
  }

  /// Takes back the jobs of an owner that have not begun; they fail with `CancellationError`.
  func withdraw(owner: UInt64) {
    for job in state.withLock({ $0.jobs.remove(owner: owner) }) { job.fail(CancellationError()) }
  }

  /// Takes back the jobs of an owner that have not begun, and ends the calls of those that run.
  func cancel(owner: UInt64) {
    withdraw(owner: owner)
    let running = state.withLock { $0.running.filter { $0.owner == owner } }
    for job in running { job.cancellation.cancel() }
  }

  /// Does jobs on the slot's thread until none waits.
  private func serve(_ slot: Slot) {
    var job = nextJob(for: slot)
    while let current = job {
      let handOver = perform(current, slot)
      // The slot is free before its result is there: who has it and asks again starts no helper.
      job = nextJob(for: slot, after: current)
      handOver()
    }
  }

  private func nextJob(for slot: Slot, after last: Job? = nil) -> Job? {
    state.withLock { state in
      if let last { state.running.removeAll { $0.cancellation === last.cancellation } }
      if let job = state.jobs.popFirst() {
        state.running.append(job)
        return job
      }
      if state.end?.code != .sessionClosed { state.idle.append(slot) }
      return nil
    }
  }

  /// Does a job; what is returned tells how it ended.
  private func perform(_ job: Job, _ slot: Slot) -> () -> Void {
    var attempts = 0
    while true {
      let client: Client
      do throws(BridgeError) {
        client = try self.client(of: slot)
      } catch {
        return { job.fail(error) }
      }
      attempts += 1
      let attempt = job.attempt(client)
      if client.isAtEnd { slot.close() }
      switch attempt {
      case .returned(let finish): return finish
      case .threw(let error):
        if (error as? BridgeError)?.code == .cancelled, job.cancellation.isCancelled {
          return { job.fail(CancellationError()) }
        }
        // The first failure is the reason, whatever the work has met after it.
        guard error is BridgeError, let reason = client.failureOfHelper else {
          return { job.fail(error) }
        }
        if attempts > job.retries.limit { return { job.fail(reason.atLast(of: attempts)) } }
      }
    }
  }

  // MARK: Helpers

  /// The client of a slot, with a helper that is there; on the slot's thread.
  private func client(of slot: Slot) throws(BridgeError) -> Client {
    if let client = slot.client {
      if !client.isAtEnd, !client.hasLostHelper { return client }
      slot.close()
    }
    while true {
      if let end = state.withLock({ $0.end }) { throw end }
      let started = Result { try start() }
      let end = state.withLock { state -> BridgeError? in
        if state.end != nil { return state.end }
        switch started {
        case .success(let client):
          state.failedStarts = 0
          slot.take(client)
        case .failure(let error):
          state.failedStarts += 1
          if state.failedStarts >= Self.startLimit { state.end = BridgeError(poolStart: error) }
        }
        return state.end
      }
      if let end {
        if case .success(let client) = started { client.close() }
        for job in state.withLock({ $0.jobs.removeAll() }) { job.fail(end) }
        throw end
      }
      if case .success(let client) = started { return client }
    }
  }

  /// Ends all helpers at the same time, and fails the jobs that wait.
  func close() {
    let (jobs, slots, idle) = state.withLock { state in
      state.end = HelperSession.closed
      defer { (state.slots, state.idle) = ([], []) }
      return (state.jobs.removeAll(), state.slots, state.idle)
    }
    for job in jobs { job.fail(HelperSession.closed) }
    let closed = DispatchSemaphore(value: 0)
    for slot in slots {
      // A helper that is busy is ended from another thread than its own.
      let isIdle = idle.contains { $0 === slot }
      let thread = isIdle ? slot.thread : WorkerThread()
      thread.async {
        slot.close()
        closed.signal()
      }
      thread.end()
      slot.thread.end()
    }
    for _ in slots { closed.wait() }
  }
}

extension BridgeError {
  /// The failure of work that was begun so many times.
  fileprivate func atLast(of attempts: Int) -> BridgeError {
    if attempts == 1 { return self }
    var error = BridgeError(
      code, "\(message) (the last of \(attempts) attempts)", symbol: symbol, library: library)
    error.end = end
    return error
  }

  /// Why a pool has come to its end.
  fileprivate init(poolStart error: any Error) {
    let count = PoolHelpers<LibraryClient>.startLimit
    let what = "the pool has ended: its helpers cannot be started, \(count) times in a row"
    let cause = error as? BridgeError
    self.init(cause?.code ?? .helperNotStarted, "\(what): \(error)", library: cause?.library)
    end = cause?.end
    underlyingError = cause == nil ? error : cause?.underlyingError
  }
}
