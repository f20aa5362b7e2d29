internal import Glibc
internal import Synchronization

/// What has been read of files, kept for whoever reads the same file next.
///
/// Several that ask for one file at a time wait for one reading. A file that has changed is read
/// again; an error is not kept.
package final class FileReadings<Value: Sendable>: Sendable {
  /// What tells a file from what it was before.
  private struct Identity: Equatable {
    var device: UInt
    var number: UInt
    var byteCount: Int
    var modified: [Int]
    var changed: [Int]

    /// What is at a path; nil where that cannot be told.
    init?(path: String) {
      var status = stat()
      guard unsafe stat(path, &status) == 0 else { return nil }
      (device, number) = (UInt(status.st_dev), UInt(status.st_ino))
      byteCount = Int(status.st_size)
      modified = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
      changed = [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
    }
  }

  /// One file's reading.
  private final class Reading: Sendable {
    struct State: Sendable {
      var identity: Identity?
      var value: Value?
      var readCount = 0
    }
    let state = Mutex(State())
  }

  /// The files that were asked for last, the latest at the end.
  private let readings = Mutex<[(path: String, reading: Reading)]>([])
  private let limit: Int

  /// Makes an empty store that keeps what was read of so many files.
  package init(limit: Int) { self.limit = limit }

  /// What a file has, read now unless it is known.
  package func value<Failure: Error>(
    ofFile path: String, _ read: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try reading(path).state.withLock { (state) throws(Failure) -> Value in
      // Before it is read: what changes meanwhile is read again next time.
      let identity = Identity(path: path)
      if let value = state.value, let identity, state.identity == identity { return value }
      state.value = nil
      state.readCount += 1
      let value = try read()
      (state.identity, state.value) = (identity, value)
      return value
    }
  }

  /// How often a file has been read that is still known.
  package func readCount(ofFile path: String) -> Int {
    let known = readings.withLock { $0.first { $0.path == path }?.reading }
    return known?.state.withLock { $0.readCount } ?? 0
  }

  private func reading(_ path: String) -> Reading {
    readings.withLock { readings in
      let index = readings.firstIndex { $0.path == path }
      let found = index.map { readings.remove(at: $0).reading } ?? Reading()
      readings.append((path, found))
      if readings.count > limit { readings.removeFirst() }
      return found
    }
  }
}
