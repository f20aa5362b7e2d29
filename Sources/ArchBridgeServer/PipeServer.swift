public import ArchBridgeWire
internal import CArchBridgeShims

/// Serves a `LibraryServer` over descriptors until the controller closes its end.
///
/// Two are for the thread that answers requests; two more are for the library's own threads, which
/// share them when they call back.
public final class PipeServer: ControllerPort {
  private let server: LibraryServer
  private let main: Pipes
  private let side: Pipes
  private var mainReader = EnvelopeReader()
  private var sideReader = EnvelopeReader()
  /// Whether one of the library's threads reads for all of them.
  private var isSideRead = false
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
  }

  /// Makes a server loop for `server`.
  public init(_ server: LibraryServer, main: Pipes, side: Pipes) {
    self.server = server
    self.main = main
    self.side = side
  }

  /// Answers requests one after another, and returns when there are no more.
  ///
  /// - Throws: what is wrong with the stream of requests, or with the way back.
  public func run() throws(EnvelopeError) {
    server.port = self
    // What the library does at its end has nobody to ask.
    defer { server.port = nil }
    while !server.isIncompatible {
      let request: Envelope
      do throws(EnvelopeError) {
        request = try readMain()
      } catch .endOfStream {
        return
      }
      try Self.write(server.reply(to: request), to: main)
    }
  }

  /// Sends an envelope from a thread, and waits for the next one that is for that thread.
  public func exchange(_ envelope: Envelope) throws(EnvelopeError) -> Envelope {
    guard envelope.thread == 0 else { return try exchangeAside(envelope) }
    try Self.write(envelope, to: main)
    server.lock.release()
    defer { server.lock.acquire() }
    return try readMain()
  }

  /// One of the threads that wait reads for all; the others are woken when it has read.
  private func exchangeAside(_ envelope: Envelope) throws(EnvelopeError) -> Envelope {
    try Self.write(envelope, to: side)
    while true {
      if let index = arrived.firstIndex(where: { $0.thread == envelope.thread }) {
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

  private func readMain() throws(EnvelopeError) -> Envelope {
    var source = DescriptorSource(descriptor: main.requests)
    return try mainReader.next(from: &source, bodyLimit: EnvelopeHeader.bodyLimit)
  }

  private func readSide() throws(EnvelopeError) -> Envelope {
    var source = DescriptorSource(descriptor: side.requests)
    return try sideReader.next(from: &source, bodyLimit: EnvelopeHeader.bodyLimit)
  }

  private static func write(_ envelope: Envelope, to pipes: Pipes) throws(EnvelopeError) {
    let bytes = envelope.encoded
    // Safe: the bytes outlive the call.
    let result = unsafe ab_write_all(pipes.replies, bytes, bytes.count)
    guard result == 0 else { throw .readFailed(errno: -result) }
  }
}

/// Reads a descriptor, waiting for bytes.
public struct DescriptorSource: ByteSource {
  private let descriptor: Int32

  /// Makes a source that reads `descriptor`, which it does not own.
  public init(descriptor: Int32) { self.descriptor = descriptor }

  /// Waits for bytes and returns at least one and at most `limit` of them.
  public mutating func read(limit: Int) throws(EnvelopeError) -> [UInt8] {
    var count = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, initialized in
      // Safe: the buffer has room for `limit` bytes; as many count as filled as were read.
      if let base = buffer.baseAddress {
        count = unsafe Int(ab_read(descriptor, base, limit))
      }
      initialized = count > 0 ? count : 0
    }
    guard count >= 0 else { throw .readFailed(errno: Int32(-count)) }
    guard count > 0 else { throw .endOfStream }
    return bytes
  }
}
