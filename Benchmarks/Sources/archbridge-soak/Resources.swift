import Foundation

/// What this process has of the system's.
struct Resources {
  let descriptors: Int
  let threads: Int
  let megabytes: Int
  /// Its children, ended ones that nobody has removed included.
  let processes: Int

  /// How much more memory is no leak: the allocator's own.
  private static let slack = 24

  private static var now: Resources {
    let pages =
      (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?
      .split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    let tasks = entries("/proc/self/task")
    let children = tasks.reduce(0) { count, task in
      let path = "/proc/self/task/\(task)/children"
      let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      return count + text.split(separator: " ").count
    }
    return Resources(
      descriptors: entries("/proc/self/fd").count, threads: tasks.count,
      megabytes: pages * 4_096 / 1_000_000, processes: children)
  }

  private static func entries(_ folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  /// What there is once nothing changes any more, or is no more than before: threads take a moment
  /// to end.
  static func settled(like before: Resources?) -> Resources {
    var last = now
    for _ in 0..<100 {
      if let before, last.excess(over: before).isEmpty { return last }
      usleep(50_000)
      let next = now
      if before == nil, next.threads == last.threads, next.descriptors == last.descriptors {
        return next
      }
      last = next
    }
    return last
  }

  /// What there is more of than before.
  func excess(over before: Resources) -> [String] {
    var found: [String] = []
    if descriptors > before.descriptors { found.append("descriptors: \(descriptors) after") }
    // The system's pools keep a few threads for later.
    if threads > before.threads + 4 { found.append("threads: \(threads) after") }
    if megabytes > before.megabytes + Self.slack { found.append("memory: \(megabytes) MB after") }
    if processes > before.processes { found.append("processes: \(processes) after") }
    return found
  }
}

/// What is kept on purpose, to see that it is found.
final class Spoils {
  private var memory: [UInt8] = []
  private var process: Process?

  init(_ plan: Plan) {
    plan.spoil("descriptors") { _ = open("/dev/null", O_RDONLY) }
    plan.spoil("threads") {
      for _ in 0..<8 { Thread.detachNewThread { sleep(60) } }
    }
    plan.spoil("memory") { memory = [UInt8](repeating: 1, count: 64_000_000) }
    plan.spoil("processes") {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sleep")
      process.arguments = ["20"]
      try? process.run()
      self.process = process
    }
  }

  deinit {
    process?.terminate()
    process?.waitUntilExit()
  }
}
