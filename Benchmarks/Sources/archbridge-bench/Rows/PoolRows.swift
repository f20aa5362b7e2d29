import ArchBridge
import CFloor
import Dispatch

/// Two helpers at work at once, each on a processor of its own; ours are a pool's.
func poolRows(_ programs: BuiltPrograms) -> [Row] {
  let callCount = 20
  let stepCount = stepsOfTenMilliseconds(programs)
  return [
    Row(
      name: "pool_scaling", placement: .free, goal: 1.1,
      ours: { _ in
        let pool = try LibraryPool(programs.library, count: 2)
        let work: @Sendable (LibraryClient, Int) throws -> Double = { lib, _ in
          return try lib.call("work", stepCount, as: Double.self)
        }
        // Helpers start when they are first needed.
        wait { _ = try await pool.map(0..<4, work) }
        for (processor, process) in pool.helperProcessIDs.enumerated() {
          Placement.pin(process, to: processor)
        }
        return Side(
          measure: {
            seconds { wait { _ = try await pool.map(0..<2 * callCount, work) } }
              / Double(callCount)
          }, end: pool.close)
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

/// Waits for asynchronous work, which must not fail.
private func wait(_ body: @escaping @Sendable () async throws -> Void) {
  let done = DispatchSemaphore(value: 0)
  Task {
    do { try await body() } catch { fatalError("\(error)") }
    done.signal()
  }
  done.wait()
}

/// How many steps of the library's work take 10 ms on a processor that does nothing else.
private func stepsOfTenMilliseconds(_ programs: BuiltPrograms) -> Int {
  let floor = Floor(programs, .serve, .twoCores, strategy: FLOOR_FUTEX)
  defer { floor.end() }
  let stepCount = 1_000_000
  let times = (0..<5).map { _ in seconds { floor_work(floor.peer, 1, Int32(stepCount)) } }
  return Int(Double(stepCount) * 0.01 / (times.min() ?? 0.01))
}
