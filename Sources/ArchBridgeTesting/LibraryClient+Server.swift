public import ArchBridge
public import ArchBridgeServer

/// Where a server runs that a test has compiled into itself.
public enum ServerPlace: Sendable {
  /// In this very process, on a thread of its own.
  case process
}

extension LibraryClient {
  /// Starts a server of your own in this very process, and is its client.
  ///
  /// For unit tests, mocks and debuggers: the server's class is compiled for this program's own
  /// architecture, requests and answers are those that a helper would get and give, byte for byte, and
  /// no process is started.
  ///
  ///     @Test func `adds`() throws {
  ///       try withSession(LibraryClient(server: MyServer.self, in: .process)) { client in
  ///         let sum: Int32 = try client.server.add(1, 2)
  ///         #expect(sum == 3)
  ///       }
  ///     }
  ///
  /// Nothing isolates the server and its library, which has to be one of this architecture: a crash
  /// ends this program.
  ///
  /// - Parameters:
  ///   - server: the server's class.
  ///   - place: where it runs.
  ///   - arguments: what the server is given to start with.
  ///   - configuration: as for `LibraryClient.inProcess`.
  /// - Throws: `.serverError` where the server throws when it starts; `.helperIncompatible` for another
  ///   architecture than this program's.
  public convenience init<Server: LibraryServer>(
    server: Server.Type, in place: ServerPlace,
    arguments: KeyValuePairs<String, any Encodable & Sendable> = [:],
    configuration: Configuration = Configuration(architecture: .x86_64)
  ) throws(BridgeError) {
    guard configuration.architecture == .x86_64 else {
      throw BridgeError(
        .helperIncompatible,
        "this process is x86_64, and no server of \(configuration.architecture.name) runs in it")
    }
    let own = InProcessService.OwnServer {
      (arguments: ServerArguments) throws(ServerError) -> LibraryServer in
      try Server(arguments)
    }
    try self.init(
      server: "\(Server.self)", arguments: arguments, configuration: configuration,
      channel: InProcessChannel(machine: configuration.architecture.elfMachine, server: own))
  }
}
