import ArchBridge
import CFloor

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
    let set: (LibraryClient) throws -> (Int) throws -> Void
  }

  private let calls = [
    // A prepared call belongs here, gated:
    //   Call(name: "prepared", isGated: true) { lib in
    //     let add = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
    //     return { count in for _ in 0..<count { precondition(try add(1, 2) == 3) } }
    //   },
    Call(name: "dynamic", isGated: false) { lib in
      return { count in
        for _ in 0..<count {
          let sum: Int32 = try lib.add(1, 2)
          precondition(sum == 3)
        }
      }
    },
    Call(name: "dynamic, declared", isGated: false) { lib in
      try lib.declare("int add(int a, int b);")
      return { count in
        for _ in 0..<count {
          let sum: Int = try lib.add(1, 2)
          precondition(sum == 3)
        }
      }
    },
  ]

  private let roundCount = 21
  private let callCount = 1000

  /// Prints what each call costs; returns whether everything counts, and the gated ones cost nothing.
  func run() throws -> Bool {
    guard let counters = CallCounters() else {
      print("nothing counts here: run this with `make bench-counts`")
      return false
    }
    // Preloaded in the helper too, instead of what is preloaded here.
    let configuration = LibraryClient.Configuration(
      environment: ["LD_PRELOAD": programs.allocations])
    var isRight = true
    func check(_ condition: Bool, _ failure: String) {
      if !condition { print("FAILED: \(failure)") }
      isRight = isRight && condition
    }
    try checkControls(counters, configuration, check)
    let widths = [24, 14, 14, 8, 14, 14, 8]
    TextTable.show(
      TextTable.line(
        [
          "per call", "system calls", "allocations", "frees", "system calls", "allocations",
          "frees (helper)",
        ], widths: widths))
    for call in calls {
      Placement.twoCores.pinController()
      let lib = try programs.client(.twoCores, configuration: configuration)
      defer { lib.close() }
      let costs = try counters.costs(rounds: roundCount, calls: callCount, of: call.set(lib))
      TextTable.show(
        TextTable.line(
          [call.name] + costs.figures.map { TextTable.number(Double($0) / Double(callCount)) },
          widths: widths))
      if call.isGated {
        check(costs.figures.allSatisfy { $0 == 0 }, "\(call.name) is to cost none of these")
      }
    }
    return isRight
  }

  /// Does what must be counted, and looks whether it is.
  private func checkControls(
    _ counters: CallCounters, _ configuration: LibraryClient.Configuration,
    _ check: (Bool, String) -> Void
  ) throws {
    let asked = counters.cost(of: .controller) { floor_ask_kernel(1000) }
    check(asked.system_calls == 1000, "1000 system calls here are \(asked.system_calls)")
    let allocated = counters.cost(of: .controller) { floor_allocate(1000) }
    check(
      allocated.allocations == 1000 && allocated.frees == 1000,
      "1000 allocations here are \(allocated.allocations), and \(allocated.frees) frees")

    let lib = try programs.client(.free, configuration: configuration)
    defer { lib.close() }
    /// What a call costs the helper, until it waits for the next one.
    func cost(_ name: String, _ count: Int) throws -> floor_counters {
      let cost = try counters.cost(of: .helper) {
        let _: Int32 = try lib.call(name, count)
        floor_pause(0.01)
      }
      return cost
    }
    for name in ["ask_kernel", "allocate"] { _ = try cost(name, 1) }
    let (some, none) = (try cost("ask_kernel", 1000), try cost("ask_kernel", 0))
    check(
      some.system_calls == none.system_calls + 1000,
      "1000 system calls there are \(Int(some.system_calls) - Int(none.system_calls))")
    let (much, little) = (try cost("allocate", 1000), try cost("allocate", 0))
    check(
      much.allocations == little.allocations + 1000 && much.frees == little.frees + 1000,
      "1000 allocations there are \(Int(much.allocations) - Int(little.allocations))")
  }
}
