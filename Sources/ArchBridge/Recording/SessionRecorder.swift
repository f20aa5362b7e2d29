internal import ArchBridgeTransport
internal import ArchBridgeWire
internal import Synchronization
internal import SystemPackage

/// Writes a session to a file.
///
/// What happens is collected, and written when a call is finished, before its caller knows: a
/// program that ends at any point leaves all calls that it has seen the results of.
final class SessionRecorder: Sendable {
  private struct State: ~Copyable {
    let file: ArchiveFile
    var pending: [UInt8]
    var recordCount = 0
    var failure: BridgeError?
    var isEnded = false
  }

  private let path: String
  private let state: Mutex<State>

  /// What is collected before it is written, at most, but for a single envelope.
  private static let pendingByteLimit = 1 << 20

  /// Makes the file.
  init(_ path: String, _ header: ArchiveHeader) throws(BridgeError) {
    self.path = path
    let file = try ArchiveFile.writing(path)
    state = Mutex(State(file: file, pending: header.encoded))
  }

  deinit { end() }

  /// Why nothing can be written any more.
  var failure: BridgeError? { state.withLock { $0.failure } }

  /// Adds a record; `isLast` tells that what has been collected is to be written.
  func add(_ kind: ArchiveRecord.Kind, _ bytes: [UInt8], isLast: Bool = false) {
    state.withLock { state in
      guard !state.isEnded, state.failure == nil else { return }
      state.recordCount += 1
      guard state.recordCount <= ArchiveReader.recordLimit else {
        state.failure = BridgeError(
          .recordingNotWritten,
          "the session is too long to be recorded: \(path) has \(ArchiveReader.recordLimit) records"
        )
        return
      }
      state.pending += ArchiveRecord.encode(kind, bytes)
      if isLast || state.pending.count > Self.pendingByteLimit { write(&state) }
    }
  }

  private func write(_ state: inout State) {
    let error = state.file.write(state.pending)
    state.pending = []
    guard let error else { return }
    state.failure = BridgeError(
      .recordingNotWritten, "the session cannot be recorded to \(path) any more: \(error)")
  }

  /// A helper has been started.
  func begin() { add(.part, []) }

  /// A library is to be loaded, which is there or not.
  func load(_ name: String, _ error: BridgeError?) {
    let error = error?.archived ?? .null
    add(.load, CBORValue.array([.text(name), error]).encoded, isLast: true)
  }

  /// An error whose text depends on this machine.
  func settle(_ error: BridgeError) { add(.error, error.archived.encoded, isLast: true) }

  /// What is known of a helper's end.
  func settle(_ crash: CrashFacts) { add(.crash, crash.archived, isLast: true) }

  /// The library printed something.
  func output(_ chunk: LibraryOutput.Chunk) {
    add(.output, CBORValue.array([.bool(chunk.isError), .bytes(chunk.bytes)]).encoded)
  }

  /// Writes what is left; nothing is added any more.
  func end() {
    add(.end, [], isLast: true)
    state.withLock { $0.isEnded = true }
  }
}
