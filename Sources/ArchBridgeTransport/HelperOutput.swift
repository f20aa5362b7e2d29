internal import Synchronization

/// What takes a helper's output.
package protocol HelperOutput: Sendable {
  /// Gives up the helper's ends, which the helper has inherited.
  func started()
  /// Hands over what has come so far, and ends.
  func end()
  /// The end of what came over standard error, all of which has been handed over.
  func lastErrors() -> [UInt8]
}

/// The end of an output.
final class SharedTail: Sendable {
  private let kept = Mutex<[UInt8]>([])

  /// How much of an output is kept.
  private static let byteLimit = 4_096

  var bytes: [UInt8] { kept.withLock { [UInt8]($0.suffix(Self.byteLimit)) } }

  func append(_ bytes: [UInt8]) {
    kept.withLock { kept in
      kept += bytes.suffix(Self.byteLimit)
      // Not each time: what is in front moves.
      if kept.count > 4 * Self.byteLimit { kept.removeFirst(kept.count - Self.byteLimit) }
    }
  }
}
