internal import CArchBridgeShims
internal import Glibc

/// What holds for the calls that a thread makes on one client while a piece of code runs: how long
/// each may take, and whose cancellation ends them.
final class CallScope: Sendable {
  /// The client whose calls are meant, whatever its helper.
  let line: SessionLine
  let limit: CallLimit
  /// When the one call that this is about was submitted; 0 where each counts from itself.
  let start: Int64
  let cancellation: CallCancellation?
  /// What a call is interrupted by before its helper is ended.
  let interrupt: Interrupt?
  private let outer: CallScope?

  /// Makes a scope inside those that hold on the calling thread.
  init(
    _ line: SessionLine, limit: CallLimit = .none, start: Int64 = 0,
    cancellation: CallCancellation? = nil, interrupt: Interrupt? = nil
  ) {
    outer = Self.innermost
    let same = Self.current(of: line)
    self.line = line
    self.limit = same.map { limit.shorter($0.limit) } ?? limit
    self.start = start
    self.cancellation = cancellation ?? same?.cancellation
    self.interrupt = interrupt ?? same?.interrupt
  }

  /// Makes a scope in which nothing holds of what is around it: the start of a helper is part of no
  /// call.
  init(startOf line: SessionLine) {
    outer = Self.innermost
    self.line = line
    limit = .none
    start = 0
    cancellation = nil
    interrupt = nil
  }

  private static var innermost: CallScope? {
    // Safe: a scope lives as long as the thread has it.
    unsafe ab_call_scope().map {
      unsafe Unmanaged<CallScope>.fromOpaque($0).takeUnretainedValue()
    }
  }

  /// What holds for calls on a client that the calling thread makes.
  static func current(of line: SessionLine) -> CallScope? {
    var next = innermost
    while let scope = next {
      if scope.line === line { return scope }
      next = scope.outer
    }
    return nil
  }

  /// Runs `body`, for whose calls this holds, on the calling thread.
  func run<Value, Failure: Error>(
    on session: HelperSession, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    session.lanes.addScope(1)
    let before = unsafe ab_call_scope()
    // Safe: this lives until the thread has the former one again.
    unsafe ab_set_call_scope(Unmanaged.passUnretained(self).toOpaque())
    defer {
      unsafe ab_set_call_scope(before)
      session.lanes.addScope(-1)
      withExtendedLifetime(self) {}
    }
    return try body()
  }
}

/// How long a call may take.
struct CallLimit: Sendable {
  /// −1 for as long as it takes.
  var nanoseconds: Int64

  static let none = CallLimit(nanoseconds: -1)

  init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// A limit; years are none.
  init(_ duration: Duration) {
    guard duration < HelperSession.longestLimit else {
      self = .none
      return
    }
    let (seconds, attoseconds) = max(duration, .zero).components
    nanoseconds = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }

  /// The shorter one of two.
  func shorter(_ other: CallLimit) -> CallLimit {
    guard nanoseconds >= 0 else { return other }
    return other.nanoseconds >= 0 && other.nanoseconds < nanoseconds ? other : self
  }
}

/// The time of a clock that never goes back, in nanoseconds.
func monotonicNanoseconds() -> Int64 {
  var now = timespec()
  // Safe: the clock is always there, and the time is this stack's.
  unsafe clock_gettime(CLOCK_MONOTONIC, &now)
  return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
}
