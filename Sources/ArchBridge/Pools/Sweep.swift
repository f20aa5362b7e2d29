internal import Synchronization

/// The work on a sequence of inputs: which have been taken, and what has come of them.
///
/// One reader takes what is finished. An input counts from being taken to its result being read,
/// and no more than `limit` count at a time: that is the back pressure.
final class Sweep<Value: Sendable>: Sendable {
  typealias Finished = (index: Int, result: Result<Value, any Error>)

  private struct State {
    var nextIndex = 0
    var unreadCount = 0
    var finished: [Finished] = []
    /// Whether no input will be taken any more.
    var isComplete = false
    var failureOfInputs: (any Error)?
    var reader: CheckedContinuation<Void, Never>?
    var feeder: CheckedContinuation<Void, Never>?
  }

  private let limit: Int
  private let state = Mutex(State())

  init(limit: Int) { self.limit = limit }

  // MARK: Inputs

  /// Whether another input can be taken now.
  var hasRoom: Bool { state.withLock { !$0.isComplete && $0.unreadCount < limit } }

  var isComplete: Bool { state.withLock { $0.isComplete } }

  /// Waits until another input can be taken; false where none is to be taken any more.
  func room() async -> Bool {
    while true {
      await withCheckedContinuation { continuation in
        let isReady = state.withLock { state in
          if state.isComplete || state.unreadCount < limit { return true }
          state.feeder = continuation
          return false
        }
        if isReady { continuation.resume() }
      }
      let (isComplete, hasRoom) = state.withLock { ($0.isComplete, $0.unreadCount < limit) }
      if isComplete { return false }
      if hasRoom { return true }
    }
  }

  /// Counts an input that has been taken, and gives its place; nil where it comes too late.
  func take() -> Int? {
    state.withLock { state in
      if state.isComplete { return nil }
      defer { state.nextIndex += 1 }
      state.unreadCount += 1
      return state.nextIndex
    }
  }

  /// Takes no input any more; `error` is why, where the inputs themselves failed.
  func complete(_ error: (any Error)? = nil) {
    let (reader, feeder) = state.withLock { state in
      if !state.isComplete { state.failureOfInputs = error }
      state.isComplete = true
      defer { (state.reader, state.feeder) = (nil, nil) }
      return (state.reader, state.feeder)
    }
    reader?.resume()
    feeder?.resume()
  }

  // MARK: Results

  /// Takes in what has come of an input.
  func finish(_ index: Int, _ result: Result<Value, any Error>) {
    let reader = state.withLock { state in
      state.finished.append((index, result.with(inputIndex: index)))
      defer { state.reader = nil }
      return state.reader
    }
    reader?.resume()
  }

  /// The next result, in the order in which they come; nil after the last.
  ///
  /// - Throws: why the inputs failed, after the results of those that came before.
  func next() async throws -> Finished? {
    while true {
      if let (finished, feeder) = read() {
        feeder?.resume()
        return finished
      }
      let (isOver, error) = state.withLock { state in
        (state.isComplete && state.unreadCount == 0, state.failureOfInputs)
      }
      if isOver {
        if let error { throw error }
        return nil
      }
      await withCheckedContinuation { continuation in
        let isReady = state.withLock { state in
          if !state.finished.isEmpty || (state.isComplete && state.unreadCount == 0) { return true }
          state.reader = continuation
          return false
        }
        if isReady { continuation.resume() }
      }
    }
  }

  private func read() -> (Finished, CheckedContinuation<Void, Never>?)? {
    state.withLock { state in
      if state.finished.isEmpty { return nil }
      state.unreadCount -= 1
      defer { state.feeder = nil }
      return (state.finished.removeFirst(), state.feeder)
    }
  }
}

extension Result where Failure == any Error {
  /// The same, an error of this module's with the input that it is about.
  fileprivate func with(inputIndex: Int) -> Self {
    guard case .failure(var error as BridgeError) = self else { return self }
    error.inputIndex = inputIndex
    return .failure(error)
  }
}
