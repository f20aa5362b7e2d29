public import ArchBridgeWire
internal import CArchBridgeCalls
internal import CArchBridgeShims

/// Serves a `RequestServer` over a channel until the controller closes its end.
///
/// The main lane is for the thread that answers requests; the side lane is for the library's own
/// threads, which share it when they call back.
public final class ChannelServer: ControllerPort {
  private let server: RequestServer
  private let main: MainLane
  private let side: Pipes
  private var sideReader = EnvelopeReader()
  /// Whether one of the library's threads reads for all of them.
  private var isSideRead = false
  /// Whether a thread stands by.
  private var isStoodBy = false
  /// What has been read for a thread that has not taken it.
  private var arrived: [Envelope] = []

  /// The descriptors that requests are read from and replies written to.
  public struct Pipes: Sendable {
    let requests: Int32
    let replies: Int32

    /// Makes a pair of descriptors.
    public init(requests: Int32, replies: Int32) {
      self.requests = requests
      self.replies = replies
    }

    func write(_ envelope: Envelope) throws(EnvelopeError) {
      ab_child_leave()
      let bytes = envelope.encoded
      // Safe: the bytes outlive the call.
      let result = unsafe ab_write_all(replies, bytes, bytes.count)
      guard result == 0 else { throw .readFailed(errno: -result) }
    }
  }

  /// Makes a server loop for `server`, whose main lane becomes the shared file where it can be
  /// mapped.
  public init(_ server: RequestServer, main: Pipes, side: Pipes, sharedFile: Int32? = nil) {
    self.server = server
    server.sharedMemory = sharedFile.flatMap { SharedMemory(file: $0) }
    self.main = MainLane(
      main, sharedFile: sharedFile, isGreeted: server.agreedVersion != 0)
    self.side = side
  }

  /// Answers requests one after another, and returns when there are no more.
  ///
  /// - Throws: what is wrong with the stream of requests, or with the way back.
  public func run() throws(EnvelopeError) {
    server.port = self
    unsafe server.progress = main.progress
    if server.ownsProcess { main.keepRefusals() }
    // What the library does at its end has nobody to ask.
    defer {
      server.port = nil
      ab_way_close()
      if server.ownsProcess, !server.isConfined { ab_aside_gather() }
    }
    while !server.isIncompatible {
      main.answerCalls(server)
      let request: Envelope
      do throws(EnvelopeError) {
        request = try main.read()
      } catch .endOfStream {
        return server.shutDownServer()
      }
      try main.write(server.reply(to: request))
    }
  }

  /// Sends an envelope from a thread, and waits for the next one that is for that thread.
  public func exchange(_ envelope: Envelope) throws(EnvelopeError) -> Envelope {
    guard envelope.thread == 0 else { return try exchangeAside(envelope) }
    try main.write(envelope)
    return try receive()
  }

  /// Waits for the next envelope of the main lane.
  public func receive() throws(EnvelopeError) -> Envelope {
    server.lock.release()
    defer { server.lock.acquire() }
    return try main.read()
  }

  /// Starts the thread, which lives as long as the process.
  public func standBy() -> Bool {
    guard !isStoodBy else { return true }
    // Safe: the thread has a reference of its own.
    isStoodBy =
      unsafe ab_start_aside(
        { context in
          unsafe Unmanaged<ChannelServer>.fromOpaque(context).takeUnretainedValue().runAside()
        }, Unmanaged.passRetained(self).toOpaque()) == 0
    return isStoodBy
  }

  /// Makes the calls that come beside others, until the controller closes its end.
  private func runAside() {
    ab_report_aside()
    server.lock.acquire()
    defer { server.lock.release() }
    do throws(EnvelopeError) {
      while true {
        let request = try nextAside(for: StandByMessage.thread)
        ab_float_restore()
        try side.write(server.answer(to: request, isAside: true))
      }
    } catch {
      // Whoever answers requests meets the same.
    }
  }

  private func exchangeAside(_ envelope: Envelope) throws(EnvelopeError) -> Envelope {
    try side.write(envelope)
    return try nextAside(for: envelope.thread)
  }

  /// One of the threads that wait reads for all; the others are woken when it has read.
  private func nextAside(for thread: UInt32) throws(EnvelopeError) -> Envelope {
    while true {
      if let index = arrived.firstIndex(where: { $0.thread == thread }) {
        return arrived.remove(at: index)
      }
      if isSideRead {
        server.lock.wait()
        continue
      }
      isSideRead = true
      server.lock.release()
      let result = Result { () throws(EnvelopeError) in try readSide() }
      server.lock.acquire()
      isSideRead = false
      server.lock.notify()
      arrived.append(try result.get())
    }
  }

  private func readSide() throws(EnvelopeError) -> Envelope {
    var source = DescriptorSource(descriptor: side.requests)
    return try sideReader.next(from: &source, bodyLimit: EnvelopeHeader.bodyLimit)
  }
}
