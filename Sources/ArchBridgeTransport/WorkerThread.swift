internal import Dispatch
internal import Glibc
internal import Synchronization

/// A thread that runs jobs one after another, and lives until it is told to end.
package final class WorkerThread: Sendable {
  private struct State {
    var jobs: [@Sendable () -> Void] = []
    var isEnded = false
  }

  /// What the running thread keeps alive: not the `WorkerThread`, whose end ends it.
  private final class Queue: Sendable {
    let state = Mutex(State())
    let signal = DispatchSemaphore(value: 0)
    /// The thread's own number, once it runs.
    let thread = Atomic<UInt>(0)

    func run() {
      thread.store(UInt(pthread_self()), ordering: .relaxed)
      while true {
        signal.wait()
        let (jobs, isEnded) = state.withLock { state in
          defer { state.jobs = [] }
          return (state.jobs, state.isEnded)
        }
        for job in jobs { job() }
        if isEnded && jobs.isEmpty { return }
      }
    }
  }

  private let queue = Queue()
  /// Whether there is a thread: the system may have had none left.
  package let isRunning: Bool

  /// Starts a thread.
  ///
  /// It takes no signals, which are the program's own, but those of its own faults. Where the
  /// system has no thread left, jobs run on their caller's thread, as on one that has ended.
  package init() {
    let argument = unsafe Unmanaged.passRetained(queue).toOpaque()
    var every = sigset_t()
    var before = sigset_t()
    var thread = pthread_t()
    // Safe: the sets live on this stack, and the queue is retained for the thread to release.
    unsafe sigfillset(&every)
    // Blocked, they would end the program without its crash handler.
    for fault in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGSYS, SIGABRT] {
      unsafe sigdelset(&every, fault)
    }
    unsafe pthread_sigmask(SIG_SETMASK, &every, &before)
    let result = unsafe pthread_create(
      &thread, nil,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<Queue>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, argument)
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    if result == 0 {
      pthread_detach(thread)
    } else {
      unsafe Unmanaged<Queue>.fromOpaque(argument).release()
      queue.state.withLock { $0.isEnded = true }
    }
    isRunning = result == 0
  }

  deinit { end() }

  /// Ends the thread once it has run the jobs that it has.
  package func end() {
    queue.state.withLock { $0.isEnded = true }
    queue.signal.signal()
  }

  /// Whether the caller runs on this thread.
  package var isCurrent: Bool { queue.thread.load(ordering: .relaxed) == UInt(pthread_self()) }

  /// Runs a job on the thread after those that it has; on the caller's once the thread has ended.
  package func async(_ job: @escaping @Sendable () -> Void) {
    let isEnded = queue.state.withLock { state in
      if !state.isEnded { state.jobs.append(job) }
      return state.isEnded
    }
    if isEnded { job() } else { queue.signal.signal() }
  }

  /// Runs a job on the thread and waits for its result; at once where the caller runs on it.
  package func sync<Value: Sendable>(_ job: @escaping @Sendable () -> Value) -> Value {
    if isCurrent { return job() }
    let result = ResultBox<Value>()
    let done = DispatchSemaphore(value: 0)
    async {
      result.value.withLock { $0 = job() }
      done.signal()
    }
    while true {
      done.wait()
      if let value = result.value.withLock({ $0 }) { return value }
    }
  }

  private final class ResultBox<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }
}
