import CFloor

/// What `counted` counts while it runs this program.
struct CallCounters {
  enum Process { case controller, helper }

  private let counters: UnsafePointer<floor_counters>

  /// Nil where nothing counts.
  init?() {
    guard let counters = floor_map_counters() else { return nil }
    self.counters = counters
  }

  /// What something costs one of the processes.
  func cost(of process: Process, _ body: () throws -> Void) rethrows -> floor_counters {
    let before = count(process)
    try body()
    return Self.difference(count(process), before)
  }

  /// Makes that many calls in each round, after one round that is not counted.
  ///
  /// - Returns: system calls, allocations and frees of the controller, then the same of the helper:
  ///   of one round's calls.
  func costs(rounds: Int, calls: Int, of body: (Int) throws -> Void) throws -> [Int] {
    try body(calls)
    var controllers = [floor_counters](repeating: .init(), count: rounds)
    var helpers = controllers
    for round in 0..<rounds {
      let (controller, helper) = (count(.controller), count(.helper))
      try body(calls)
      controllers[round] = Self.difference(count(.controller), controller)
      helpers[round] = Self.difference(count(.helper), helper)
    }
    return Self.figures(controllers) + Self.figures(helpers)
  }

  private func count(_ process: Process) -> floor_counters {
    floor_count(counters, Int32(process == .controller ? FLOOR_CONTROLLER : FLOOR_HELPER))
  }

  /// The middle of the system calls, and of the rest what a round had on the average, rounded up.
  private static func figures(_ rounds: [floor_counters]) -> [Int] {
    func mean(_ values: [UInt64]) -> Int {
      (Int(values.reduce(0, +)) + rounds.count - 1) / rounds.count
    }
    return [
      Int(rounds.map(\.system_calls).sorted()[rounds.count / 2]),
      mean(rounds.map(\.allocations)), mean(rounds.map(\.frees)),
    ]
  }

  private static func difference(
    _ after: floor_counters, _ before: floor_counters
  ) -> floor_counters {
    floor_counters(
      system_calls: after.system_calls - before.system_calls,
      allocations: after.allocations - before.allocations, frees: after.frees - before.frees)
  }
}
