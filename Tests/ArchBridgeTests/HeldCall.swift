import ArchBridge
import Dispatch
import Synchronization

/// A call of the control fixture that another thread makes, and that ends when it is released.
final class HeldCall: Sendable {
  private let releasing = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  private let result = Mutex<Int?>(nil)

  /// Returns when the call runs.
  init(_ lib: LibraryClient) {
    let begun = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      let sum: Int? = try? lib.call(
        "call",
        Callback { (value: Int32) -> Int32 in
          begun.signal()
          self.releasing.wait()
          return value + 1
        }, 2)
      self.result.withLock { $0 = sum }
      self.ended.signal()
    }
    begun.wait()
  }

  /// Lets the call end; returns 3, or nil where the call has failed.
  func release() -> Int? {
    releasing.signal()
    ended.wait()
    return result.withLock { $0 }
  }
}
