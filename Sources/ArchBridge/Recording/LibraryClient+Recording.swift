internal import ArchBridgeWire

extension LibraryClient {
  /// Starts a helper, loads a library into it, and writes the whole session to a file.
  ///
  ///     let lib = try LibraryClient("libdriver.so", recording: "session.archive")
  ///
  /// What `LibraryClient(replaying:)` then answers from: calls with their arguments and results, the
  /// library's callbacks, its memory, errors, and how the helper ended. A finished call is in the
  /// file before its result is there, whatever happens to this program then. A session that is
  /// recorded is slower, and shares no memory with its helper.
  ///
  /// - Throws: what `LibraryClient.init` throws; `.recordingNotWritten` where the file cannot be
  ///   made, or another session is writing to it.
  public convenience init(
    _ library: String, recording path: String, configuration: Configuration = Configuration()
  ) throws(BridgeError) {
    var configuration = configuration
    configuration.archive = .recording(path)
    try self.init(library, configuration: configuration)
  }

  /// Answers calls from a file that a session has been written to, without library or helper.
  ///
  ///     let lib = try LibraryClient(replaying: "session.archive")
  ///
  /// A recorded server needs neither its program nor the arguments that it was started with.
  ///
  /// The calls have to be those of the recorded session, in their order; the first that differs
  /// throws `.replayMismatch`, which says which it is: `call 17: recorded add(1, 2), made add(1, 3):
  /// argument 2 differs`. Closures run as they did. `helperProcessID` is 0.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - configuration: what the client was recorded with; where it is nil, what the file says of
  ///     it: the architecture, and how text is read.
  /// - Throws: `.recordingUnreadable` where the file is not a recording that can be read.
  public convenience init(
    replaying path: String, configuration: Configuration? = nil
  ) throws(BridgeError) {
    let reader = try ArchiveReader(path: path)
    var used = configuration ?? reader.header.configuration
    used.archive = .replaying(path)
    do throws(ArchiveDamage) {
      used.server = try reader.server
    } catch {
      throw error.error(path)
    }
    try self.init(reader.header.library, configuration: used)
  }
}

extension ArchiveReader {
  /// The server that was recorded, and what it was started with; nil for a library.
  fileprivate var server: ServerStart? {
    get throws(ArchiveDamage) {
      guard
        let entry = entries.first(where: { $0.kind == .sent && $0.envelopeKind == .startServer }),
        let message = try? StartServerMessage(decoding: try envelope(entry).body)
      else { return nil }
      return ServerStart(
        program: ServerProgram(path: header.library),
        arguments: message.arguments.map {
          EncodedArgument(name: $0.name, item: $0.item, closure: nil)
        })
    }
  }
}
