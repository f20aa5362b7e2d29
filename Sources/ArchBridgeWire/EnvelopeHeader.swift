/// The 24 bytes before every body, in little-endian order.
///
///     0  magic      "ABRG"
///     4  version    UInt16
///     6  kind       UInt16
///     8  sequence   UInt64
///     16 body bytes UInt32
///     20 thread     UInt32
public struct EnvelopeHeader: Equatable, Sendable {
  /// A header's length.
  @inlinable public static var byteCount: Int { 24 }
  /// The first four bytes: `ABRG`.
  public static let magic: [UInt8] = [0x41, 0x42, 0x52, 0x47]
  /// How many bytes a body can have: 1 GiB, of which an address space of 32 bits has four.
  public static let bodyLimit = 1 << 30

  /// What the body is.
  public var kind: EnvelopeKind
  /// The protocol version that the body is written in.
  public var version: UInt16
  /// The request's number.
  public var sequence: UInt64
  /// How many bytes of body follow.
  public var bodyByteCount: UInt32

  /// The helper's thread that sends the envelope, or is to take it.
  public var thread: UInt32

  /// Makes a header.
  @inlinable public init(
    kind: EnvelopeKind, version: UInt16, sequence: UInt64, bodyByteCount: UInt32,
    thread: UInt32 = 0
  ) {
    self.kind = kind
    self.version = version
    self.sequence = sequence
    self.bodyByteCount = bodyByteCount
    self.thread = thread
  }

  /// Reads the header that `bytes` begin with.
  public init(decoding bytes: [UInt8]) throws(EnvelopeError) {
    guard bytes.count >= Self.byteCount else { throw .truncated }
    for index in 0..<4 where bytes[index] != Self.magic[index] { throw .notAnEnvelope }
    func number(_ offset: Int, _ byteCount: Int) -> UInt64 {
      var value: UInt64 = 0
      for index in 0..<byteCount { value |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
      return value
    }
    version = UInt16(truncatingIfNeeded: number(4, 2))
    kind = EnvelopeKind(rawValue: UInt16(truncatingIfNeeded: number(6, 2)))
    sequence = number(8, 8)
    bodyByteCount = UInt32(truncatingIfNeeded: number(16, 4))
    thread = UInt32(truncatingIfNeeded: number(20, 4))
  }

  /// The header's bytes.
  public var encoded: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.byteCount)
    write(to: &bytes)
    return bytes
  }

  func write(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: Self.magic)
    func append(_ value: UInt64, _ byteCount: Int) {
      for index in 0..<byteCount {
        bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index)))
      }
    }
    append(UInt64(version), 2)
    append(UInt64(kind.rawValue), 2)
    append(sequence, 8)
    append(UInt64(bodyByteCount), 4)
    append(UInt64(thread), 4)
  }
}
