import ArchBridge
import CFloor

/// Single calls, one after another.
func callRows(_ programs: BuiltPrograms) -> [Row] {
  /// A C program over shared memory, with something that is done with it again and again.
  func shared(
    unit: Int = 1, _ body: @escaping (UnsafeMutablePointer<floor_peer>, Int) -> Void
  ) -> (Placement) throws -> Side {
    return { placement in
      let floor = Floor(programs, .serve, placement)
      return try Side(repeating: { body(floor.peer, $0) }, unit: unit, end: floor.end)
    }
  }
  /// A client, with something that is done with it again and again.
  func client(
    declaring declarations: String = "", unit: Int = 1,
    _ body: @escaping (LibraryClient, Int) throws -> Void
  ) -> (Placement) throws -> Side {
    return { placement in
      let lib = try programs.client(placement)
      try lib.declare(declarations)
      return try Side(repeating: { try body(lib, $0) }, unit: unit, end: lib.close)
    }
  }
  let adds = shared { floor_adds($0, Int32($1)) }
  let text = "thirty-two characters of a text."

  return
    // The prepared call: `lib.function("add", as: ((Int32, Int32) -> Int32).self)`, made before.
    Row.both(
      "hot_call", .twoCores, goal: 2, and: .oneCore, otherGoal: 1.3, ours: nil, floor: adds)
    + Row.both(
      "hot_call_dynamic", .twoCores, goal: 4, and: .oneCore,
      ours: client { lib, count in
        for _ in 0..<count {
          let sum: Int32 = try lib.add(1, 2)
          precondition(sum == 3)
        }
      }, floor: adds)
    + sparseRows(programs)
    + Row.both(
      "pipe_call", .oneCore, goal: 1.5, and: .twoCores,
      ours: client { lib, count in
        for _ in 0..<count {
          let sum: Int32 = try lib.add(1, 2)
          precondition(sum == 3)
        }
      },
      floor: { placement in
        let floor = Floor(programs, .pipe, placement)
        return try Side(repeating: { floor_pipe_adds(floor.peer, Int32($0)) }, end: floor.end)
      })
    + Row.both(
      "batch_call", .twoCores, goal: 3, and: .oneCore, ours: nil,
      floor: shared(unit: 1000) { floor, count in
        for _ in 0..<count { floor_batch(floor, 1000) }
      })
    + Row.both(
      "string_call", .twoCores, goal: 3, and: .oneCore,
      ours: client(declaring: "int length(const char *text);") { lib, count in
        for _ in 0..<count {
          let length: Int = try lib.length(text)
          precondition(length == 32)
        }
      }, floor: shared { floor_lengths($0, text, Int32($1)) })
    + Row.both(
      "callback", .twoCores, goal: 3, and: .oneCore,
      ours: client { lib, count in
        let function = Callback { (value: Int32) -> Int32 in value }
        let total: Int32 = try lib.apply(function, Int32(count))
        precondition(total == count / 2)
      }, floor: shared { floor_callbacks($0, Int32($1)) })
}

/// Calls with a millisecond in between, in which both sides have long gone to sleep.
private func sparseRows(_ programs: BuiltPrograms) -> [Row] {
  let (callCount, pause) = (150, 0.001)
  return Row.both(
    "sparse_call", .twoCores, goal: 1.3, and: .oneCore,
    ours: { placement in
      let lib = try programs.client(placement)
      return Side(
        measure: {
          var total = 0.0
          for _ in 0..<callCount {
            floor_pause(pause)
            total += try seconds {
              let sum: Int32 = try lib.add(1, 2)
              precondition(sum == 3)
            }
          }
          return total / Double(callCount)
        }, end: lib.close)
    },
    floor: { placement in
      let floor = Floor(programs, .serve, placement)
      return Side(
        measure: {
          var times = [Double](repeating: 0, count: callCount)
          let count = floor_latencies(floor.peer, &times, Int32(callCount), pause, 60)
          return times.prefix(Int(count)).reduce(0, +) / Double(count)
        }, end: floor.end)
    })
}
