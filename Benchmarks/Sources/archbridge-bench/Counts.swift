import ArchBridge
import CFloor
import Glibc

/// Counts what a call costs in system calls and allocations, of both processes.
///
/// Allocations do not depend on the machine's mood: the figure is that of all calls. A system call
/// may, where a side waits so long for a processor that the other one goes to sleep; the figure is
/// the middle one of the rounds.
struct Counts {
  let programs: BuiltPrograms

  /// A call whose costs are counted.
  private struct Call {
    let name: String
    /// Whether it may cost nothing.
    let isGated: Bool
    /// Sets up what makes the call as often as it is told.
    let setUp: (LibraryClient) throws -> (Int) throws -> Void
  }

  /// What is counted; a prepared call is gated where there is one.
  private let calls = [
    Call(name: "prepared", isGated: true) { lib in
      let add = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
      return { count in for _ in 0..<count { expect(try add(1, 2), 3) } }
    },
    Call(name: "dynamic", isGated: false) { lib in
      return { count in for _ in 0..<count { expect(try lib.add(1, 2) as Int32, 3) } }
    },
    Call(name: "dynamic, declared", isGated: false) { lib in
      try lib.declare("int add(int a, int b);")
      return { count in for _ in 0..<count { expect(try lib.add(1, 2) as Int32, 3) } }
    },
  ]

  private let roundCount = 21
  private let callCount = 1000

  /// Prints what each call costs; returns whether all is counted, and the gated calls cost nothing.
  func run() throws -> Bool {
    guard let counters = CallCounters() else {
      print("nothing counts here: run this with `make bench-counts`")
      return false
    }
    // This process has its own preloaded; the helpers need the one of their architecture.
    setenv("LD_PRELOAD", programs.allocations, 1)
    // On one processor nobody spins, and each call has the same system calls.
    Placement.oneCore.pinController()
    var isRight = try CountControls(counters: counters).run(programs.openClient(.oneCore))
    let widths = [24, 14, 13, 8, 16, 13, 8]
    TextTable.show(
      TextTable.line(["per call", "controller's", "", "", "helper's"], widths: widths))
    let columns = ["system calls", "allocations", "frees"]
    TextTable.show(TextTable.line([""] + columns + columns, widths: widths))
    /// Counts a call, and prints what it costs.
    func count(_ name: String, isGated: Bool, _ body: (Int) throws -> Void) throws {
      let costs = try counters.costs(rounds: roundCount, calls: callCount, of: body)
      let figures = costs.map { TextTable.number(Double($0) / Double(callCount)) }
      TextTable.show(TextTable.line([name] + figures, widths: widths))
      if isGated && costs.contains(where: { $0 != 0 }) {
        print("FAILED: \(name): no call may cost any of these")
        isRight = false
      }
    }
    Placement.twoCores.pinController()
    // That nothing can be reached is shown by the floor, which costs nothing.
    let floor = Floor(programs, .serve, .twoCores)
    defer { floor.end() }
    try count("the floor's", isGated: true) { floor_adds(floor.peer, Int32($0)) }
    for call in calls {
      let lib = try programs.openClient(.twoCores)
      defer { lib.close() }
      try count(call.name, isGated: call.isGated, call.setUp(lib))
    }
    return isRight
  }
}
