import ArchBridge
import CFloor

/// The C programs that the benchmark needs, built by `Benchmarks/Makefile` into one folder.
struct BuiltPrograms {
  let folder: String

  /// The floor program.
  var floor: String { folder + "/floor" }
  /// The library that both sides call.
  var library: String { folder + "/libbench.so" }
  /// The server written in Swift.
  var server: String { folder + "/server" }
  /// What counts a helper's allocations, to be preloaded into it.
  var allocations: String { folder + "/allocations.i386.so" }

  /// Starts a client of the library.
  func openClient(
    _ placement: Placement, _ configuration: LibraryClient.Configuration = .init()
  ) throws -> LibraryClient {
    let client = try LibraryClient(library, configuration: configuration)
    placement.pinHelper(client.helperProcessID)
    // Threads that the client has begun in this process belong where the others are.
    placement.pinController()
    return client
  }

  /// Our side of a row: a client with which something is done again and again.
  ///
  /// - Parameters:
  ///   - unit: how many of what the row is about one repetition is.
  ///   - setUp: makes ready what is not measured, and returns what is, as often as it is told.
  func client(
    _ configuration: LibraryClient.Configuration = .init(), unit: Int = 1,
    _ setUp: @escaping (LibraryClient) throws -> (Int) throws -> Void
  ) -> (Placement) throws -> Side {
    return { placement in
      let client = try openClient(placement, configuration)
      return try Side(repeating: setUp(client), unit: unit, end: client.close)
    }
  }

  /// The floor of a row: a C program with which something is done again and again.
  func floor(
    _ mode: Floor.Mode = .serve, unit: Int = 1,
    _ body: @escaping (UnsafeMutablePointer<floor_peer>, Int) -> Void
  ) -> (Placement) throws -> Side {
    return { placement in
      let floor = Floor(self, mode, placement)
      return try Side(repeating: { body(floor.peer, $0) }, unit: unit, end: floor.end)
    }
  }
}
