import ArchBridge
import CFloor

/// Does what must be counted, a known number of times, and looks whether exactly that is counted.
struct CountControls {
  let counters: CallCounters

  private let count = 1000

  /// Whether everything is counted, in this process and in a client's helper; closes the client.
  func run(_ lib: LibraryClient) throws -> Bool {
    defer { lib.close() }
    let asked = counters.cost(of: .controller) { floor_ask_kernel(Int32(count)) }
    let allocated = counters.cost(of: .controller) { floor_allocate(Int32(count)) }
    let (askedThere, allocatedThere) = (
      try cost("ask_kernel", lib), try cost("allocate", lib)
    )
    let results = [
      check("the controller's system calls", Int(asked.system_calls)),
      check("the controller's allocations", Int(allocated.allocations)),
      check("the controller's frees", Int(allocated.frees)),
      check("the helper's system calls", askedThere.systemCalls),
      check("the helper's allocations", allocatedThere.allocations),
      check("the helper's frees", allocatedThere.frees),
    ]
    return !results.contains(false)
  }

  private func check(_ name: String, _ counted: Int) -> Bool {
    let isRight = counted == count
    print("control: of \(count), \(name): \(counted)\(isRight ? "" : ", FAILED")")
    return isRight
  }

  /// What a library's function costs its helper when it does its work once more.
  ///
  /// Both calls take so long that this process sleeps until it is woken, which is a system call of
  /// the helper's. The middle one of several, in case it was kept from going to sleep.
  private func cost(
    _ name: String, _ lib: LibraryClient
  ) throws -> (systemCalls: Int, allocations: Int, frees: Int) {
    func call(_ count: Int) throws -> floor_counters {
      try counters.cost(of: .helper) {
        let _: Int32 = try lib.call(name, count)
        // Until the helper waits for the next call, so that the same of its own is in each cost.
        floor_pause(0.02)
      }
    }
    // Some before, for what the first calls cost, which the others do not.
    for _ in 0..<10 { _ = try call(1) }
    let pairs = try (0..<9).map { _ in (twice: try call(2 * count), once: try call(count)) }
    func middle(_ counted: (floor_counters) -> UInt64) -> Int {
      pairs.map { Int(counted($0.twice)) - Int(counted($0.once)) }.sorted()[pairs.count / 2]
    }
    return (middle(\.system_calls), middle(\.allocations), middle(\.frees))
  }
}
