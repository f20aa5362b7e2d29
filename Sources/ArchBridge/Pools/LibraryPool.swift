internal import CArchBridgeShims

/// Several helpers of one library, each with its own global state: calls go to one that is free.
///
///     let pool = try LibraryPool(Solver.self, count: 4) { try Solver(model: "wing") }
///     let results = try await pool.map(angles) { solver, angle in try solver.lift(angle) }
///     pool.close()
///
/// A helper is started when a job first needs one and all others are busy, at the same time as
/// others, on the thread that its client is used on; the next jobs find it there. A helper that
/// ends is replaced before the next job, and the job that it ended under fails, or is repeated
/// where the caller said that this is safe. When starting one fails three times in a row, the pool
/// ends: its jobs fail with the code of the last reason.
///
/// A pool may be used from any number of tasks. Jobs begin in the order in which they were
/// submitted; what a job does is synchronous, and runs on the thread of the helper that it got, so
/// that it blocks none of Swift's cooperative threads. The client of a job must not be used after
/// it.
///
/// The helpers end with `close()`, with the scope of `withPool`, or when nothing refers to the pool
/// any more.
public final class LibraryPool<Client: LibraryClient>: Sendable {
  let helpers: PoolHelpers<Client>

  /// Makes a pool of clients that a closure makes; no helper is started yet.
  ///
  /// - Parameters:
  ///   - client: the client's class.
  ///   - count: how many helpers there are at most; as many as there are processors that this
  ///     process may run on where it is nil.
  ///   - start: makes a client. It is called once for each helper, on that helper's own thread, at
  ///     the same time as for others, and again when a helper has to be replaced.
  /// - Throws: `.valueOutOfRange` where `count` is not positive.
  public init(
    _ client: Client.Type, count: Int? = nil,
    start: @escaping @Sendable () throws -> Client
  ) throws(BridgeError) {
    let limit = count ?? max(1, Int(ab_processor_count()))
    guard limit > 0 else {
      throw BridgeError(.valueOutOfRange, "a pool needs at least one helper, not \(limit)")
    }
    helpers = PoolHelpers(limit: limit, start: start)
  }

  deinit { helpers.close() }

  /// How many helpers there are at most.
  public var count: Int { helpers.limit }

  /// The process ids of the helpers that have been started, and not been replaced.
  public var helperProcessIDs: [Int32] { helpers.clients.map(\.helperProcessID) }

  /// Does one job with a client that nobody else uses meanwhile.
  ///
  /// A task that is cancelled withdraws the job if it has not begun. Where it runs, the call that it
  /// is making is ended with its helper, which is replaced, and it makes no other.
  ///
  /// - Parameters:
  ///   - retries: whether the job is repeated when its helper ends.
  ///   - body: the job; it runs on the client's thread.
  /// - Throws: what `body` throws; why its helper ended, `.helperEnded`, `.timedOut` or
  ///   `.protocolViolation`; why none can be started; `.sessionClosed`; `CancellationError`.
  public func withClient<Value: Sendable>(
    retrying retries: JobRetries = .never,
    _ body: @escaping @Sendable (Client) throws -> Value
  ) async throws -> Value {
    let owner = helpers.newOwner()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        helpers.submit(
          PoolJob(owner: owner, retries: retries, body) { continuation.resume(with: $0) })
        // The job was not there yet for a cancellation that came before it.
        if Task.isCancelled { helpers.cancel(owner: owner) }
      }
    } onCancel: {
      helpers.cancel(owner: owner)
    }
  }

  /// Ends the helpers: all are gone when this returns.
  ///
  /// One that is just being started ends as soon as it is there. Libraries clean up at the same
  /// time. A job that is under way is cut short at its next call: it fails with `.sessionClosed`, as
  /// do those that wait, and all later ones. Closing again does nothing.
  public func close() { helpers.close() }
}

extension LibraryPool where Client: StartableClient {
  /// Makes a pool of clients that are made without arguments.
  ///
  /// - Throws: `.valueOutOfRange` where `count` is not positive.
  public convenience init(_ client: Client.Type, count: Int? = nil) throws(BridgeError) {
    try self.init(client, count: count) { try client.init() }
  }
}

extension LibraryPool where Client == LibraryClient {
  /// Makes a pool of plain clients of a library, which is named as for `LibraryClient`.
  ///
  /// - Throws: `.valueOutOfRange` where `count` is not positive.
  public convenience init(
    _ library: String, count: Int? = nil,
    configuration: LibraryClient.Configuration = .init()
  ) throws(BridgeError) {
    try self.init(LibraryClient.self, count: count) {
      try LibraryClient(library, configuration: configuration)
    }
  }

  /// Makes a pool of clients of servers of your own, each with the same arguments to start with.
  ///
  ///     let pool = try LibraryPool(server: .solver, arguments: ["tolerance": 1e-9], count: 4)
  ///     let roots = try await pool.map(inputs) { client, x -> Double in try client.server.solve(x) }
  ///
  /// - Throws: `.valueOutOfRange` where `count` is not positive.
  public convenience init(
    server: ServerProgram, arguments: KeyValuePairs<String, any Encodable & Sendable> = [:],
    count: Int? = nil, configuration: LibraryClient.Configuration = .init()
  ) throws(BridgeError) {
    try self.init(LibraryClient.self, count: count) {
      try LibraryClient(server: server, arguments: arguments, configuration: configuration)
    }
  }
}
