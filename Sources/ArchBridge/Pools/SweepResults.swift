/// The results of a pool's work on inputs as they come, each with its input's place.
///
/// Iterating does the work: inputs are taken while results are asked for.
struct SweepResults<Client: LibraryClient, Input: Sendable, Value: Sendable>: AsyncSequence {
  typealias Element = (index: Int, result: Result<Value, any Error>)
  typealias Failure = any Error

  /// Where inputs come from.
  enum Source {
    /// A sequence, which is read by who iterates; the closure makes its iterator.
    case sequence(() -> (() -> Input?))
    /// Something that is read by a task of its own, which hands every input over.
    case task(@Sendable (SweepWork<Client, Input, Value>) async -> Void)
  }

  let pool: LibraryPool<Client>
  let retries: JobRetries
  let source: Source
  let body: @Sendable (Client, Input) throws -> Value

  func makeAsyncIterator() -> Iterator {
    let work = SweepWork(pool.helpers, retries, body)
    switch source {
    case .sequence(let makeIterator):
      return Iterator(
        pool: pool, owner: SweepOwner(work, feeder: nil), nextInput: makeIterator())
    case .task(let feed):
      let feeder = Task { await feed(work) }
      return Iterator(pool: pool, owner: SweepOwner(work, feeder: feeder), nextInput: nil)
    }
  }

  struct Iterator: AsyncIteratorProtocol {
    /// Keeps the helpers for as long as the results are read.
    let pool: LibraryPool<Client>
    let owner: SweepOwner<Client, Input, Value>
    let nextInput: (() -> Input?)?

    func next() async throws -> Element? { try await next(stopsAtFailure: false) }

    func next(isolation actor: isolated (any Actor)?) async throws -> Element? {
      try await next(stopsAtFailure: false, isolation: actor)
    }

    /// The next result; after a failure nothing else is begun where it is to stop there.
    func next(
      stopsAtFailure: Bool, isolation actor: isolated (any Actor)? = #isolation
    ) async throws -> Element? {
      let owner = owner
      let finished = try await withTaskCancellationHandler {
        fill()
        return try await owner.work.sweep.next()
      } onCancel: {
        owner.cancel()
      }
      if finished == nil, Task.isCancelled { throw CancellationError() }
      if stopsAtFailure, case .failure = finished?.result { owner.stop() }
      fill()
      return finished
    }

    /// Has as many inputs worked on as there can be.
    private func fill() {
      guard let nextInput else { return }
      while owner.work.sweep.hasRoom {
        guard let input = nextInput() else { return owner.work.sweep.complete() }
        owner.work.begin(input)
      }
    }
  }
}

/// What a pool does with each input of a sweep.
final class SweepWork<Client: LibraryClient, Input: Sendable, Value: Sendable>: Sendable {
  let sweep: Sweep<Value>
  private let helpers: PoolHelpers<Client>
  private let retries: JobRetries
  private let body: @Sendable (Client, Input) throws -> Value
  private let number: UInt64

  init(
    _ helpers: PoolHelpers<Client>, _ retries: JobRetries,
    _ body: @escaping @Sendable (Client, Input) throws -> Value
  ) {
    sweep = Sweep(limit: helpers.limit)
    self.helpers = helpers
    self.retries = retries
    self.body = body
    number = helpers.newOwner()
  }

  /// Has an input worked on by the next free helper.
  func begin(_ input: Input) {
    guard let index = sweep.take() else { return }
    let (sweep, body) = (sweep, body)
    helpers.submit(
      PoolJob(owner: number, retries: retries) {
        try body($0, input)
      } finish: {
        sweep.finish(index, $0)
      })
    // It may have been stopped since the input was taken.
    if sweep.isComplete { helpers.withdraw(owner: number) }
  }

  /// Ends the calls of the work that has begun.
  func cancel() { helpers.cancel(owner: number) }

  /// Takes no further inputs, and takes back those that have not begun.
  func stop() {
    sweep.complete()
    helpers.withdraw(owner: number)
  }
}

/// Stops a sweep whose results nobody reads any more.
final class SweepOwner<Client: LibraryClient, Input: Sendable, Value: Sendable>: Sendable {
  let work: SweepWork<Client, Input, Value>
  private let feeder: Task<Void, Never>?

  init(_ work: SweepWork<Client, Input, Value>, feeder: Task<Void, Never>?) {
    (self.work, self.feeder) = (work, feeder)
  }

  func stop() {
    work.stop()
    feeder?.cancel()
  }

  /// Stops, and ends the calls of the work that has begun.
  func cancel() {
    stop()
    work.cancel()
  }

  deinit { stop() }
}
