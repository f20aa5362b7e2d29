internal import CArchBridgeShims
internal import Glibc
internal import Synchronization

/// Hears at once of descriptors that can be read, on one thread for all of them.
final class DescriptorWatcher<Watched: Sendable>: Sendable {
  private let watch: Int32
  /// What belongs to each descriptor, by its number.
  let watched = Mutex<[UInt64: Watched]>([:])
  private let lastNumber = Atomic<UInt64>(0)
  private let thread = WorkerThread()

  /// Starts the thread, on which `hear` gets the number of each descriptor that can be read; nil where
  /// the system has nothing left for one.
  init?(_ hear: @escaping @Sendable (_ watcher: DescriptorWatcher, _ number: UInt64) -> Void) {
    watch = ab_watch_make()
    guard watch >= 0, thread.isRunning else { return nil }
    thread.async { [self] in
      var number: UInt64 = 0
      while unsafe ab_watch_next(watch, &number) == 0 { hear(self, number) }
    }
  }

  /// Hears of a descriptor once; returns its number, or nil where the system refuses.
  func add(_ descriptor: Int32, _ value: Watched) -> UInt64? {
    let number = lastNumber.add(1, ordering: .relaxed).newValue
    watched.withLock { $0[number] = value }
    guard ab_watch_add(watch, descriptor, number) == 0 else {
      watched.withLock { $0[number] = nil }
      return nil
    }
    return number
  }

  /// Hears of a descriptor once more.
  func again(_ number: UInt64, _ descriptor: Int32) {
    _ = ab_watch_again(watch, descriptor, number)
  }

  /// Forgets a descriptor.
  func remove(_ number: UInt64, _ descriptor: Int32) {
    ab_watch_remove(watch, descriptor)
    watched.withLock { $0[number] = nil }
  }
}

/// What becomes of a process that has ended.
enum ProcessEnd: Sendable {
  /// Who waits in shared memory sees nothing of its helper's end, and is told.
  case tell(@Sendable () -> Void)
  /// Nobody waits for it: it is removed by this descriptor, which is closed.
  case remove(Int32)
}

/// Hears of the end of any helper, and does what belongs to it; nil where the system has nothing left.
let endWatcher = DescriptorWatcher<ProcessEnd> { watcher, number in
  // With the lock held: who has removed an action knows that it does not run any more.
  watcher.watched.withLock { watched in
    switch watched[number] {
    case .tell(let action)?: action()
    case .remove(let descriptor)?:
      watched[number] = nil
      var value: Int32 = 0
      _ = unsafe ab_process_reap(descriptor, &value)
      close(descriptor)
    case nil: break
    }
  }
}
