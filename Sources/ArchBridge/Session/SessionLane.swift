internal import ArchBridgeTransport
internal import ArchBridgeWire
internal import Dispatch
internal import Synchronization

/// One of the helper's threads as a session sees it: what goes to it and comes from it in turn.
///
/// The main thread's envelopes are received by whoever made the request; those of the library's own
/// threads arrive through `deliver`.
final class SessionLane: Sendable {
  /// The helper's number of the thread; 0 for the main thread.
  let thread: UInt32
  private let lastSequence: Atomic<UInt64>
  /// How many closures of this thread's are running, one inside another.
  private let depthCount = Atomic(0)

  private struct Mailbox {
    var envelopes: [Envelope] = []
    var error: ChannelError?
    /// How many bytes the next reply can have.
    var bodyLimit = 0
  }

  /// How many requests are under way, one inside another.
  private let requestCount = Atomic(0)
  /// What the closures of each have thrown first, by its place among them.
  private let errors = Mutex<[Int: BridgeError]>([:])
  private let hasErrors = Atomic(false)

  /// A request that is a batch: its place among those under way, and what tells how many of its calls
  /// have returned.
  private struct Batch {
    let place: Int
    let progress: @Sendable () -> Int?
  }

  private let batch = Mutex<Batch?>(nil)
  private let watch = Mutex<InterruptWatch?>(nil)
  /// Whether the request under way is interrupted when its time is over.
  let isWatched = Atomic(false)

  private let mailbox = Mutex(Mailbox())
  private let change = DispatchSemaphore(value: 0)

  init(thread: UInt32) {
    self.thread = thread
    lastSequence = Atomic(UInt64(thread) << 40)
  }

  /// The number of the last request.
  var latestSequence: UInt64 { lastSequence.load(ordering: .relaxed) }

  /// The number of the next request; a lane's are made one at a time.
  var nextSequence: UInt64 {
    let next = lastSequence.load(ordering: .relaxed) &+ 1
    lastSequence.store(next, ordering: .relaxed)
    return next
  }

  var depth: Int { depthCount.load(ordering: .relaxed) }

  /// Runs the request under way, which is a batch.
  func asBatch<Value, Failure: Error>(
    _ progress: @escaping @Sendable () -> Int?, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let new = Batch(place: requestCount.load(ordering: .relaxed), progress: progress)
    let before = batch.withLock { batch in
      defer { batch = new }
      return batch
    }
    defer { batch.withLock { $0 = before } }
    return try body()
  }

  /// Has something watch the request under way; returns what has watched the one around it.
  func setWatch(_ new: InterruptWatch?) -> InterruptWatch? {
    isWatched.store(new != nil, ordering: .relaxed)
    return watch.withLock { watch in
      defer { watch = new }
      return watch
    }
  }

  /// What watches the request under way, if anything.
  var currentWatch: InterruptWatch? {
    isWatched.load(ordering: .relaxed) ? watch.withLock { $0 } : nil
  }

  /// A request begins, whose closures' errors are its own.
  func beginRequest() { requestCount.add(1, ordering: .relaxed) }

  /// A request ends: what its closures threw first.
  func endRequest() -> BridgeError? {
    let place = requestCount.subtract(1, ordering: .relaxed).oldValue
    guard hasErrors.load(ordering: .relaxed) else { return nil }
    return errors.withLock { errors in
      defer { hasErrors.store(!errors.isEmpty, ordering: .relaxed) }
      return errors.removeValue(forKey: place)
    }
  }

  /// Keeps what a closure threw for the request that it ran in; false where there is none.
  ///
  /// For a batch it also says during which call, as the error's `inputIndex`.
  func keep(_ error: BridgeError) -> Bool {
    let place = requestCount.load(ordering: .relaxed)
    guard place > 0 else { return false }
    var error = error
    if let batch = batch.withLock({ $0 }), batch.place == place {
      error.inputIndex = batch.progress()
    }
    errors.withLock { errors in
      if errors[place] == nil { errors[place] = error }
      hasErrors.store(true, ordering: .relaxed)
    }
    return true
  }

  /// Goes one closure deeper, or comes back.
  func add(toDepth step: Int) { depthCount.add(step, ordering: .relaxed) }

  /// How many bytes the next reply can have, where one is waited for.
  var bodyLimit: Int { mailbox.withLock { $0.bodyLimit } }

  /// Says how long the next reply can be; before what asks for it is sent, as it may come at once.
  func expect(bodyLimit: Int) {
    if thread != 0 { mailbox.withLock { $0.bodyLimit = bodyLimit } }
  }

  /// Waits for the next envelope that is delivered.
  func receive(deadline: ContinuousClock.Instant?) throws(ChannelError) -> Envelope {
    var isLate = false
    while true {
      let next = mailbox.withLock { mailbox -> Result<Envelope?, ChannelError> in
        if !mailbox.envelopes.isEmpty { return .success(mailbox.envelopes.removeFirst()) }
        return mailbox.error.map { .failure($0) } ?? .success(nil)
      }
      if let envelope = try next.get() { return envelope }
      guard !isLate else { throw .timedOut }
      isLate = change.wait(timeout: Self.time(of: deadline)) == .timedOut
    }
  }

  /// Hands an envelope to whoever waits for it; false where the last one has not been taken: a
  /// thread waits for an answer before it sends again.
  func deliver(_ envelope: Envelope) -> Bool {
    let isTaken = mailbox.withLock { mailbox in
      guard mailbox.envelopes.isEmpty else { return false }
      mailbox.envelopes.append(envelope)
      return true
    }
    if isTaken { change.signal() }
    return isTaken
  }

  /// Ends all waiting.
  func end(_ error: ChannelError) {
    mailbox.withLock { $0.error = error }
    change.signal()
  }

  private static func time(of deadline: ContinuousClock.Instant?) -> DispatchTime {
    guard let deadline else { return .distantFuture }
    let seconds = ContinuousClock.now.duration(to: deadline) / .seconds(1)
    return seconds < 1e9 ? .now() + max(seconds, 0) : .distantFuture
  }
}
