public import ArchBridgeWire
internal import CArchBridgeShims

/// Serves a `LibraryServer` over two descriptors until the controller closes its end.
public struct PipeServer {
  private let requests: Int32
  private let replies: Int32

  /// Makes a server loop that reads requests from one descriptor and writes replies to the other.
  public init(requests: Int32, replies: Int32) {
    self.requests = requests
    self.replies = replies
  }

  /// Answers requests one after another, and returns when there are no more.
  ///
  /// - Throws: what is wrong with the stream of requests, or with the way back.
  public func run(_ server: LibraryServer) throws(EnvelopeError) {
    var reader = EnvelopeReader()
    var source = DescriptorSource(descriptor: requests)
    while !server.isIncompatible {
      let request: Envelope
      do throws(EnvelopeError) {
        request = try reader.next(from: &source, bodyLimit: EnvelopeHeader.bodyLimit)
      } catch .endOfStream {
        return
      }
      let reply = server.reply(to: request).encoded
      // Safe: the bytes outlive the call.
      let result = unsafe ab_write_all(replies, reply, reply.count)
      guard result == 0 else { throw .readFailed(errno: -result) }
    }
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
