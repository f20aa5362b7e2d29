import ArchBridge
import CFloor

/// How a session begins and ends.
///
/// Where a helper starts is the scheduler's to say, unless everything is on one processor.
func sessionRows(_ programs: BuiltPrograms) -> [Row] {
  /// Makes a client and calls it once.
  func openClient() throws -> LibraryClient {
    let lib = try LibraryClient(programs.library)
    expect(try lib.add(1, 2) as Int32, 3)
    return lib
  }
  /// Starts the C program and calls it once.
  func openFloor() -> Floor {
    let floor = Floor(programs, .pipe)
    floor_pipe_adds(floor.peer, 1)
    return floor
  }

  return Row.both(
    "start", .free, goal: 2, and: .oneCore, runs: 101,
    ours: { _ in
      Side(measure: {
        let start = floor_seconds()
        let lib = try openClient()
        defer { lib.close() }
        return floor_seconds() - start
      })
    },
    floor: { _ in
      Side(measure: {
        let start = floor_seconds()
        let floor = openFloor()
        defer { floor.end() }
        return floor_seconds() - start
      })
    })
    + Row.both(
      "start_warm", .free, goal: 4, and: .oneCore, runs: 101,
      ours: { _ in
        let warm = try WarmHelper(programs.library)
        return Side(
          measure: {
            let start = floor_seconds()
            let lib = try LibraryClient(programs.library, configuration: warm.configuration)
            defer { lib.close() }
            expect(try lib.add(1, 2) as Int32, 3)
            return floor_seconds() - start
          }, end: warm.close)
      },
      floor: { placement in
        let floor = Floor(programs, .forks, placement)
        return Side(measure: { seconds { floor_byte(floor.peer) } }, end: floor.end)
      })
    + Row.both(
      "close", .free, goal: 3, and: .oneCore, runs: 101,
      ours: { _ in
        Side(measure: {
          let lib = try openClient()
          return seconds { lib.close() }
        })
      },
      floor: { _ in
        Side(measure: {
          let floor = openFloor()
          return seconds { floor.end() }
        })
      })
}
