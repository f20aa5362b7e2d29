internal import CArchBridgeCalls

/// The lock that a server's own code holds while it runs, and lets go while a library's does.
///
/// A library may call back on any thread; what a server knows is nevertheless touched by one thread
/// at a time.
@safe public final class ServerLock: @unchecked Sendable {
  private let lock: OpaquePointer

  init() {
    guard let made = unsafe ab_lock_make() else { fatalError("no memory for a lock") }
    unsafe lock = made
  }

  deinit { unsafe ab_lock_free(lock) }

  /// Waits for the lock, and holds it.
  public func acquire() { unsafe ab_lock_acquire(lock) }

  /// Lets others have the lock.
  public func release() { unsafe ab_lock_release(lock) }

  /// Lets others have the lock until `notify()`, then holds it again.
  public func wait() { unsafe ab_lock_wait(lock) }

  /// Wakes all that wait.
  public func notify() { unsafe ab_lock_notify(lock) }
}
