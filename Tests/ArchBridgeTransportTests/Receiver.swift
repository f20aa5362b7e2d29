import ArchBridgeTransport
import Dispatch
import Foundation
import Synchronization

/// A thread that waits for a reply, without a deadline, until it fails.
final class Receiver: Sendable {
  private let result = Mutex<ChannelError?>(nil)
  private let done = DispatchSemaphore(value: 0)

  /// Starts the thread, and returns when it runs.
  init(_ channel: any Channel) {
    let isRunning = DispatchSemaphore(value: 0)
    Thread { [self] in
      isRunning.signal()
      do throws(ChannelError) {
        while true { _ = try channel.receive(bodyLimit: 65_536, deadline: nil) }
      } catch {
        result.withLock { $0 = error }
      }
      done.signal()
    }.start()
    isRunning.wait()
  }

  /// What the thread ended with, as soon as it has.
  var error: ChannelError {
    done.wait()
    defer { done.signal() }
    return result.withLock { $0 } ?? .timedOut
  }
}

extension ChannelError {
  /// Whether this says that there is nobody to talk to any more.
  var isEnd: Bool {
    switch self {
    case .closed, .ended: true
    default: false
    }
  }
}
