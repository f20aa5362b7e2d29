import ArchBridgeServer
import ArchBridgeWire
import Testing

@Suite struct HandshakeTests {
  private let server = RequestServer(machine: 62)

  private func welcome(_ hello: HelloMessage) throws -> WelcomeMessage {
    let reply = server.reply(to: hello.envelope(version: 0, sequence: 9))
    try #require(reply.kind == .welcome)
    return try WelcomeMessage(decoding: reply.body)
  }

  private func failure(_ envelope: Envelope) -> FailureCode? {
    Refusal(server.reply(to: envelope)).failure?.code
  }

  @Test func `a greeting is answered with what the server is`() throws {
    #expect(
      try welcome(HelloMessage())
        == WelcomeMessage(version: 1, machine: 62, pointerByteCount: 8))
  }

  @Test func `a reply has its request's number`() {
    #expect(server.reply(to: HelloMessage().envelope(version: 0, sequence: .max)).sequence == .max)
  }

  @Test func `the welcome is in version 0`() {
    #expect(server.reply(to: HelloMessage().envelope(version: 0, sequence: 1)).version == 0)
  }

  @Test func `without a common version the server is incompatible`() throws {
    #expect(try welcome(HelloMessage(oldestVersion: 2, newestVersion: 9)).version == 0)
    #expect(server.isIncompatible)
  }

  @Test func `with one it is not`() throws {
    _ = try welcome(HelloMessage(oldestVersion: 0, newestVersion: 9))
    #expect(!server.isIncompatible)
  }

  @Test(arguments: [UInt16(0), 1])
  func `a request before the greeting is refused`(_ version: UInt16) {
    let request = LoadMessage(name: [], flags: []).envelope(version: version, sequence: 1)
    #expect(failure(request) == .unexpectedRequest)
  }

  @Test func `a refusal before the greeting is in version 0`() {
    let request = LoadMessage(name: [], flags: []).envelope(version: 1, sequence: 1)
    #expect(server.reply(to: request).version == 0)
  }

  @Test func `a greeting in another version is refused`() {
    #expect(failure(HelloMessage().envelope(version: 1, sequence: 1)) == .unexpectedRequest)
  }

  @Test func `a greeting that cannot be read is refused`() {
    let request = Envelope(kind: .hello, version: 0, sequence: 1, body: [0x81, 0x01])
    #expect(failure(request) == .malformedRequest)
  }

  @Test func `a refused greeting can be repeated`() throws {
    _ = server.reply(to: Envelope(kind: .hello, version: 0, sequence: 1, body: []))
    #expect(try welcome(HelloMessage()).version == 1)
  }

  @Test func `a second greeting is refused`() throws {
    _ = try welcome(HelloMessage())
    #expect(failure(HelloMessage().envelope(version: 1, sequence: 2)) == .unexpectedRequest)
  }

  @Test(arguments: [UInt16(0), 2, .max])
  func `a request in another version is refused`(_ version: UInt16) throws {
    _ = try welcome(HelloMessage())
    let request = ResolveMessage(library: 0, name: "abs").envelope(version: version, sequence: 2)
    #expect(failure(request) == .unexpectedRequest)
  }

  @Test(arguments: [UInt16(0), 2, 4, 13, 15, 18, 19, 23, 25, 29, 60_000, .max])
  func `a kind that is no request is refused`(_ kind: UInt16) throws {
    _ = try welcome(HelloMessage())
    let request = Envelope(
      kind: EnvelopeKind(rawValue: kind), version: 1, sequence: 2, body: [0x80])
    #expect(failure(request) == .unexpectedRequest)
  }

  @Test(
    arguments: [UInt16(3), 5, 7, 9, 11, 14, 16, 20, 22, 28],
    [[], [0x80], [0xFF], [0x9B, 0xFF]] as [[UInt8]])
  func `a body that cannot be read is refused`(_ kind: UInt16, body: [UInt8]) throws {
    _ = try welcome(HelloMessage())
    let request = Envelope(
      kind: EnvelopeKind(rawValue: kind), version: 1, sequence: 2, body: body)
    #expect(failure(request) == .malformedRequest)
  }
}
