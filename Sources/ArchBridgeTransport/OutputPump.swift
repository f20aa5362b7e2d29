internal import CArchBridgeShims
internal import Dispatch
internal import Synchronization
internal import SystemPackage

/// Takes what a helper writes to its standard output and error, on a thread of its own.
package final class OutputPump: HelperOutput {
  /// The descriptors for the helper to write to, until `started()`.
  package let standardOutput: Int32
  package let standardError: Int32

  private let sources: [Int32]
  private let stop: (read: Int32, write: Int32)
  private let thread = WorkerThread()
  private let isStarted = Atomic(false)
  private let isEnded = Atomic(false)
  private let tail: SharedTail
  private let flushed = DispatchSemaphore(value: 0)

  /// How long the end of the output is waited for while the handler is at work.
  private static let flushLimit = DispatchTimeInterval.milliseconds(200)
  private static let chunkByteCount = 65_536
  /// What a pipe holds at most, as long as nobody with privileges enlarges it.
  private static let pipeByteLimit = 1_048_576

  /// Makes the two pipes, and starts handing over what comes through them.
  ///
  /// `handler` runs on the pump's thread, with the descriptor's number (1 or 2) and some bytes. It
  /// may end the pump.
  package init(
    handler: @escaping @Sendable (_ descriptor: Int32, _ bytes: [UInt8]) -> Void
  ) throws(ChannelError) {
    guard thread.isRunning else { throw .system(.resourceTemporarilyUnavailable) }
    let pipes = try makePipes(count: 3)
    stop = pipes[2]
    (standardOutput, standardError) = (pipes[0].write, pipes[1].write)
    sources = [pipes[0].read, pipes[1].read]
    for source in sources { ab_set_nonblocking(source) }
    let (sources, stop, flushed) = (sources, stop.read, flushed)
    let tail = SharedTail()
    self.tail = tail
    thread.async {
      Self.pump(sources, until: stop, { flushed.signal() }) { descriptor, bytes in
        if descriptor == 2 { tail.append(bytes) }
        handler(descriptor, bytes)
      }
    }
  }

  /// The end of what came over standard error, all of which has been handed over.
  ///
  /// A handler that takes long is not waited for.
  package func lastErrors() -> [UInt8] {
    if !isEnded.load(ordering: .acquiring), !thread.isCurrent {
      // One byte asks for what there is; the end of them all for the end.
      if unsafe ab_write(stop.write, [0], 1) == 1 {
        _ = flushed.wait(timeout: .now() + Self.flushLimit)
      }
    }
    return tail.bytes
  }

  deinit {
    started()
    end()
  }

  /// Gives up the helper's ends of the pipes, which the helper has inherited.
  package func started() {
    guard !isStarted.exchange(true, ordering: .acquiringAndReleasing) else { return }
    closeAll([standardOutput, standardError])
  }

  /// Hands over what has come so far, and ends.
  ///
  /// Nothing is waited for: a process that the library left behind may hold the pipes open, and
  /// write into them. Called by the handler, this returns before the rest has been handed over.
  package func end() {
    guard !isEnded.exchange(true, ordering: .acquiringAndReleasing) else { return }
    closeAll([stop.write])
    let (sources, stop) = (sources, stop.read)
    if thread.isCurrent {
      thread.async { closeAll(sources + [stop]) }
    } else {
      thread.sync { closeAll(sources + [stop]) }
    }
    thread.end()
  }

  private static func pump(
    _ sources: [Int32], until stop: Int32, _ flushed: () -> Void,
    _ handler: (Int32, [UInt8]) -> Void
  ) {
    var open = sources
    while true {
      // Safe: the array has as many descriptors as the call is told of.
      let ready = unsafe ab_wait(open + [stop], 3, 0, -1)
      guard ready >= 0 else { return }
      let isStopped = ready & 4 != 0
      // What was written before the stop is in the pipes, be it that the wait has not seen it.
      let limit = isStopped ? pipeByteLimit : chunkByteCount
      for index in 0..<2
      where open[index] >= 0 && (isStopped || ready & 1 << Int32(index) != 0) {
        if !handOver(open[index], Int32(index) + 1, limit: limit, handler) { open[index] = -1 }
      }
      guard isStopped else { continue }
      guard case .success(let asked) = readBytes(stop, limit: 16), !asked.isEmpty else { return }
      for _ in asked { flushed() }
    }
  }

  /// Hands over what there is, up to `limit` bytes, and returns whether more may come.
  private static func handOver(
    _ source: Int32, _ descriptor: Int32, limit: Int, _ handler: (Int32, [UInt8]) -> Void
  ) -> Bool {
    var byteCount = 0
    while byteCount < limit {
      switch readBytes(source, limit: chunkByteCount) {
      case .success([]): return false
      case .success(let bytes):
        byteCount += bytes.count
        handler(descriptor, bytes)
      case .failure(let error): return error == .wouldBlock
      }
    }
    return true
  }
}
