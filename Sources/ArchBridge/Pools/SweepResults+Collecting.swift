/// All results at once, in the order of the inputs.
extension SweepResults {
  /// The values; after the first failure the rest is left undone.
  func values(_ progress: ((Int) -> Void)?) async throws -> [Value] {
    var values: [Value?] = []
    var failure: (any Error)?
    var count = 0
    let iterator = makeAsyncIterator()
    do {
      while let (index, result) = try await iterator.next(stopsAtFailure: true) {
        switch result {
        case .success(let value): values.put(value, at: index)
        case .failure(let error): failure = failure ?? error
        }
        if case .failure(is CancellationError) = result { continue }
        count += 1
        progress?(count)
      }
    } catch {
      throw failure ?? error
    }
    if let failure { throw failure }
    return values.compactMap { $0 }
  }

  /// What came of each input that was taken, and why there were no more, where they failed.
  func outcomes(
    _ progress: ((Int) -> Void)?
  ) async -> (outcomes: [Result<Value, any Error>], failure: (any Error)?) {
    var outcomes: [Result<Value, any Error>?] = []
    var failure: (any Error)?
    var count = 0
    let iterator = makeAsyncIterator()
    do {
      while let (index, result) = try await iterator.next(stopsAtFailure: false) {
        outcomes.put(result, at: index)
        if case .failure(is CancellationError) = result { continue }
        count += 1
        progress?(count)
      }
    } catch {
      failure = error is CancellationError ? nil : error
    }
    return (outcomes.compactMap { $0 }, failure)
  }
}

extension Array {
  /// Puts a value in its place, with gaps for what has not come yet.
  fileprivate mutating func put<Value>(_ value: Value, at index: Int) where Element == Value? {
    while count <= index { append(nil) }
    self[index] = value
  }
}
