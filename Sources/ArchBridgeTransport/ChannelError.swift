package import ArchBridgeWire
package import SystemPackage

/// Why envelopes cannot be moved to or from a helper.
package enum ChannelError: Error, Equatable, Sendable {
  /// The helper's program could not be started.
  case cannotStart(Errno)
  /// The system has no memory to share with a helper.
  case noSharedMemory
  /// The helper has ended.
  case ended(HelperExitStatus)
  /// The helper closed its end and did not end; it has been ended.
  case hungUp(HelperExitStatus)
  /// What came is not an envelope.
  case notAnEnvelope(EnvelopeError)
  /// The envelope's body has more than `EnvelopeHeader.bodyLimit` bytes.
  case tooLarge(byteCount: Int)
  /// The system refused an operation on the channel.
  case system(Errno)
  /// Nothing came before the deadline.
  case timedOut
  /// The channel has been closed.
  case closed
}
