internal import Dispatch
internal import Synchronization

/// Whose request is under way: one at a time, and those that wait in the order in which they came.
///
/// Taking and giving back what nobody else wants is one atomic step each. Who waits may leave at any
/// time, and the turn is handed to the first that is left, so that nobody overtakes.
struct CallTurn: ~Copyable, Sendable {
  /// Somebody who waits.
  final class Waiter: Sendable {
    fileprivate let signal = DispatchSemaphore(value: 0)
    /// Whether it is not to wait any more; it changes with the queue's lock held.
    fileprivate let isCancelled = Atomic(false)
    /// Whether the turn has been handed to it; it changes with the same lock held.
    fileprivate let isGiven = Atomic(false)
  }

  /// How waiting ended.
  enum Outcome {
    case taken
    case timedOut
    case cancelled
  }

  private enum Stage {
    static let free = 0
    static let taken = 1
    /// It is taken, and there may be somebody in the queue.
    static let wanted = 2
  }

  private let stage = Atomic(Stage.free)
  private let queue = Mutex<[Waiter]>([])

  /// Takes the turn if nobody has it.
  @inline(__always) func takeIfFree() -> Bool {
    stage.compareExchange(expected: Stage.free, desired: Stage.taken, ordering: .acquiring)
      .exchanged
  }

  /// Whether somebody has the turn.
  var isTaken: Bool { stage.load(ordering: .acquiring) != Stage.free }

  /// Gives the turn back.
  @inline(__always) func give() {
    guard
      !stage.compareExchange(
        expected: Stage.taken, desired: Stage.free, ordering: .releasing
      ).exchanged
    else { return }
    hand()
  }

  /// Hands the turn to whoever has waited longest.
  @inline(never) private func hand() {
    let next = queue.withLock { queue -> Waiter? in
      let next = queue.isEmpty ? nil : queue.removeFirst()
      next?.isGiven.store(true, ordering: .relaxed)
      if queue.isEmpty { stage.store(next == nil ? Stage.free : Stage.taken, ordering: .releasing) }
      return next
    }
    next?.signal.signal()
  }

  /// Waits for the turn at most so many nanoseconds, or without limit for −1.
  @inline(never) func wait(_ waiter: Waiter = Waiter(), nanoseconds: Int64 = -1) -> Outcome {
    if takeSoon() { return .taken }
    let now = queue.withLock { queue -> Outcome? in
      if waiter.isCancelled.load(ordering: .relaxed) { return .cancelled }
      while true {
        if takeIfFree() {
          waiter.isGiven.store(true, ordering: .relaxed)
          return .taken
        }
        let stage = stage.compareExchange(
          expected: Stage.taken, desired: Stage.wanted, ordering: .acquiring
        ).original
        if stage != Stage.free { break }
      }
      queue.append(waiter)
      return nil
    }
    if let now { return now }
    let limit: DispatchTime =
      nanoseconds < 0 ? .distantFuture : .now() + .nanoseconds(Int(nanoseconds))
    if waiter.signal.wait(timeout: limit) == .timedOut {
      // It may have been given the turn since, and has the signal then.
      if leave(waiter) { return .timedOut }
      waiter.signal.wait()
    }
    return waiter.isCancelled.load(ordering: .acquiring) ? .cancelled : .taken
  }

  /// Looks for a moment whether the turn becomes free, as long as nobody is in the queue: the shortest
  /// calls end sooner than a thread falls asleep.
  private func takeSoon() -> Bool {
    for _ in 0..<Self.lookLimit {
      switch stage.load(ordering: .relaxed) {
      case Stage.free: if takeIfFree() { return true }
      case Stage.wanted: return false
      default: break
      }
    }
    return false
  }

  /// About half a microsecond.
  private static let lookLimit = 500

  private func leave(_ waiter: Waiter) -> Bool {
    queue.withLock { Self.remove(waiter, from: &$0) }
  }

  private static func remove(_ waiter: Waiter, from queue: inout [Waiter]) -> Bool {
    guard let place = queue.firstIndex(where: { $0 === waiter }) else { return false }
    queue.remove(at: place)
    return true
  }

  /// Ends somebody's waiting, also where that has not begun; nothing else once it has the turn.
  func cancel(_ waiter: Waiter) {
    let isThere = queue.withLock { queue in
      let isThere = Self.remove(waiter, from: &queue)
      // Who has been given the turn keeps it.
      if isThere || !waiter.isGiven.load(ordering: .relaxed) {
        waiter.isCancelled.store(true, ordering: .releasing)
      }
      return isThere
    }
    if isThere { waiter.signal.signal() }
  }

  /// Whether so many wait.
  func hasQueued(_ count: Int) -> Bool { queue.withLock { $0.count == count } }

  /// Runs `body` in its turn, however long that takes to come.
  func withTurn<Value>(_ body: () -> Value) -> Value {
    if !takeIfFree() { _ = wait() }
    defer { give() }
    return body()
  }
}
