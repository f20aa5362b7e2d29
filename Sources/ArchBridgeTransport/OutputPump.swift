internal import CArchBridgeShims
internal import Dispatch
internal import Synchronization
internal import SystemPackage

/// Takes what a helper writes to its standard output and error, on a thread of its own.
package final class OutputPump: Sendable {
  /// The descriptors for the helper to write to, until `started()`.
  package let standardOutput: Int32
  package let standardError: Int32

  private let sources: [Int32]
  private let stop: (read: Int32, write: Int32)
  private let thread = WorkerThread()
  private let isEnded = Mutex(false)

  /// Makes the two pipes, and starts handing over what comes through them.
  ///
  /// `handler` runs on the pump's thread, with the descriptor's number (1 or 2) and some bytes.
  package init(
    handler: @escaping @Sendable (_ descriptor: Int32, _ bytes: [UInt8]) -> Void
  ) throws(ChannelError) {
    let output = try makePipe()
    let error = try makePipe()
    stop = try makePipe()
    (standardOutput, standardError) = (output.write, error.write)
    sources = [output.read, error.read]
    for source in sources { ab_set_nonblocking(source) }
    let (sources, stop) = (sources, stop.read)
    thread.async { Self.pump(sources, until: stop, handler) }
  }

  /// Gives up the helper's ends of the pipes, which the helper has inherited.
  package func started() { closeAll([standardOutput, standardError]) }

  /// Hands over what has come so far, and ends. Nothing is waited for: a process that the library
  /// left behind may hold the pipes open.
  package func end() {
    let wasEnded = isEnded.withLock { ended in
      defer { ended = true }
      return ended
    }
    guard !wasEnded else { return }
    closeAll([stop.write])
    let (sources, stop) = (sources, stop.read)
    thread.sync { closeAll(sources + [stop]) }
    thread.end()
  }

  private static func pump(
    _ sources: [Int32], until stop: Int32, _ handler: (Int32, [UInt8]) -> Void
  ) {
    var open = sources
    while open.contains(where: { $0 >= 0 }) {
      let ready = unsafe ab_wait(open + [stop], 3, 0, -1)
      guard ready >= 0 else { return }
      for index in 0..<2 where ready & 1 << Int32(index) != 0 {
        if !handOver(open[index], Int32(index) + 1, handler) { open[index] = -1 }
      }
      // Everything that was written before the stop has been read once nothing else is ready.
      if ready == 4 { return }
    }
    // Both are at their end; the stop is still to come.
  }

  /// Returns whether more may come.
  private static func handOver(
    _ source: Int32, _ descriptor: Int32, _ handler: (Int32, [UInt8]) -> Void
  ) -> Bool {
    switch readBytes(source, limit: 65_536) {
    case .success([]): return false
    case .success(let bytes):
      handler(descriptor, bytes)
      return true
    case .failure(let error): return error == .wouldBlock
    }
  }
}
