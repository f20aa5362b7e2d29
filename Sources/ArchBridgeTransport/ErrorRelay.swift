internal import CArchBridgeShims
internal import Glibc
internal import Synchronization
internal import SystemPackage

/// Passes on what a helper writes to its standard error, to the program's own, and keeps the end.
///
/// Bytes go on as they are and in their order. One thread does so for all helpers of the program;
/// what a process writes that the library has left behind goes on, too.
package final class ErrorRelay: HelperOutput {
  /// The descriptor for the helper to write to, until `started()`.
  package let standardError: Int32

  private struct State {
    /// Where it comes from; −1 once nobody writes there any more.
    var source: Int32
    /// The thread's number of it.
    var number: UInt64 = 0
  }

  private let state: Mutex<State>
  private let tail = SharedTail()
  private let isStarted = Atomic(false)

  private static let chunkByteCount = 65_536
  /// What a pipe holds at most, as long as nobody with privileges enlarges it.
  private static let pipeByteLimit = 1_048_576

  /// Makes a pipe, and starts to pass on what comes through it; nil where the system has nothing
  /// left for one.
  package static func make() -> ErrorRelay? {
    guard let relayWatcher, let pipe = try? makePipe() else { return nil }
    ab_set_nonblocking(pipe.read)
    let relay = ErrorRelay(pipe.read, pipe.write)
    // With the lock held: what comes is not passed on before the number is known.
    let isAdded = relay.state.withLock { state in
      guard let number = relayWatcher.add(pipe.read, relay) else { return false }
      state.number = number
      return true
    }
    return isAdded ? relay : nil
  }

  private init(_ source: Int32, _ standardError: Int32) {
    state = Mutex(State(source: source))
    self.standardError = standardError
  }

  deinit {
    started()
    state.withLock { Self.close(&$0) }
  }

  private static func close(_ state: inout State) {
    guard state.source >= 0 else { return }
    relayWatcher?.remove(state.number, state.source)
    Glibc.close(state.source)
    state.source = -1
  }

  /// Gives up the helper's end of the pipe, which the helper has inherited.
  package func started() {
    guard !isStarted.exchange(true, ordering: .acquiringAndReleasing) else { return }
    Glibc.close(standardError)
  }

  /// Passes on what has come so far; more may come, for as long as somebody can write it.
  package func end() { passOn() }

  /// The end of what has come, all of which has been passed on.
  package func lastErrors() -> [UInt8] {
    passOn()
    return tail.bytes
  }

  /// Passes on what there is.
  func passOn() { state.withLock { passOn(&$0) } }

  /// The same, unless somebody is at it.
  func passOnIfIdle() { state.withLockIfAvailable { passOn(&$0) } }

  /// Passes on what there is, and calls `again` with the descriptor where more can come.
  fileprivate func passOn(then again: (Int32) -> Void) {
    state.withLock { state in
      passOn(&state)
      if state.source >= 0 { again(state.source) }
    }
  }

  private func passOn(_ state: inout State) {
    var byteCount = 0
    // A writer without end must not keep others waiting.
    while state.source >= 0, byteCount < Self.pipeByteLimit {
      switch readBytes(state.source, limit: Self.chunkByteCount) {
      case .success(let bytes) where !bytes.isEmpty:
        byteCount += bytes.count
        tail.append(bytes)
        // Where nobody takes it, it is lost as it would be otherwise.
        _ = unsafe ab_write_on(STDERR_FILENO, bytes, bytes.count)
      case .failure(.wouldBlock): return
      default: Self.close(&state)
      }
    }
  }
}

/// Hears of what helpers write, and passes it on.
private let relayWatcher: DescriptorWatcher<ErrorRelay>? = {
  let watcher = DescriptorWatcher<ErrorRelay> { watcher, number in
    let relay = watcher.watched.withLock { $0[number] }
    relay?.passOn { watcher.again(number, $0) }
  }
  // What was written before the program's end is written.
  atexit {
    let relays = relayWatcher?.watched.withLockIfAvailable { Array($0.values) }
    for relay in relays ?? [] { relay.passOnIfIdle() }
  }
  return watcher
}()
