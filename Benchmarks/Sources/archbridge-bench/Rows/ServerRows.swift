import ArchBridge
import CFloor

/// Servers written in Swift, beside the one that is there: both sides are ours.
func serverRows(_ programs: BuiltPrograms) -> [Row] {
  func openServer() throws -> LibraryClient {
    try LibraryClient(
      server: ServerProgram(path: programs.server), arguments: ["library": programs.library])
  }
  /// The time until a client has had its first reply.
  func start(_ open: @escaping () throws -> LibraryClient) -> (Placement) throws -> Side {
    return { _ in
      Side(measure: {
        let start = floor_seconds()
        let client = try open()
        defer { client.close() }
        return floor_seconds() - start
      })
    }
  }
  /// Prepared calls.
  func calls(
    _ open: @escaping () throws -> LibraryClient,
    _ prepare: @escaping (LibraryClient) throws -> PreparedFunction<Int32, Int32, Int32>
  ) -> (Placement) throws -> Side {
    return { placement in
      let client = try open()
      placement.pinHelper(client.helperProcessID)
      placement.pinController()
      let add = try prepare(client)
      return try Side(
        repeating: { count in for _ in 0..<count { expect(try add(1, 2), 3) } }, unit: 1,
        end: client.close)
    }
  }
  return
    Row.both(
      "server_start", .free, goal: 1.2, and: .oneCore, runs: 101,
      ours: start {
        let client = try openServer()
        expect(try client.server.add(1, 2) as Int32, 3)
        return client
      },
      floor: start {
        let client = try LibraryClient(programs.library)
        expect(try client.add(1, 2) as Int32, 3)
        return client
      })
    + Row.both(
      "server_call", .twoCores, goal: 1.5, and: .oneCore,
      ours: calls(openServer) {
        try $0.server.function("add", as: ((Int32, Int32) -> Int32).self)
      },
      floor: calls({ try LibraryClient(programs.library) }) {
        try $0.function("add", as: ((Int32, Int32) -> Int32).self)
      })
}
