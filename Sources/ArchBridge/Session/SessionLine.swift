internal import ArchBridgeTransport
internal import Synchronization

/// What a client's sessions have in common, each of which takes the place of the one before it.
final class SessionLine: Sendable {
  private let worker = Mutex<WorkerThread?>(nil)

  /// The client's own thread, started when it is first needed.
  var thread: WorkerThread {
    worker.withLock { worker in
      if let worker { return worker }
      let new = WorkerThread()
      worker = new
      return new
    }
  }

  /// Takes a thread that exists as the client's own.
  func adopt(_ thread: WorkerThread) { worker.withLock { $0 = thread } }

  /// Ends the client's own thread once it has run what it has.
  func endThread() { worker.withLock { $0?.end() } }
}
