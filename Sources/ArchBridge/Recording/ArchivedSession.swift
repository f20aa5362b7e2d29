internal import ArchBridgeLibraryFiles
internal import ArchBridgeTransport

/// A session's recording, which it is written to or answered from.
enum ArchivedSession: Sendable {
  case recorded(SessionRecorder)
  case replayed(SessionReplayer)

  /// Opens what a configuration names; nil where it names nothing.
  static func open(
    _ configuration: LibraryClient.Configuration, _ library: String
  ) throws(BridgeError) -> ArchivedSession? {
    guard let archive = configuration.archive else { return nil }
    switch archive.mode {
    case .recording:
      return .recorded(
        try SessionRecorder(archive.path, ArchiveHeader(library: library, configuration)))
    case .replaying:
      return .replayed(try SessionReplayer(archive.path, library, configuration))
    }
  }

  /// Why the session came to its end, where the recording is the reason.
  var failure: BridgeError? {
    switch self {
    case .recorded(let recorder): recorder.failure
    case .replayed(let replayer): replayer.failure
    }
  }

  /// The channel through which a session is recorded.
  func recording(_ channel: any Channel) -> any Channel {
    if case .recorded(let recorder) = self { RecordingChannel(channel, recorder) } else { channel }
  }

  /// The channel that answers from the recording; nil where a helper does.
  ///
  /// `handler` takes what the library printed.
  func replaying(_ handler: LibraryOutput.Handler?) throws(BridgeError) -> (any Channel)? {
    if case .replayed(let replayer) = self { try replayer.nextChannel(handler) } else { nil }
  }

  /// What takes the library's output, if it is recorded.
  func recording(_ handler: @escaping LibraryOutput.Handler) -> LibraryOutput.Handler {
    guard case .recorded(let recorder) = self else { return handler }
    return { chunk in
      recorder.output(chunk)
      handler(chunk)
    }
  }

  /// Writes what is left.
  func end() { if case .recorded(let recorder) = self { recorder.end() } }
}

/// What a session asks whether it is recorded or not.
extension Optional where Wrapped == ArchivedSession {
  /// Whether nothing of this machine counts.
  var isReplayed: Bool { if case .replayed = self { true } else { false } }

  /// Finds a library, where it is or where the recorded session found it.
  func locate(
    _ name: String, _ locator: LibraryLocator
  ) throws(BridgeError) -> LibraryLocator.Location {
    switch self {
    case nil: return try locator.locate(name)
    case .replayed(let replayer): return try replayer.locate(name)
    case .recorded(let recorder):
      do throws(BridgeError) {
        let location = try locator.locate(name)
        recorder.load(name, nil)
        return location
      } catch {
        recorder.load(name, error)
        throw error
      }
    }
  }

  /// What is known of a helper's end, here or where it was recorded.
  func settle(
    _ status: HelperExitStatus, _ crash: @autoclosure () -> CrashReport.Storage
  ) -> CrashReport.Storage {
    switch self {
    case nil: return crash()
    case .replayed(let replayer):
      return replayer.settledCrash().map { CrashReport.Storage(status, $0) } ?? crash()
    case .recorded(let recorder):
      let crash = crash()
      recorder.settle(CrashFacts(crash))
      return crash
    }
  }

  /// Keeps why the session ends its helper.
  func note(end error: BridgeError) {
    if case .recorded(let recorder) = self { recorder.settle(error) }
  }

  /// Why the recorded session ended its helper here; nil where it did not.
  var settledEnd: BridgeError? {
    if case .replayed(let replayer) = self { replayer.settledEnd() } else { nil }
  }

  /// An error that says what is on this machine, or on the one that recorded it.
  func settle(_ error: @autoclosure () -> BridgeError) -> BridgeError {
    switch self {
    case nil: return error()
    case .replayed(let replayer): return replayer.settled() ?? error()
    case .recorded(let recorder):
      let error = error()
      recorder.settle(error)
      return error
    }
  }
}
