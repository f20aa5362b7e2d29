import ArchBridge
import Glibc
import Testing

/// Processes that a library has started, and their end.
enum Family {
  /// Has the library start a process in every way, and returns the processes with the helper's own.
  static func start(in lib: LibraryClient) throws -> [Int32] {
    let processes = Out<[Int32]>(count: 6)
    let count: Int = try lib.start_family(processes)
    try #require(count == 6)
    let all = processes.value + [lib.helperProcessID]
    try #require(try all.allSatisfy { try !hasEnded($0) })
    return all
  }

  /// Waits until every one of some processes has ended; returns how long that took, or nil where it
  /// takes longer than two seconds.
  static func end(of processes: [Int32]) throws -> Duration? {
    let start = ContinuousClock.now
    while ContinuousClock.now - start < .seconds(2) {
      if try processes.allSatisfy(hasEnded) { return ContinuousClock.now - start }
      usleep(200)
    }
    return nil
  }

  /// Whether no process of these is there, be it one that has ended.
  static func hasNoneLeft(_ processes: [Int32]) -> Bool {
    !processes.contains(where: processExists)
  }
}
