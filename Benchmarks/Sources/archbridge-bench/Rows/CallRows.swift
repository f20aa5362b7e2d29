import ArchBridge
import CFloor

/// Single calls, one after another.
func callRows(_ programs: BuiltPrograms) -> [Row] {
  let adds = programs.floor { floor_adds($0, Int32($1)) }
  let text = "thirty-two characters of a text."

  return
    // Ours is a call that is prepared before.
    Row.both(
      "hot_call", .twoCores, goal: 2, and: .oneCore, otherGoal: 1.3, runs: 31,
      ours: programs.client { lib in
        let add = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
        return { count in for _ in 0..<count { expect(try add(1, 2), 3) } }
      }, floor: adds)
    + Row.both(
      "hot_call_dynamic", .twoCores, goal: 4, and: .oneCore, runs: 31,
      ours: programs.client { lib in
        return { count in for _ in 0..<count { expect(try lib.add(1, 2) as Int32, 3) } }
      }, floor: adds)
    + sparseRows(programs)
    + Row.both(
      "pipe_call", .oneCore, goal: 1.5, and: .twoCores,
      ours: programs.client(.init(channel: .pipe)) { lib in
        let add = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
        return { count in for _ in 0..<count { expect(try add(1, 2), 3) } }
      }, floor: programs.floor(.pipe) { floor_pipe_adds($0, Int32($1)) })
    // Ours is a batch of 1000 calls; a figure is that of one of them.
    + Row.both(
      "batch_call", .twoCores, goal: 3, and: .oneCore,
      ours: programs.client(unit: 1000) { lib in
        let add = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
        let (xs, ys) = (Array<Int32>(0..<1000), Array<Int32>(1...1000))
        return { count in
          for _ in 0..<count { expect(try add.map(xs, ys)[999], 1999) }
        }
      },
      floor: programs.floor(unit: 1000) { floor, count in
        for _ in 0..<count { floor_batch(floor, 1000) }
      })
    // The same from a closure, which looks each function up.
    + Row.both(
      "batch_closure", .twoCores, goal: nil, and: .oneCore,
      ours: programs.client(unit: 1000) { lib in
        return { count in
          for _ in 0..<count {
            let last = try lib.withBatch { batch in
              for index in 0..<999 {
                let _: BatchResult<Int32> = try batch.add(Int32(index), 1 as Int32)
              }
              let last: BatchResult<Int32> = try batch.add(998 as Int32, 1 as Int32)
              return last
            }
            expect(try last.value, 999)
          }
        }
      },
      floor: programs.floor(unit: 1000) { floor, count in
        for _ in 0..<count { floor_batch(floor, 1000) }
      })
    + Row.both(
      "string_call", .twoCores, goal: 3, and: .oneCore,
      ours: programs.client { lib in
        let length = try lib.function("length", as: ((String) -> Int32).self)
        return { count in for _ in 0..<count { expect(try length(text), 32) } }
      }, floor: programs.floor { floor_lengths($0, text, Int32($1)) })
    + Row.both(
      "callback", .twoCores, goal: 3, and: .oneCore,
      ours: programs.client { lib in
        let function = Callback { (value: Int32) -> Int32 in value }
        return { count in expect(try lib.apply(function, count) as Int32, Int32(count / 2)) }
      }, floor: programs.floor { floor_callbacks($0, Int32($1)) })
}

/// Calls with a millisecond in between, in which both sides have long gone to sleep.
private func sparseRows(_ programs: BuiltPrograms) -> [Row] {
  let callCount = 150
  let pause = 0.001
  return Row.both(
    "sparse_call", .twoCores, goal: 1.3, and: .oneCore,
    ours: { placement in
      let lib = try programs.openClient(placement)
      let add = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
      return Side(
        measure: {
          var total = 0.0
          for _ in 0..<callCount {
            floor_pause(pause)
            total += try seconds { expect(try add(1, 2), 3) }
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
