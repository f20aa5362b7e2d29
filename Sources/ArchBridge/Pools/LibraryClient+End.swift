internal import Glibc
internal import Synchronization

extension LibraryClient {
  /// Why the session ended by itself: the first failure; nil where it did not.
  var failureOfHelper: BridgeError? {
    session.failure.withLock { $0 }.flatMap { $0.code == .sessionClosed ? nil : $0 }
  }

  /// Whether no call can be made any more, as far as the last ones have told.
  var isAtEnd: Bool {
    session.isClosed.load(ordering: .acquiring) || session.failure.withLock { $0 != nil }
  }

  /// Whether the helper's process has ended, though no call has met that yet.
  var hasLostHelper: Bool {
    guard session.processID > 0 else { return false }
    var information = unsafe siginfo_t()
    // Safe: the information is this function's own. The status stays for whoever takes it.
    let result = unsafe waitid(
      P_PID, id_t(session.processID), &information, WEXITED | WNOHANG | WNOWAIT)
    return result != 0 ? errno == ECHILD : unsafe information.si_signo == SIGCHLD
  }
}
