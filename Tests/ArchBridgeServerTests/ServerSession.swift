import ArchBridgeServer
import ArchBridgeWire

/// A server that has been greeted, and what a controller says to it.
final class ServerSession {
  let server = RequestServer(machine: 62)
  private var sequence: UInt64 = 0

  init() throws {
    _ = try reply(to: HelloMessage(), version: 0, as: WelcomeMessage.self)
  }

  func envelope(for message: some Message, version: UInt16 = 1) -> Envelope {
    sequence += 1
    return message.envelope(version: version, sequence: sequence)
  }

  /// The reply that a request gets, which must be of its kind.
  func reply<Reply: Message>(
    to message: some Message, version: UInt16 = 1, as _: Reply.Type = Reply.self
  ) throws -> Reply {
    let reply = server.reply(to: envelope(for: message, version: version))
    guard reply.kind == Reply.kind else { throw Refusal(reply) }
    return try Reply(decoding: reply.body)
  }

  /// Why a request is not carried out; nil where it is.
  func failure(of message: some Message) -> FailureCode? {
    let reply = server.reply(to: envelope(for: message))
    return Refusal(reply).failure?.code
  }

  @discardableResult
  func load(_ name: String) throws -> LoadedMessage {
    try reply(to: LoadMessage(name: Array(name.utf8), flags: .now))
  }

  func address(of name: String) throws -> UInt64 {
    try reply(to: ResolveMessage(library: 0, name: name), as: ResolvedMessage.self).address
  }

  /// Calls a function of the libraries that are loaded.
  func call(
    _ name: String, _ arguments: [CallMessage.Argument], _ result: WireType = .int32,
    textLimit: UInt32 = 1_024
  ) throws -> ReturnedMessage {
    let call = CallMessage(
      function: .symbol(library: 0, name: name), result: result, textLimit: textLimit,
      arguments: arguments)
    let reply = server.reply(to: envelope(for: call))
    guard reply.kind == .returned else { throw Refusal(reply) }
    return try ReturnedMessage(decoding: reply.body, answering: call)
  }

  /// Calls a function that returns a number, and returns the number's 64 bits.
  func bits(
    _ name: String, _ arguments: [CallMessage.Argument], _ result: WireType = .int32
  ) throws -> UInt64? {
    guard case .scalar(let scalar) = try call(name, arguments, result).result else { return nil }
    return scalar.bits
  }

  func integer(
    _ name: String, _ arguments: [CallMessage.Argument], _ result: WireType = .int32
  ) throws -> Int64? {
    try bits(name, arguments, result).map(Int64.init(bitPattern:))
  }
}

/// A reply that is not what was asked for.
struct Refusal: Error {
  let reply: Envelope
  /// Why the request was not carried out, where the reply says so.
  let failure: FailureMessage?

  init(_ reply: Envelope) {
    self.reply = reply
    failure = reply.kind == .failure ? try? FailureMessage(decoding: reply.body) : nil
  }
}

extension CallMessage.Argument {
  static func integer(_ type: WireType, _ value: Int64) -> Self {
    .scalar(WireScalar(type: type, bits: UInt64(bitPattern: value)))
  }

  static func float(_ value: Float) -> Self {
    .scalar(WireScalar(type: .float32, bits: UInt64(value.bitPattern)))
  }

  static func double(_ value: Double) -> Self {
    .scalar(WireScalar(type: .float64, bits: value.bitPattern))
  }

  /// A C string.
  static func text(_ text: String) -> Self { .buffer(WireBuffer(bytes: text.utf8 + [0])) }

  /// Memory of so many bytes that comes back.
  static func out(_ byteCount: UInt32, mode: WireBuffer.Mode = .whole) -> Self {
    .buffer(WireBuffer(mode: mode, byteCount: byteCount, bytes: []))
  }
}

extension Refusal {
  /// What stands for a result that is not there.
  static var noText: Refusal {
    Refusal(Envelope(kind: .returned, version: 1, sequence: 0, body: []))
  }
}
