import ArchBridge
import CFloor
import Dispatch

/// Two helpers at work at once, each on a processor of its own; ours are two clients.
func poolRows(_ programs: BuiltPrograms) -> [Row] {
  let callCount = 20
  let stepCount = stepsOfTenMilliseconds(programs)
  return [
    Row(
      name: "pool_scaling", placement: .free, goal: 1.1,
      ours: { _ in
        let libs = try (0..<2).map { processor in
          let lib = try programs.openClient(.free)
          Placement.pin(lib.helperProcessID, to: processor)
          try lib.declare("double work(int step_count);")
          return lib
        }
        return Side(
          measure: {
            seconds {
              DispatchQueue.concurrentPerform(iterations: 2) { index in
                for _ in 0..<callCount {
                  let result = try? libs[index].call("work", stepCount, as: Double.self)
                  precondition(result != nil)
                }
              }
            } / Double(callCount)
          }, end: { for lib in libs { lib.close() } })
      },
      floor: { _ in
        let floors = UnsafeMutablePointer<floor_peer>.allocate(capacity: 2)
        for processor in 0..<2 {
          let status = floor_start(
            floors + processor, programs.floor, "serve", programs.library, FLOOR_FUTEX, 0)
          precondition(status == 0, "the floor program does not start")
          Placement.pin(floors[processor].process, to: processor)
        }
        return Side(
          measure: {
            seconds { for _ in 0..<callCount { floor_work(floors, 2, Int32(stepCount)) } }
              / Double(callCount)
          },
          end: {
            for processor in 0..<2 { floor_end(floors + processor) }
            floors.deallocate()
          })
      })
  ]
}

/// How many steps of the library's work take 10 ms on a processor that does nothing else.
private func stepsOfTenMilliseconds(_ programs: BuiltPrograms) -> Int {
  let floor = Floor(programs, .serve, .twoCores, strategy: FLOOR_FUTEX)
  defer { floor.end() }
  let stepCount = 1_000_000
  let times = (0..<5).map { _ in seconds { floor_work(floor.peer, 1, Int32(stepCount)) } }
  return Int(Double(stepCount) * 0.01 / (times.min() ?? 0.01))
}
