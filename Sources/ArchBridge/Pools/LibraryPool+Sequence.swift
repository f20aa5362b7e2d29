/// Work on many inputs, of which no more are taken at a time than there are helpers.
extension LibraryPool {
  /// Works on every input, and returns the results in the order of the inputs.
  ///
  ///     let results = try await pool.map(0..<1_000) { solver, x in try solver.solve(x) }
  ///
  /// Inputs are taken one by one by the task that called, and only when a helper can begin with
  /// them: a lazy sequence is never ahead by more than `count`. After the first failure no more are
  /// taken; work that has begun goes on to its end before the failure is thrown. When the task is
  /// cancelled, calls that are under way are ended with their helpers, which are replaced.
  ///
  /// - Parameters:
  ///   - inputs: what to work on.
  ///   - retries: whether work is repeated when its helper ends.
  ///   - progress: is told how many inputs are done, after each; it runs where the caller does.
  ///   - body: the work on one input; it runs on the thread of the client that it gets.
  /// - Throws: the first failure, a `BridgeError` with its `inputIndex`: what `body` throws; why a
  ///   helper ended, or none can be started; `.sessionClosed`. `CancellationError`.
  public func map<Inputs: Sequence, Value: Sendable>(
    _ inputs: Inputs, retrying retries: JobRetries = .never, progress: ((Int) -> Void)? = nil,
    _ body: @escaping @Sendable (Client, Inputs.Element) throws -> Value
  ) async throws -> [Value] where Inputs.Element: Sendable {
    try await sweep(inputs, retries, body).values(progress)
  }

  /// Works on every input, and returns what came of each in the order of the inputs.
  ///
  /// As `map`, but that a failure ends nothing else. A task that is cancelled gets the outcomes of
  /// those inputs that were taken; those that had not begun have failed with `CancellationError`.
  public func results<Inputs: Sequence, Value: Sendable>(
    of inputs: Inputs, retrying retries: JobRetries = .never, progress: ((Int) -> Void)? = nil,
    _ body: @escaping @Sendable (Client, Inputs.Element) throws -> Value
  ) async -> [Result<Value, any Error>] where Inputs.Element: Sendable {
    // A sequence has no failure of its own.
    await sweep(inputs, retries, body).outcomes(progress).outcomes
  }

  /// Works on every input, and gives what comes of each as it comes, with the input's place.
  ///
  ///     for try await (index, result) in pool.stream(angles, { solver, x in try solver.lift(x) }) {
  ///       print(index, try result.get())
  ///     }
  ///
  /// For work whose results are too many to keep. It is done while somebody iterates: inputs that
  /// are worked on, and results that nobody has read, are together never more than `count`. A
  /// failure ends nothing else. When the iteration ends early, or its task is cancelled, work that
  /// has not begun is withdrawn; a cancelled one throws `CancellationError` at its end.
  public func stream<Inputs: Sequence, Value: Sendable>(
    _ inputs: Inputs, retrying retries: JobRetries = .never,
    _ body: @escaping @Sendable (Client, Inputs.Element) throws -> Value
  ) -> some AsyncSequence<(index: Int, result: Result<Value, any Error>), any Error>
  where Inputs.Element: Sendable {
    sweep(inputs, retries, body)
  }

  private func sweep<Inputs: Sequence, Value: Sendable>(
    _ inputs: Inputs, _ retries: JobRetries,
    _ body: @escaping @Sendable (Client, Inputs.Element) throws -> Value
  ) -> SweepResults<Client, Inputs.Element, Value> where Inputs.Element: Sendable {
    SweepResults(
      pool: self, retries: retries,
      source: .sequence {
        var iterator = inputs.makeIterator()
        return { iterator.next() }
      }, body: body)
  }
}
