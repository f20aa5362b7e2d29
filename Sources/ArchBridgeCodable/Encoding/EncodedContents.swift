import ArchBridgeWire

/// Items under construction: bytes, and places whose bytes come later.
///
/// What is large is kept as it is and copied once, at the very end.
struct EncodedContents {
  private enum Segment {
    case bytes([UInt8])
    case pending(EncodingFrame)
  }

  private static let largeByteCount = 1024

  private var segments: [Segment] = []
  /// Takes what comes next.
  var writer = CBORWriter()

  /// Writes a map's key.
  mutating func write(_ key: MapKey) {
    switch key {
    case .integer(let value): writer.write(signed: Int64(value))
    case .text(let value): writer.write(text: value)
    case .other(let item): writer.write(raw: item)
    }
  }

  /// Appends bytes that are encoded, or are a byte string's contents.
  mutating func append(raw bytes: [UInt8]) {
    if bytes.count < Self.largeByteCount {
      writer.write(raw: bytes)
    } else {
      seal()
      segments.append(.bytes(bytes))
    }
  }

  /// Leaves a place for what `frame` is still to be given.
  mutating func append(pending frame: EncodingFrame) {
    seal()
    segments.append(.pending(frame))
  }

  /// Appends what `frame` was given, under the head that suits it.
  mutating func append(finished frame: EncodingFrame) throws {
    try frame.checkUse()
    switch frame.shape {
    case .nothing: writer.beginMap(count: 0)
    case .single: break
    case .array: writer.beginArray(count: frame.count)
    case .map: writer.beginMap(count: frame.count)
    }
    for segment in frame.contents.segments { try append(segment) }
    append(raw: frame.contents.writer.bytes)
  }

  /// All the bytes.
  consuming func joined() throws -> [UInt8] {
    guard !segments.isEmpty else { return writer.bytes }
    var flat = EncodedContents()
    for segment in segments { try flat.append(segment) }
    flat.append(raw: writer.bytes)
    flat.seal()
    let parts: [[UInt8]] = flat.segments.map {
      if case .bytes(let bytes) = $0 { bytes } else { [] }
    }
    var joined: [UInt8] = []
    joined.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { joined += part }
    return joined
  }

  private mutating func append(_ segment: Segment) throws {
    switch segment {
    case .bytes(let bytes): append(raw: bytes)
    case .pending(let frame): try append(finished: frame)
    }
  }

  private mutating func seal() {
    guard !writer.bytes.isEmpty else { return }
    segments.append(.bytes(writer.bytes))
    writer = CBORWriter()
  }
}
