/// A file that a session is written to, or answered from.
///
///     var configuration = LibraryClient.Configuration()
///     configuration.archive = .recording("session.archive")
///
/// Set in a configuration, it works for every client that is made with one: subclasses and generated
/// clients too.
public struct SessionArchive: Hashable, Sendable {
  enum Mode: Hashable, Sendable {
    case recording
    case replaying
  }

  let mode: Mode
  /// The file.
  public let path: String

  /// Every call, argument, result and callback is written to a file, which is made anew.
  ///
  /// One session at a time writes to a file; another one is refused.
  public static func recording(_ path: String) -> SessionArchive {
    SessionArchive(mode: .recording, path: path)
  }

  /// Calls are answered from a file that a session has been written to.
  ///
  /// There is no library, no helper and no device: any machine will do. The first call that differs
  /// from the recorded one throws `.replayMismatch`, and ends the session.
  public static func replaying(_ path: String) -> SessionArchive {
    SessionArchive(mode: .replaying, path: path)
  }

  /// Why a session of a warm helper has no recording.
  static func warm(_ library: String) -> BridgeError {
    BridgeError(
      .recordingNotWritten,
      "a session that starts warm cannot be recorded: what its warm helper did before is not part of "
        + "it; start it cold", library: library)
  }
}

extension BridgeError.Code {
  /// A recording cannot be written, or the session is one that cannot be recorded.
  public static let recordingNotWritten = Self(rawValue: "recordingNotWritten")
  /// A file is no recording, is damaged, or was made by a newer version.
  public static let recordingUnreadable = Self(rawValue: "recordingUnreadable")
  /// A replayed session does something else than the recorded one did, or more.
  public static let replayMismatch = Self(rawValue: "replayMismatch")
}
