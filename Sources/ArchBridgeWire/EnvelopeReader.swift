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

  /// Reads one envelope whose body has at most `bodyLimit` bytes.
  ///
  /// Memory is taken as bytes arrive, so that a header alone cannot exhaust it.
  public mutating func next<Source: ByteSource>(
    from source: inout Source, bodyLimit: Int
  ) throws(EnvelopeError) -> Envelope {
    while pending.count < EnvelopeHeader.byteCount {
      let chunk: [UInt8]
      do throws(EnvelopeError) {
        chunk = try source.read(limit: Self.chunkByteCount)
      } catch .endOfStream where !pending.isEmpty {
        throw .truncated
      }
      if pending.isEmpty { pending = chunk } else { pending += chunk }
    }
    let header = try EnvelopeHeader(decoding: pending)
    guard UInt64(header.bodyByteCount) <= UInt64(clamping: bodyLimit) else {
      throw .tooLarge(byteCount: header.bodyByteCount, limit: bodyLimit)
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
      kind: header.kind, version: header.version, sequence: header.sequence, body: body)
  }

  private func fill<Source: ByteSource>(
    _ body: inout [UInt8], upTo byteCount: Int, from source: inout Source
  ) throws(EnvelopeError) {
    while body.count < byteCount {
      let missing = byteCount - body.count
      do throws(EnvelopeError) {
        body += try source.read(
          limit: missing < Self.bodyChunkByteCount ? missing : Self.bodyChunkByteCount)
      } catch .endOfStream {
        throw .truncated
      }
    }
  }
}
