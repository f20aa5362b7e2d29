internal import ArchBridgeTransport
internal import Glibc

/// What signals are called, and what their codes mean.
enum CrashSignal {
  static func name(_ signal: Int32) -> String? {
    switch signal {
    case SIGHUP: "SIGHUP"
    case SIGINT: "SIGINT"
    case SIGQUIT: "SIGQUIT"
    case SIGILL: "SIGILL"
    case SIGTRAP: "SIGTRAP"
    case SIGABRT: "SIGABRT"
    case SIGBUS: "SIGBUS"
    case SIGFPE: "SIGFPE"
    case SIGKILL: "SIGKILL"
    case SIGUSR1: "SIGUSR1"
    case SIGSEGV: "SIGSEGV"
    case SIGUSR2: "SIGUSR2"
    case SIGPIPE: "SIGPIPE"
    case SIGALRM: "SIGALRM"
    case SIGTERM: "SIGTERM"
    case SIGXCPU: "SIGXCPU"
    case SIGXFSZ: "SIGXFSZ"
    case SIGVTALRM: "SIGVTALRM"
    case SIGSYS: "SIGSYS"
    default: nil
    }
  }

  /// What can be said of a signal that no helper reports.
  static func textWithoutCode(_ signal: Int32) -> String? {
    switch signal {
    case SIGKILL: "sent by a process, or by the system where memory ran out"
    case SIGXCPU: "more time on the processor than the limit allows"
    case SIGXFSZ: "a file longer than the limit allows"
    default: nil
    }
  }

  /// Whether the address that comes with a signal is the one that could not be used.
  static func hasAddress(_ report: HelperReport) -> Bool {
    (report.signal == SIGSEGV || report.signal == SIGBUS) && (1..<128).contains(report.code)
  }

  /// What the system says of a signal.
  static func text(_ report: HelperReport) -> String? {
    if report.code <= 0 {
      if report.isOwnSignal { return report.signal == SIGABRT ? nil : "raised by the library" }
      return "sent by process \(report.sender)"
    }
    switch (report.signal, report.code) {
    case (SIGSEGV, 1...2) where isStackOverflow(report): return "stack overflow"
    case (SIGSEGV, 1): return "address not mapped"
    case (SIGSEGV, 2): return "access not permitted"
    case (SIGSEGV, 128): return "an address that none can be, or an instruction that is not allowed"
    case (SIGBUS, 1): return "address not aligned"
    case (SIGBUS, 2): return "address behind the end of its file"
    case (SIGBUS, 3...5): return "memory that is broken"
    case (SIGFPE, 1): return "integer division by zero, or its result too large"
    case (SIGFPE, 2): return "integer overflow"
    case (SIGFPE, 3): return "floating-point division by zero"
    case (SIGFPE, 4): return "floating-point overflow"
    case (SIGFPE, 5): return "floating-point underflow"
    case (SIGFPE, 6): return "floating-point result not exact"
    case (SIGFPE, 7): return "floating-point operation not valid"
    case (SIGILL, 1): return "illegal opcode"
    case (SIGILL, 2): return "illegal operand"
    case (SIGILL, 3): return "illegal addressing mode"
    case (SIGILL, 5...6): return "privileged instruction"
    case (SIGTRAP, 1), (SIGTRAP, 128): return "breakpoint"
    case (SIGTRAP, 2): return "trace trap"
    case (SIGSYS, 1): return "system call \(report.sender) refused"
    default: return nil
    }
  }

  /// Whether an address just below the end of the stack was used.
  private static func isStackOverflow(_ report: HelperReport) -> Bool {
    guard let address = report.faultAddress, !report.stack.bytes.isEmpty else { return false }
    let end = report.stack.address
    return address < end &+ 65_536 && end &- address < 1 << 20 && address < end
  }
}
