/// Why a stream of bytes gives no envelope.
public enum EnvelopeError: Error, Equatable, Sendable {
  /// The stream ended between two envelopes.
  case endOfStream
  /// The stream ended inside an envelope.
  case truncated
  /// The bytes do not begin with the magic number.
  case notAnEnvelope
  /// The body would exceed what the reader is ready to take.
  case tooLarge(byteCount: UInt32, limit: Int)
  /// The bytes could not be read; `errno` says why.
  case readFailed(errno: Int32)
}
