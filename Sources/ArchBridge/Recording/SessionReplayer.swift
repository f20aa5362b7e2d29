internal import ArchBridgeLibraryFiles
internal import ArchBridgeWire
internal import Synchronization

/// A recorded session that answers in a library's place.
final class SessionReplayer: Sendable {
  let reader: ArchiveReader

  private struct State {
    /// Where the next part is looked for.
    var part = 0
    /// Where the next note of a library is, the next error, and the next end of a helper.
    var load = 0
    var error = 0
    var crash = 0
    var failure: BridgeError?
  }

  private let state = Mutex(State())

  /// Opens a recording for a client that is made so.
  init(
    _ path: String, _ library: String, _ configuration: LibraryClient.Configuration
  ) throws(BridgeError) {
    reader = try ArchiveReader(path: path)
    if let difference = reader.header.difference(from: configuration) {
      throw BridgeError(
        .replayMismatch, "\(path) is of a client with another configuration: \(difference)",
        library: library)
    }
  }

  /// Why the session came to its end, where the replay is the reason.
  var failure: BridgeError? { state.withLock { $0.failure } }

  /// Ends the replay.
  func fail(_ error: BridgeError) {
    state.withLock { if $0.failure == nil { $0.failure = error } }
  }

  func fail(_ damage: ArchiveDamage) { fail(damage.error(reader.path)) }

  /// A channel that answers as the next helper did.
  func nextChannel(_ handler: LibraryOutput.Handler?) throws(BridgeError) -> ReplayingChannel {
    let entries = reader.entries
    let range = state.withLock { state -> Range<Int>? in
      guard let start = entries[state.part...].firstIndex(where: { $0.kind == .part }) else {
        return nil
      }
      let next = entries[(start + 1)...].firstIndex { $0.kind == .part } ?? entries.count
      state.part = next
      return start + 1..<next
    }
    guard let range else {
      throw BridgeError(
        .replayMismatch, "the recorded session did not start a helper here; this one does")
    }
    return ReplayingChannel(self, range, handler)
  }

  // MARK: Notes

  /// Where the recorded session found a library of this name.
  ///
  /// Folders may differ: the file's name counts.
  func locate(_ name: String) throws(BridgeError) -> LibraryLocator.Location {
    let note: LoadNote?
    do throws(ArchiveDamage) {
      note = try nextLoad()
    } catch {
      throw error.error(reader.path)
    }
    guard let note else {
      throw mismatch(loading: name, instead: "the recorded session loaded none any more")
    }
    guard Self.fileName(note.name) == Self.fileName(name) else {
      throw mismatch(loading: name, instead: "the recorded session loaded \(note.name)")
    }
    if let error = note.error { throw error }
    return .soname(note.location ?? name)
  }

  /// What a recording says of a library.
  private struct LoadNote {
    let name: String
    let error: BridgeError?
    /// What the helper was told to load.
    let location: String?
  }

  private func nextLoad() throws(ArchiveDamage) -> LoadNote? {
    guard let (index, value) = try next(\.load, .load) else { return nil }
    guard case .array(let items) = value, items.count == 2, case .text(let name) = items[0]
    else { throw ArchiveDamage("what it says of a library cannot be read") }
    return LoadNote(
      name: name, error: BridgeError(archived: items[1]),
      location: try recordedName(after: index))
  }

  private func mismatch(loading name: String, instead: String) -> BridgeError {
    let error = BridgeError(
      .replayMismatch, "\(name) is loaded, but \(instead)", library: name)
    fail(error)
    return error
  }

  /// What the helper was told to load.
  private func recordedName(after index: Int) throws(ArchiveDamage) -> String? {
    let next = reader.entries[(index + 1)...].first {
      $0.kind == .load || ($0.kind == .sent && $0.envelopeKind == .load)
    }
    guard let next, next.kind == .sent,
      let message = try? LoadMessage(decoding: reader.envelope(next).body)
    else { return nil }
    return String(decoding: message.name, as: UTF8.self)
  }

  /// The error that the recorded session threw here, whose text depends on its machine.
  func settled() -> BridgeError? {
    guard let found = try? next(\.error, .error) else { return nil }
    return BridgeError(archived: found.1)
  }

  /// Why the recorded session ended its helper here, where it did: a limit, or a task that was cancelled.
  func settledEnd() -> BridgeError? {
    state.withLock { state in
      let known = reader.entries[state.error..<max(state.part, state.error)]
      guard let index = known.firstIndex(where: { $0.kind == .error }),
        let value = try? reader.value(reader.entries[index]),
        let error = BridgeError(archived: value), [.timedOut, .cancelled].contains(error.code)
      else { return nil }
      state.error = index + 1
      return error
    }
  }

  /// What was known of the helper's end here.
  func settledCrash() -> CrashFacts? {
    do throws(ArchiveDamage) {
      guard let index = nextIndex(\.crash, .crash) else { return nil }
      return try CrashFacts(archived: try reader.bytes(reader.entries[index]))
    } catch {
      fail(error)
      return nil
    }
  }

  private func next(
    _ cursor: WritableKeyPath<State, Int>, _ kind: ArchiveRecord.Kind
  ) throws(ArchiveDamage) -> (Int, CBORValue)? {
    guard let index = nextIndex(cursor, kind) else { return nil }
    return (index, try reader.value(reader.entries[index]))
  }

  private func nextIndex(
    _ cursor: WritableKeyPath<State, Int>, _ kind: ArchiveRecord.Kind
  ) -> Int? {
    let entries = reader.entries
    return state.withLock { state -> Int? in
      let start = state[keyPath: cursor]
      guard let index = entries[start...].firstIndex(where: { $0.kind == kind }) else {
        return nil
      }
      state[keyPath: cursor] = index + 1
      return index
    }
  }

  private static func fileName(_ name: String) -> Substring {
    name.split(separator: "/").last ?? name[...]
  }
}
