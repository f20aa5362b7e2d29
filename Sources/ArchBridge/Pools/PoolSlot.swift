internal import ArchBridgeTransport
internal import Synchronization

/// A place for one helper of a pool: a thread, and the client that is used on it alone.
///
/// The thread stays when its helper is replaced.
final class PoolSlot<Client: LibraryClient>: Sendable {
  let thread = WorkerThread()
  private let current = Mutex<Client?>(nil)

  /// The client whose helper is here, if one has been started.
  var client: Client? { current.withLock { $0 } }

  func take(_ client: Client) { current.withLock { $0 = client } }

  /// Ends the helper, if there is one.
  func close() {
    let client = current.withLock { current in
      defer { current = nil }
      return current
    }
    client?.close()
  }
}
