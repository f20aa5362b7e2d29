import CFloor

/// A floor program that runs until it is told to end.
final class Floor {
  /// How the program answers.
  enum Mode: String {
    /// Over shared memory.
    case serve
    /// Over two pipes.
    case pipe
    /// Over two pipes, each time from a process forked for it.
    case forks
  }

  let peer: UnsafeMutablePointer<floor_peer>

  init(
    _ programs: BuiltPrograms, _ mode: Mode, _ placement: Placement = .free,
    strategy: floor_strategy = FLOOR_OTHER_PROCESSOR, arrayByteCount: Int = 0
  ) {
    peer = .allocate(capacity: 1)
    let result = floor_start(
      peer, programs.floor, mode.rawValue, programs.library, strategy, arrayByteCount)
    guard result == 0 else { fatalError("\(programs.floor) does not start") }
    if placement != .free { placement.pinHelper(peer.pointee.process) }
  }

  /// Tells the program to end, and waits until it has.
  func end() { floor_end(peer) }

  deinit { peer.deallocate() }
}
