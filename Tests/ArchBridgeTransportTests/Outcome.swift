import ArchBridgeTransport
import Dispatch
import Synchronization

/// How something ended on another thread.
final class Outcome: Sendable {
  private let result = Mutex<Result<Void, ChannelError>?>(nil)
  private let done = DispatchSemaphore(value: 0)

  func set(_ outcome: Result<Void, ChannelError>) {
    result.withLock { $0 = outcome }
    done.signal()
  }

  /// What it failed with, as soon as it has ended; nil where it succeeded.
  var error: ChannelError? {
    done.wait()
    if case .failure(let error) = result.withLock({ $0 }) { return error }
    return nil
  }
}
