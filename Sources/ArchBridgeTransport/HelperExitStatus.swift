internal import CArchBridgeShims
internal import Glibc

/// How a helper ended.
public enum HelperExitStatus: Hashable, Sendable {
  /// It called `exit`, or returned, with this status.
  case exited(Int32)
  /// This signal ended it.
  case signalled(Int32)
  /// Somebody else took its status, or the warm helper that it was forked from has ended.
  case unknown
}

extension HelperExitStatus: CustomStringConvertible {
  /// How it ended in words: `signal 11 (Segmentation fault)`, `exit status 1`.
  public var description: String {
    switch self {
    case .exited(let status): "exit status \(status)"
    case .signalled(let signal):
      // Safe: the text is the C library's own constant.
      "signal \(signal) (\(unsafe String(cString: strsignal(signal))))"
    case .unknown: "its status is unknown: it had another parent, or somebody else waited for it"
    }
  }
}

extension HelperExitStatus {
  /// How a process ended, as the C functions say it; nil where they do not.
  init?(_ kind: Int32, _ value: Int32) {
    switch Int(kind) {
    case AB_ENDED_EXIT: self = .exited(value)
    case AB_ENDED_SIGNAL: self = .signalled(value)
    default: return nil
    }
  }
}
