import ArchBridge

/// The C programs that the benchmark needs, built by `Benchmarks/Makefile` into one folder.
struct BuiltPrograms {
  let folder: String

  var floor: String { folder + "/floor" }
  var library: String { folder + "/libbench.so" }
  /// What counts a helper's allocations, to be preloaded into it.
  var allocations: String { folder + "/allocations.i386.so" }

  /// Starts a client of the library that both sides call.
  func client(_ placement: Placement) throws -> LibraryClient {
    let client = try LibraryClient(library)
    placement.pinHelper(client.helperProcessID)
    // Threads that the client has begun in this process belong where the others are.
    placement.pinController()
    return client
  }
}
