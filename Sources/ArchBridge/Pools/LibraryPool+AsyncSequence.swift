/// Work on inputs that come in the course of time; they are read by a task of their own.
extension LibraryPool {
  /// Works on every input that comes, and returns the results in the order of the inputs.
  ///
  /// As for a sequence; an input is asked for only when a helper can begin with it.
  ///
  /// - Throws: the first failure; what `inputs` throws, after the work on those before has ended.
  public func map<Inputs: AsyncSequence & Sendable, Value: Sendable>(
    _ inputs: Inputs, retrying retries: JobRetries = .never, progress: ((Int) -> Void)? = nil,
    _ body: @escaping @Sendable (Client, Inputs.Element) throws -> Value
  ) async throws -> [Value] where Inputs.Element: Sendable {
    try await sweep(inputs, retries, body).values(progress)
  }

  /// Works on every input that comes, and returns what came of each in the order of the inputs.
  ///
  /// - Throws: what `inputs` throws, and nothing else; to keep the outcomes before that, read
  ///   `stream`.
  public func results<Inputs: AsyncSequence & Sendable, Value: Sendable>(
    of inputs: Inputs, retrying retries: JobRetries = .never, progress: ((Int) -> Void)? = nil,
    _ body: @escaping @Sendable (Client, Inputs.Element) throws -> Value
  ) async throws -> [Result<Value, any Error>] where Inputs.Element: Sendable {
    let (outcomes, error) = await sweep(inputs, retries, body).outcomes(progress)
    if let error { throw error }
    return outcomes
  }

  /// Works on every input that comes, and gives what comes of each as it comes, with its place.
  ///
  /// As for a sequence; what `inputs` throws is thrown after the results of those before.
  public func stream<Inputs: AsyncSequence & Sendable, Value: Sendable>(
    _ inputs: Inputs, retrying retries: JobRetries = .never,
    _ body: @escaping @Sendable (Client, Inputs.Element) throws -> Value
  ) -> some AsyncSequence<(index: Int, result: Result<Value, any Error>), any Error>
  where Inputs.Element: Sendable {
    sweep(inputs, retries, body)
  }

  private func sweep<Inputs: AsyncSequence & Sendable, Value: Sendable>(
    _ inputs: Inputs, _ retries: JobRetries,
    _ body: @escaping @Sendable (Client, Inputs.Element) throws -> Value
  ) -> SweepResults<Client, Inputs.Element, Value> where Inputs.Element: Sendable {
    SweepResults(
      pool: self, retries: retries,
      source: .task { work in
        do {
          var iterator = inputs.makeAsyncIterator()
          while await work.sweep.room(), let input = try await iterator.next() {
            work.begin(input)
          }
          work.sweep.complete()
        } catch {
          work.sweep.complete(error)
        }
      }, body: body)
  }
}
