import ArchBridgeWire
import Testing

@Suite struct EnvelopeReaderTests {
  private let first = Envelope(kind: .call, version: 1, sequence: 1, body: Array(0..<40))
  private let second = Envelope(kind: .load, version: 1, sequence: 2, body: [])
  private let third = Envelope(kind: .written, version: 1, sequence: 3, body: [0x80])

  private var all: [Envelope] { [first, second, third] }
  private var stream: [UInt8] { all.flatMap(\.encoded) }

  @Test func `reads several envelopes from one chunk`() throws {
    #expect(try envelopes(in: stream) == all)
  }

  @Test func `reads envelopes that come byte by byte`() throws {
    var source = ChunkedSource(stream.map { [$0] })
    var reader = EnvelopeReader()
    for envelope in all {
      #expect(try reader.next(from: &source, bodyLimit: 40) == envelope)
    }
  }

  @Test func `reads envelopes that are cut anywhere`() throws {
    for split in 0...stream.count {
      #expect(
        try envelopes(in: Array(stream[..<split]), Array(stream[split...])) == all, "at \(split)")
    }
  }

  @Test func `ends where the stream ends between envelopes`() {
    var source = ChunkedSource([])
    var reader = EnvelopeReader()
    #expect(throws: EnvelopeError.endOfStream) {
      try reader.next(from: &source, bodyLimit: 40)
    }
  }

  @Test func `refuses a stream that ends inside an envelope`() {
    let bytes = first.encoded
    for byteCount in 1..<bytes.count {
      #expect(throws: EnvelopeError.truncated, "after \(byteCount) bytes") {
        try envelopes(in: Array(bytes.prefix(byteCount)))
      }
    }
  }

  @Test func `refuses bytes that are no envelope`() {
    #expect(throws: EnvelopeError.notAnEnvelope) {
      try envelopes(in: Array("Segmentation fault (core dumped)".utf8))
    }
  }

  @Test func `refuses what follows an envelope and is none`() throws {
    var source = ChunkedSource([first.encoded + [UInt8](repeating: 0, count: 24)])
    var reader = EnvelopeReader()
    _ = try reader.next(from: &source, bodyLimit: 40)
    #expect(throws: EnvelopeError.notAnEnvelope) {
      try reader.next(from: &source, bodyLimit: 40)
    }
  }

  @Test func `keeps the thread`() throws {
    var envelope = first
    envelope.thread = 0x8000_0001
    #expect(try envelopes(in: envelope.encoded) == [envelope])
  }

  @Test func `takes a body as long as its limit`() throws {
    #expect(try envelopes(in: first.encoded, bodyLimit: 40) == [first])
  }

  @Test(arguments: [39, 0, -1, Int.min])
  func `refuses a body beyond its limit`(_ limit: Int) {
    #expect(throws: EnvelopeError.tooLarge(byteCount: 40, limit: limit)) {
      try envelopes(in: first.encoded, bodyLimit: limit)
    }
  }

  @Test(arguments: [UInt32(EnvelopeHeader.bodyLimit) + 1, .max])
  func `refuses a body beyond the protocol's limit whatever its own`(_ byteCount: UInt32) {
    let header = EnvelopeHeader(kind: .memory, version: 1, sequence: 1, bodyByteCount: byteCount)
    #expect(
      throws: EnvelopeError.tooLarge(byteCount: byteCount, limit: EnvelopeHeader.bodyLimit)
    ) {
      try envelopes(in: header.encoded, bodyLimit: .max)
    }
  }

  @Test func `asks for little at a time whatever a header claims`() {
    let header = EnvelopeHeader(
      kind: .memory, version: 1, sequence: 1, bodyByteCount: UInt32(EnvelopeHeader.bodyLimit))
    var source = ChunkedSource([header.encoded, [1, 2, 3]])
    var reader = EnvelopeReader()
    _ = try? reader.next(from: &source, bodyLimit: .max)
    #expect(source.largestLimit <= 1 << 20)
  }

  @Test func `takes no byte of the next envelope while it fills a body`() throws {
    let header = Array(first.encoded.prefix(EnvelopeHeader.byteCount))
    var source = ChunkedSource([header, first.body + second.encoded])
    var reader = EnvelopeReader()
    _ = try reader.next(from: &source, bodyLimit: 40)
    #expect(source.chunks == [second.encoded])
  }

  @Test func `passes on why bytes cannot be read`() {
    var source = FailingSource()
    var reader = EnvelopeReader()
    #expect(throws: EnvelopeError.readFailed(errno: 5)) {
      try reader.next(from: &source, bodyLimit: 40)
    }
  }

  @Test func `takes a source that gives nothing for one at its end`() {
    var source = EmptySource()
    var reader = EnvelopeReader()
    #expect(throws: EnvelopeError.endOfStream) {
      try reader.next(from: &source, bodyLimit: 40)
    }
  }

  private struct FailingSource: ByteSource {
    mutating func read(limit: Int) throws(EnvelopeError) -> [UInt8] {
      throw .readFailed(errno: 5)
    }
  }

  private struct EmptySource: ByteSource {
    mutating func read(limit: Int) throws(EnvelopeError) -> [UInt8] { [] }
  }
}
