import CFloor

/// Measures again which way of waiting is the best: a table of strategies and situations.
///
/// Each figure is the median of single round trips in µs, and what 99 of 100 stay below.
struct Waiting {
  let programs: BuiltPrograms

  private let strategies: [(String, floor_strategy)] = [
    ("futex only", FLOOR_FUTEX), ("spin 5 µs, then futex", FLOOR_SPIN_5),
    ("spin 20 µs, then futex", FLOOR_SPIN_20),
    ("spin 50 µs if elsewhere", FLOOR_OTHER_PROCESSOR), ("pure spin", FLOOR_SPIN),
  ]

  private struct Situation {
    let name: String
    let placement: Placement
    var pause = 0.0
    /// Whether something else keeps processor 1 busy.
    var isBusy = false
  }

  private let situations = [
    Situation(name: "two cores", placement: .twoCores),
    Situation(name: "same core", placement: .oneCore),
    Situation(name: "left free", placement: .free),
    Situation(name: "free, 1 busy", placement: .free, isBusy: true),
    Situation(name: "free, 1 ms idle", placement: .free, pause: 0.001),
    Situation(name: "two, 1 ms idle", placement: .twoCores, pause: 0.001),
    Situation(name: "same, 1 ms idle", placement: .oneCore, pause: 0.001),
  ]

  func run() {
    let widths = [24] + situations.map { _ in 17 }
    TextTable.show(
      TextTable.line(["µs, median (99 of 100)"] + situations.map(\.name), widths: widths))
    for (name, strategy) in strategies {
      let columns = situations.map { figure(strategy, in: $0) }
      TextTable.show(TextTable.line([name] + columns, widths: widths))
    }
  }

  private func figure(_ strategy: floor_strategy, in situation: Situation) -> String {
    situation.placement.pinController()
    defer { Placement.free.pinController() }
    let busy = situation.isBusy ? floor_busy_start(1) : nil
    defer { busy.map { floor_busy_end($0) } }
    let floor = Floor(programs, .serve, situation.placement, strategy: strategy)
    defer { floor.end() }
    let count = situation.pause > 0 ? 500 : 50_000
    var times = [Double](repeating: 0, count: count)
    _ = floor_latencies(floor.peer, &times, Int32(count / 10), situation.pause, 0.3)
    let taken = Int(floor_latencies(floor.peer, &times, Int32(count), situation.pause, 2))
    let sorted = times.prefix(taken).sorted()
    guard !sorted.isEmpty else { return "none" }
    return TextTable.microseconds(sorted[taken / 2])
      + " (\(TextTable.microseconds(sorted[taken * 99 / 100])))"
  }
}
