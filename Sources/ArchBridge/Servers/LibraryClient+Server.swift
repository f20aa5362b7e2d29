package import ArchBridgeTransport

extension LibraryClient {
  /// Starts a helper with a server of your own, and is its client.
  ///
  ///     let client = try LibraryClient(server: .myServer, arguments: ["device": "/dev/ttyS0"])
  ///     let sum: Int32 = try client.server.add(1, 2)
  ///
  /// The server's library, if it has loaded one, is the client's `library`: its functions can be called
  /// by their symbols too.
  ///
  /// - Parameters:
  ///   - server: the server's program.
  ///   - arguments: what the server is given to start with; any values that are `Codable`.
  ///   - configuration: how the helper is started. The folders in `searchPaths` are where the server's
  ///     library is looked for; what describes how a library is loaded is not used.
  /// - Throws: `.serverError` where the server throws when it starts; `.helperNotFound`,
  ///   `.helperNotStarted`, `.helperIncompatible` or `.confinementUnavailable`. Then there is no helper
  ///   left.
  public convenience init(
    server: ServerProgram, arguments: KeyValuePairs<String, any Encodable & Sendable> = [:],
    configuration: Configuration = Configuration()
  ) throws(BridgeError) {
    var configuration = configuration
    configuration.server = try ServerStart(server, arguments)
    try self.init(server.name, configuration: configuration)
  }

  /// Starts a server of one's own through a channel to whatever somebody else has started.
  package convenience init(
    server name: String, arguments: KeyValuePairs<String, any Encodable & Sendable>,
    configuration: Configuration, channel: any Channel
  ) throws(BridgeError) {
    var configuration = configuration
    configuration.server = try ServerStart(ServerProgram(path: name), arguments)
    try self.init(name, configuration: configuration, channel: channel, standsBy: true)
  }

  /// The server in the client's helper; each request throws `.wrongRequest` where it has none.
  public final var server: ServerProxy { ServerProxy(self) }
}

extension ServerStart {
  fileprivate init(
    _ program: ServerProgram, _ arguments: KeyValuePairs<String, any Encodable & Sendable>
  ) throws(BridgeError) {
    var encoded: [EncodedArgument] = []
    for (name, value) in arguments {
      guard !encoded.contains(where: { $0.name == name }) else {
        throw BridgeError(.wrongRequest, "the server's argument '\(name)' is given twice")
      }
      encoded.append(try EncodedArgument(name, value))
    }
    self.init(program: program, arguments: encoded)
  }
}
