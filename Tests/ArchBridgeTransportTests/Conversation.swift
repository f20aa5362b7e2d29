import ArchBridgeTransport
import ArchBridgeWire

/// What a controller says over a channel, one request after another.
struct Conversation {
  let channel: any Channel
  private(set) var sequence: UInt64 = 0

  init(_ channel: any Channel) { self.channel = channel }

  /// Opens a channel of this kind, greets, and loads the C library.
  static func withLibrary(_ kind: ChannelKind) throws -> Conversation {
    var conversation = Conversation(try kind.open())
    try conversation.ask(HelloMessage(), version: 0)
    try conversation.ask(LoadMessage(name: Array("libc.so.6".utf8), flags: .now))
    return conversation
  }

  /// Sends a request without waiting for its reply.
  mutating func send(_ message: some Message, version: UInt16 = 1) throws {
    sequence += 1
    try channel.send(message.envelope(version: version, sequence: sequence))
  }

  /// Sends a request and returns its reply.
  @discardableResult
  mutating func ask(_ message: some Message, version: UInt16 = 1) throws -> Envelope {
    try send(message, version: version)
    return try channel.receive(bodyLimit: EnvelopeHeader.bodyLimit, deadline: nil)
  }

  /// The code of the failure that a request is answered with; nil where it is carried out.
  mutating func failure(of message: some Message) throws -> FailureCode? {
    let reply = try ask(message)
    return reply.kind == .failure ? try FailureMessage(decoding: reply.body).code : nil
  }

  static func call(
    _ name: String, _ arguments: [CallMessage.Argument] = [], _ result: WireType = .int32,
    textLimit: UInt32 = 0
  ) -> CallMessage {
    CallMessage(
      function: .symbol(library: 1, name: name), result: result, textLimit: textLimit,
      arguments: arguments)
  }

  static func integer(_ type: WireType, _ value: UInt64) -> CallMessage.Argument {
    .scalar(WireScalar(type: type, bits: value))
  }
}
