public import ArchBridge

extension LibraryClient {
  /// Loads a library into this very process, and returns a client that calls it there.
  ///
  /// For unit tests, sanitizers and debuggers: requests and replies are those that a helper would
  /// get and give, byte for byte, and no process is started.
  ///
  ///     @Test func `adds`() throws {
  ///       try withSession(LibraryClient.inProcess("./libadder.so")) { lib in
  ///         let sum: Int32 = try lib.add(1, 2)
  ///         #expect(sum == 3)
  ///       }
  ///     }
  ///
  /// Nothing isolates the library: a crash in it ends this program, what it prints goes where this
  /// program prints, and `close()` leaves it loaded, and a function that is running to return by
  /// itself. Its functions run on a thread of their own, one at a time for each client.
  ///
  /// - Parameters:
  ///   - library: a path or a soname, as in `LibraryClient.init`.
  ///   - faults: what goes wrong between the client and the library, to see what your code makes
  ///     of it.
  ///   - configuration: how the library is found, loaded and read. Its architecture has to be this
  ///     program's own, `.x86_64`. What describes a helper is not used: the environment, the
  ///     working directory, the output and `helperPath`; and the loader does not look in
  ///     `searchPaths` for what the library needs.
  /// - Throws: what `LibraryClient.init` throws; `.helperIncompatible` for another architecture.
  public static func inProcess(
    _ library: String, configuration: Configuration = Configuration(architecture: .x86_64),
    faults: ChannelFaults? = nil
  ) throws(BridgeError) -> LibraryClient {
    let architecture = configuration.architecture
    guard architecture == .x86_64 else {
      throw BridgeError(
        .helperIncompatible,
        "this process is x86_64 and cannot load \(architecture.name) libraries; a helper can",
        library: library)
    }
    let channel = InProcessChannel(machine: architecture.elfMachine)
    return try LibraryClient(
      library, configuration: configuration,
      channel: faults.map { FaultyChannel(channel, $0) } ?? channel, standsBy: faults == nil)
  }
}
