import Foundation

/// What this process has open of the kinds that a helper takes: the runtime opens others for itself.
enum OpenDescriptors {
  private static let folder = "/proc/self/fd"

  /// Every descriptor and what it stands for; one that is closed meanwhile stands for nothing.
  private static var all: [String: String] {
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return Dictionary(
      uniqueKeysWithValues: numbers.map { number in
        let path = "\(folder)/\(number)"
        return (number, (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) ?? "")
      })
  }

  /// How many pipes and processes are open.
  static var count: Int {
    all.values.count { $0.hasPrefix("pipe:") || $0.contains("pidfd") }
  }

  /// Whether there are so many within two seconds: a keeper that has said its end takes a moment more
  /// to end.
  static func settle(at expected: Int) -> Bool {
    let end = ContinuousClock.now + .seconds(2)
    while count != expected, ContinuousClock.now < end { usleep(1_000) }
    return count == expected
  }

  /// Makes `body` run out of descriptors at one point after another, until it succeeds, and returns
  /// whether none has been left open.
  static func leavesNone(_ body: () throws -> Void) -> Bool {
    let before = count
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var limit = rlimit()
    getrlimit(resource, &limit)
    let usual = limit.rlim_cur
    let lowest = all.count
    for spare in 0..<64 {
      limit.rlim_cur = UInt(lowest + spare)
      setrlimit(resource, &limit)
      let succeeded = (try? body()) != nil
      limit.rlim_cur = usual
      setrlimit(resource, &limit)
      guard count == before else { return false }
      if succeeded { return true }
    }
    return false
  }
}
