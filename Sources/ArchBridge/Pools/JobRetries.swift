/// Whether a pool repeats work whose helper ended under it.
///
/// Only the caller knows whether that is safe: the work may have written a file, moved a motor or
/// charged an account before its helper ended. What the work itself throws is never repeated.
public struct JobRetries: Hashable, Sendable {
  /// How many times work is begun again at most.
  let limit: Int

  /// Work whose helper ends has failed.
  public static let never = JobRetries(limit: 0)

  /// Work whose helper ends is begun again in a new one, at most so many times.
  ///
  /// A helper ends when the library crashes or exits, when a call takes longer than the
  /// configuration's `timeout`, and when it sends what makes no sense.
  public static func whenHelperEnds(times: Int) -> JobRetries { JobRetries(limit: max(0, times)) }
}
