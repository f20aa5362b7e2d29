/// A piece of work that waits for a free helper of a pool, without the types of what it gives.
struct PoolJob<Client: LibraryClient>: Sendable {
  /// How one attempt at the work ended.
  enum Attempt {
    /// The result is there, and is handed over by this.
    case returned(() -> Void)
    case threw(any Error)
  }

  /// What the job is part of, and is withdrawn with.
  let owner: UInt64
  let retries: JobRetries
  /// Ends the call that the work makes, where its task is cancelled.
  let cancellation = CallCancellation()
  /// Does the work, on the helper's thread.
  let attempt: @Sendable (Client) -> Attempt
  /// Hands an error over instead of a result.
  let fail: @Sendable (any Error) -> Void

  /// Makes a job; `finish` is called once, on any thread.
  init<Value: Sendable>(
    owner: UInt64, retries: JobRetries,
    _ body: @escaping @Sendable (Client) throws -> Value,
    finish: @escaping @Sendable (Result<Value, any Error>) -> Void
  ) {
    self.owner = owner
    self.retries = retries
    let cancellation = cancellation
    attempt = { client in
      do {
        let session = client.session
        let value = try CallScope(session.line, cancellation: cancellation).run(on: session) {
          try body(client)
        }
        return .returned { finish(.success(value)) }
      } catch {
        return .threw(error)
      }
    }
    fail = { finish(.failure($0)) }
  }
}

/// The jobs that wait, first come, first served.
struct PoolJobQueue<Client: LibraryClient> {
  private var arrived: [PoolJob<Client>] = []
  /// The first of those that are to leave stands last.
  private var leaving: [PoolJob<Client>] = []

  mutating func append(_ job: PoolJob<Client>) { arrived.append(job) }

  mutating func popFirst() -> PoolJob<Client>? {
    if leaving.isEmpty {
      leaving = arrived.reversed()
      arrived = []
    }
    return leaving.popLast()
  }

  /// Takes all jobs of an owner out.
  mutating func remove(owner: UInt64) -> [PoolJob<Client>] {
    let removed =
      leaving.reversed().filter { $0.owner == owner } + arrived.filter { $0.owner == owner }
    leaving.removeAll { $0.owner == owner }
    arrived.removeAll { $0.owner == owner }
    return removed
  }

  /// Takes all jobs out.
  mutating func removeAll() -> [PoolJob<Client>] {
    defer { (arrived, leaving) = ([], []) }
    return leaving.reversed() + arrived
  }
}
