import ArchBridgeTransport
import Dispatch
import Glibc
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(2)))
struct WorkerThreadTests {
  private final class Log: Sendable {
    let numbers = Mutex<[Int]>([])
    func append(_ number: Int) { numbers.withLock { $0.append(number) } }
    var all: [Int] { numbers.withLock { $0 } }
  }

  private let log = Log()
  private let thread = WorkerThread()

  @Test func `jobs run in their order`() {
    let log = log
    for number in 0..<1_000 { thread.async { log.append(number) } }
    thread.sync {}
    #expect(log.all == Array(0..<1_000))
  }

  @Test func `a job's result comes back`() {
    #expect(thread.sync { 42 } == 42)
  }

  @Test func `jobs run on one thread that is not the caller's`() {
    let (first, second) = (thread.sync { pthread_self() }, thread.sync { pthread_self() })
    #expect(first == second && first != pthread_self())
  }

  @Test func `a thread knows itself`() {
    let thread = thread
    #expect(thread.sync { thread.isCurrent })
  }

  @Test func `a thread knows others`() {
    #expect(!thread.isCurrent)
  }

  @Test func `a job can wait for a job of its own thread`() {
    let thread = thread
    #expect(thread.sync { thread.sync { 42 } } == 42)
  }

  @Test func `jobs that were there before the end still run`() {
    let log = log
    let done = DispatchSemaphore(value: 0)
    for number in 0..<100 { thread.async { log.append(number) } }
    thread.async { done.signal() }
    thread.end()
    done.wait()
    #expect(log.all == Array(0..<100))
  }

  @Test func `a job after the end runs on the caller's thread`() {
    thread.end()
    #expect(thread.sync { pthread_self() } == pthread_self())
  }

  @Test func `ending again does nothing`() {
    thread.end()
    thread.end()
    #expect(thread.sync { 42 } == 42)
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGCHLD, SIGALRM])
  func `signals are left to the program`(_ signal: Int32) {
    #expect(thread.sync { isBlocked(signal) })
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP])
  func `faults are left to the program's handler`(_ signal: Int32) {
    #expect(!thread.sync { isBlocked(signal) })
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGUSR1])
  func `the thread that starts one keeps its signals`(_ signal: Int32) {
    let before = isBlocked(signal)
    _ = WorkerThread()
    #expect(isBlocked(signal) == before)
  }
}

private func isBlocked(_ signal: Int32) -> Bool {
  var mask = sigset_t()
  pthread_sigmask(SIG_SETMASK, nil, &mask)
  return sigismember(&mask, signal) == 1
}
