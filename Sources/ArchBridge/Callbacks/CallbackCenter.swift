internal import ArchBridgeWire
internal import CArchBridgeShims
internal import Synchronization

/// A session's closures by their numbers, and the running of those that the library calls.
final class CallbackCenter: Sendable {
  private struct State {
    var entries: [UInt32: CallbackEntry] = [:]
    /// Those closures of calls that have thrown.
    var failed: Set<UInt32> = []
    var lastID: UInt32 = 0
    /// The first error that no call has thrown yet.
    var pendingError: BridgeError?
  }

  /// Whether there ever was a closure.
  let isUsed = Atomic(false)

  private let state = Mutex(State())
  /// Goes up with every change of what a number stands for.
  private let changeCount = Atomic(0)
  /// Held by the closure of a call that runs; one that waits for the library lets others run.
  let turn = CallbackTurn()
  /// How many bytes a call from the library, or a failure, can have.
  private let byteLimit = Atomic(FailureMessage.byteLimit)

  /// Begins with the numbers after those of a session whose helper this one's was forked from.
  func skip(numbersOf other: CallbackCenter) {
    let last = other.state.withLock { $0.lastID }
    state.withLock { $0.lastID = last }
  }

  /// Adds closures, and gives the numbers that they have from then on.
  func add(_ entries: [CallbackEntry]) -> [UInt32] {
    isUsed.store(true, ordering: .relaxed)
    for entry in entries { raiseLimit(for: entry) }
    return state.withLock { state in
      entries.map { entry in
        // After four thousand million closures the numbers begin again.
        repeat { state.lastID &+= 1 } while state.lastID == 0 || state.entries[state.lastID] != nil
        state.entries[state.lastID] = entry
        return state.lastID
      }
    }
  }

  /// Removes closures once none of those that belong to calls is running.
  func remove(_ ids: [UInt32]) {
    guard !ids.isEmpty else { return }
    state.withLock { state in
      for id in ids { state.entries[id] = nil }
      noteChange()
    }
    // A closure of another call may run for as long as it likes.
    turn.wait(forEndOf: ids)
    state.withLock { state in
      guard !state.failed.isEmpty else { return }
      for id in ids { state.failed.remove(id) }
    }
  }

  /// Removes all closures.
  func removeAll() {
    state.withLock {
      $0.entries = [:]
      noteChange()
    }
  }

  private func noteChange() { changeCount.add(1, ordering: .releasing) }

  /// Whether a number stands for what it did when it was looked up.
  func isCurrent(_ found: FoundCallback) -> Bool {
    changeCount.load(ordering: .acquiring) == found.change
  }

  /// What a number stands for; it is none where there never was such a number.
  func find(_ id: UInt32) throws(CallbackViolation) -> FoundCallback {
    let (found, lastID) = state.withLock { state in
      (
        FoundCallback(
          id: id, entry: state.entries[id], hasFailed: state.failed.contains(id),
          change: changeCount.load(ordering: .relaxed)), state.lastID
      )
    }
    guard found.entry != nil || id > 0 && id <= lastID else {
      throw CallbackViolation(what: "it calls a callback that there never was")
    }
    return found
  }

  /// How many bytes an envelope of the library's can have that calls a closure.
  var bodyLimit: Int { byteLimit.load(ordering: .relaxed) }

  private func raiseLimit(for entry: CallbackEntry) {
    var limit = 4_096
    for parameter in entry.signature.parameters {
      limit += 16 + (parameter.form.byteCount ?? 0)
      if parameter.form.type.kind == .text { limit += entry.signature.context.textLimit }
    }
    byteLimit.max(min(limit, EnvelopeHeader.bodyLimit), ordering: .relaxed)
  }

  /// Runs the closure that an envelope calls, and gives the value for the library.
  ///
  /// - Throws: `.protocolViolation` where the envelope calls what there never was, or in a way that
  ///   does not fit; whatever else goes wrong is kept, and the library gets a value all the same.
  func run(_ envelope: Envelope, on lane: SessionLane) throws(CallbackViolation) -> CallValue {
    guard let id = try? CallbackMessage.id(in: envelope.body) else {
      throw CallbackViolation(what: "a callback of it cannot be read")
    }
    let found = try find(id)
    guard let entry = found.entry else {
      keep(Self.expired, for: lane)
      return .void
    }
    let message: CallbackMessage
    do throws(CBORError) {
      message = try CallbackMessage(decoding: envelope.body, calling: entry.wireCallback(id: id))
    } catch {
      throw CallbackViolation(what: "a callback's values do not fit its type (\(error))")
    }
    if found.hasFailed { return entry.fallback }
    guard hasRoom(lane) else { return entry.fallback }
    guard entry.isScoped else { return run(entry, id, message, lane) }
    return turn.take(for: id) {
      // The call may have ended while this waited.
      guard state.withLock({ $0.entries[id] != nil }) else {
        keep(Self.expired, for: lane)
        return .void
      }
      return run(entry, id, message, lane)
    }
  }

  /// How deep closures and calls can nest; each level takes a part of both programs' stacks.
  private static let depthLimit = 1_000
  /// What must be left of the stack for one level more.
  private static let stackReserve = 131_072

  /// Whether a closure can run one level deeper; the error is kept where it cannot.
  func hasRoom(_ lane: SessionLane) -> Bool {
    guard lane.depth < Self.depthLimit, ab_stack_left() > Self.stackReserve else {
      keep(
        BridgeError(
          .callbackFailed,
          "callbacks and calls nest too deep, \(lane.depth) levels: \(Self.depthLimit) are the "
            + "most, and fewer where the thread's stack is at its end"), for: lane)
      return false
    }
    return true
  }

  private func run(
    _ entry: CallbackEntry, _ id: UInt32, _ message: CallbackMessage, _ lane: SessionLane
  ) -> CallValue {
    do {
      var arguments = CallbackArguments(values: message.arguments, signature: entry.signature)
      guard let value = try entry.body.run(&arguments) else { return .void }
      return try entry.signature.wireValue(value)
    } catch {
      fail(id, isScoped: entry.isScoped, error, lane)
      return entry.fallback
    }
  }

  /// Keeps what a closure threw, after which the call that it belongs to does not run it again.
  func fail(_ id: UInt32, isScoped: Bool, _ error: any Error, _ lane: SessionLane) {
    if isScoped {
      state.withLock {
        $0.failed.insert(id)
        noteChange()
      }
    }
    keep((error as? BridgeError) ?? BridgeError(callbackError: error), for: lane)
  }

  static let expired = BridgeError(
    .callbackFailed,
    "the library called a callback after the call that it was for had returned, or after it was "
      + "removed; keep one for longer with `register`, or in a generated client with the note "
      + "`NoEscape: false` for the function that keeps it")

  /// Keeps an error for the request that the closure ran in; on one of the library's own threads
  /// for the call that is under way, or the next.
  func keep(_ error: BridgeError, for lane: SessionLane) {
    if !lane.keep(error) { keep(error) }
  }

  /// Keeps an error for the call that is under way, or the next.
  func keep(_ error: BridgeError) {
    state.withLock { if $0.pendingError == nil { $0.pendingError = error } }
  }

  /// The error that no request could throw yet, for the call that throws it now.
  func takeError() -> BridgeError? {
    guard isUsed.load(ordering: .relaxed) else { return nil }
    return state.withLock { state in
      defer { state.pendingError = nil }
      return state.pendingError
    }
  }
}

/// A call from the library that no sound helper makes.
struct CallbackViolation: Error {
  let what: String
}

/// What a callback's number stood for when it was looked up.
///
/// An object, so that the next call of the same closure counts one reference and no more.
final class FoundCallback {
  let id: UInt32
  /// The closure; nil where its call has ended.
  let entry: CallbackEntry?
  /// Whether it has thrown, and does not run again.
  let hasFailed: Bool
  let change: Int
  // What is looked at with every call, without a reference to count.
  let isThere: Bool
  let isScoped: Bool
  unowned(unsafe) let numbers: NumberCallback?

  init(id: UInt32, entry: CallbackEntry?, hasFailed: Bool, change: Int) {
    self.id = id
    self.entry = entry
    self.hasFailed = hasFailed
    self.change = change
    isThere = entry != nil
    isScoped = entry?.isScoped ?? false
    unsafe numbers = entry?.numbers
  }
}
