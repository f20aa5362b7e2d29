package import ArchBridgeTransport

extension LibraryClient {
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
  init(
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
