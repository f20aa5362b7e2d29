/// Where an `EnvelopeReader` gets its bytes from: the one place that does the I/O.
public protocol ByteSource {
  /// Waits for bytes and returns at least one and at most `limit` of them.
  ///
  /// - Throws: `.endOfStream` when no more come, `.readFailed` when they cannot be read.
  mutating func read(limit: Int) throws(EnvelopeError) -> [UInt8]
}

/// Cuts a stream of bytes into envelopes.
public struct EnvelopeReader: Sendable {
  /// How many bytes are asked for at a time.
  private static let chunkByteCount = 65_536
  private static let bodyChunkByteCount = 1_048_576

  private var pending: [UInt8] = []

  /// Makes a reader at the start of a stream.
  public init() {}

  /// Whether nothing has been read that was not asked for yet.
  public var isEmpty: Bool { pending.isEmpty }

  /// Takes bytes that somebody else has read from the stream.
  public mutating func take(_ bytes: [UInt8]) { pending += bytes }

  /// Reads one envelope whose body has at most `bodyLimit` bytes, and never more than
  /// `EnvelopeHeader.bodyLimit`.
  ///
  /// The limit is asked for when a body is announced. Memory is taken as bytes arrive, so that a header alone cannot exhaust it. After any error
  /// but `.endOfStream` the stream's next byte may be anything: it is of no more use.
  public mutating func next<Source: ByteSource>(
    from source: inout Source, bodyLimit: @autoclosure () -> Int
  ) throws(EnvelopeError) -> Envelope {
    while pending.count < EnvelopeHeader.byteCount {
      let chunk: [UInt8]
      do throws(EnvelopeError) {
        chunk = try source.read(limit: Self.chunkByteCount)
      } catch .endOfStream where !pending.isEmpty {
        throw .truncated
      }
      // A source that gives nothing would be asked for ever.
      guard !chunk.isEmpty else { throw pending.isEmpty ? .endOfStream : .truncated }
      if pending.isEmpty { pending = chunk } else { pending += chunk }
    }
    let header = try EnvelopeHeader(decoding: pending)
    let asked = bodyLimit()
    let limit = asked < EnvelopeHeader.bodyLimit ? asked : EnvelopeHeader.bodyLimit
    guard Int64(header.bodyByteCount) <= Int64(limit) else {
      throw .tooLarge(byteCount: header.bodyByteCount, limit: limit)
    }
    let end = EnvelopeHeader.byteCount + Int(header.bodyByteCount)
    var body: [UInt8]
    if pending.count >= end {
      body = [UInt8](pending[EnvelopeHeader.byteCount..<end])
      if pending.count == end {
        pending.removeAll(keepingCapacity: false)
      } else {
        pending.removeFirst(end)
      }
    } else {
      body = [UInt8](pending[EnvelopeHeader.byteCount...])
      pending.removeAll(keepingCapacity: false)
      try fill(&body, upTo: Int(header.bodyByteCount), from: &source)
    }
    return Envelope(
      kind: header.kind, version: header.version, sequence: header.sequence, body: body,
      thread: header.thread)
  }

  private func fill<Source: ByteSource>(
    _ body: inout [UInt8], upTo byteCount: Int, from source: inout Source
  ) throws(EnvelopeError) {
    while body.count < byteCount {
      let missing = byteCount - body.count
      let chunk: [UInt8]
      do throws(EnvelopeError) {
        chunk = try source.read(
          limit: missing < Self.bodyChunkByteCount ? missing : Self.bodyChunkByteCount)
      } catch .endOfStream {
        throw .truncated
      }
      guard !chunk.isEmpty else { throw .truncated }
      let count = body.count + chunk.count
      // Twice as much each time, but no more than was announced.
      if count > body.capacity {
        body.reserveCapacity(byteCount - count < count ? byteCount : 2 * count)
      }
      body += chunk
    }
  }
}
