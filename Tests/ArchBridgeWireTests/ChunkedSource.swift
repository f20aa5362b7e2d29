import ArchBridgeWire

/// A source that gives chunks as they are, then ends; it remembers how much was asked for.
struct ChunkedSource: ByteSource {
  private(set) var chunks: [[UInt8]]
  private(set) var largestLimit = 0

  init(_ chunks: [[UInt8]]) {
    self.chunks = chunks.filter { !$0.isEmpty }
  }

  mutating func read(limit: Int) throws(EnvelopeError) -> [UInt8] {
    largestLimit = max(largestLimit, limit)
    guard !chunks.isEmpty else { throw .endOfStream }
    guard chunks[0].count > limit else { return chunks.removeFirst() }
    let part = [UInt8](chunks[0].prefix(limit))
    chunks[0].removeFirst(limit)
    return part
  }
}

/// The envelopes of a whole stream, in chunks as given.
func envelopes(
  in chunks: [UInt8]..., bodyLimit: Int = 1_024
) throws(EnvelopeError) -> [Envelope] {
  var source = ChunkedSource(chunks)
  var reader = EnvelopeReader()
  var envelopes: [Envelope] = []
  do throws(EnvelopeError) {
    while true { envelopes.append(try reader.next(from: &source, bodyLimit: bodyLimit)) }
  } catch .endOfStream {
    return envelopes
  }
}
