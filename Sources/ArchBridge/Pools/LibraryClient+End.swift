internal import ArchBridgeTransport
internal import Synchronization

extension LibraryClient {
  /// Why the session ended by itself: the first failure; nil where it did not.
  var failureOfHelper: BridgeError? {
    session.failure.withLock { $0 }.flatMap { $0.code == .sessionClosed ? nil : $0 }
  }

  /// Whether no call can be made any more, as far as the last ones have told.
  package var isAtEnd: Bool {
    session.isClosed.load(ordering: .acquiring) || session.failure.withLock { $0 != nil }
  }

  /// Whether the helper's process has ended, though no call has met that yet.
  var hasLostHelper: Bool { session.channel.hasEnded }
}
