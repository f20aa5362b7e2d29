internal import ArchBridgeWire
internal import SystemPackage

/// When an envelope has to be there.
///
/// What is there already is taken once more after the deadline; whoever sends without end, however
/// fast or slowly, meets it all the same.
struct ReadDeadline {
  let instant: ContinuousClock.Instant?
  private var isLate = false

  init(_ instant: ContinuousClock.Instant?) { self.instant = instant }

  /// Called before each read.
  ///
  /// - Throws: `.readFailed` with the number for a time-out where there has been one since the
  ///   deadline.
  mutating func check() throws(EnvelopeError) {
    guard let instant else { return }
    guard !isLate else { throw .readFailed(errno: Errno.timedOut.rawValue) }
    isLate = ContinuousClock.now >= instant
  }
}
