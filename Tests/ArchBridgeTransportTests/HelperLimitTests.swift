import ArchBridgeTransport
import ArchBridgeWire
import Testing

/// Numbers at the end of 32 bits: a server refuses them, and takes the next request.
@Suite(.timeLimit(.minutes(2)))
struct HelperLimitTests {
  private func address(_ conversation: inout Conversation) throws -> UInt64 {
    let reply = try conversation.ask(ResolveMessage(library: 1, name: "abs"))
    return try ResolvedMessage(decoding: reply.body).address
  }

  @Test(arguments: ChannelKind.wanted, [1, 127])
  func `buffers that nothing holds are refused`(_ kind: ChannelKind, count: Int) throws {
    var conversation = try Conversation.withLibrary(kind)
    let buffer = WireBuffer(mode: .whole, byteCount: .max, bytes: [])
    let call = Conversation.call("abs", Array(repeating: .buffer(buffer), count: count))
    #expect(try conversation.failure(of: call) == .outOfMemory)
  }

  @Test(
    arguments: ChannelKind.wanted,
    [UInt32(Int32.max), UInt32(Int32.max) + 1, .max, UInt32(EnvelopeHeader.bodyLimit)])
  func `reading more than any body holds is refused`(
    _ kind: ChannelKind, byteCount: UInt32
  ) throws {
    var conversation = try Conversation.withLibrary(kind)
    let message = ReadMemoryMessage(
      address: try address(&conversation), byteCount: byteCount)
    let code = try #require(try conversation.failure(of: message))
    #expect([.outOfMemory, .badAddress].contains(code))
  }

  @Test(arguments: ChannelKind.wanted, [UInt32(Int32.max), .max])
  func `a text may have any limit`(_ kind: ChannelKind, limit: UInt32) throws {
    var conversation = try Conversation.withLibrary(kind)
    let texts = ["found", ""].map { CallMessage.Argument.buffer(WireBuffer(bytes: $0.utf8 + [0])) }
    let call = Conversation.call("strstr", texts, .text, textLimit: limit)
    let reply = try conversation.ask(call)
    let returned = try ReturnedMessage(decoding: reply.body, answering: call)
    #expect(returned.result == .text(Array("found".utf8)))
  }

  @Test(arguments: ChannelKind.wanted, [UInt32(Int32.max), .max])
  func `a library number may be any`(_ kind: ChannelKind, number: UInt32) throws {
    var conversation = try Conversation.withLibrary(kind)
    #expect(
      try conversation.failure(of: ResolveMessage(library: number, name: "abs"))
        == .noSuchLibrary)
  }

  @Test(arguments: ChannelKind.wanted, [0, 0x1_0000, 0xFFFF_F000, 0xFFFF_FFFF] as [UInt64])
  func `an address that is no memory is refused`(_ kind: ChannelKind, address: UInt64) throws {
    var conversation = try Conversation.withLibrary(kind)
    let message = ReadMemoryMessage(address: address, byteCount: 4_096, textUnit: 1)
    #expect(try conversation.failure(of: message) == .badAddress)
  }

  @Test(.enabled(if: ChannelKind.wanted.contains(.i386Helper)))
  func `an address of 33 bits is out of an i386 helper's range`() throws {
    var conversation = try Conversation.withLibrary(.i386Helper)
    let call = Conversation.call("abs", [Conversation.integer(.pointer, 1 << 32)])
    #expect(try conversation.failure(of: call) == .outOfRange)
  }

  @Test(.enabled(if: ChannelKind.wanted.contains(.i386Helper)))
  func `an i386 helper says what it is`() throws {
    var conversation = Conversation(try ChannelKind.i386Helper.open())
    let reply = try conversation.ask(HelloMessage(), version: 0)
    #expect(
      try WelcomeMessage(decoding: reply.body)
        == WelcomeMessage(version: 1, machine: 3, pointerByteCount: 4))
  }

  @Test(arguments: ChannelKind.wanted)
  func `the next request is carried out`(_ kind: ChannelKind) throws {
    var conversation = try Conversation.withLibrary(kind)
    let buffer = WireBuffer(mode: .whole, byteCount: .max, bytes: [])
    _ = try conversation.failure(of: Conversation.call("abs", [.buffer(buffer)]))
    #expect(try address(&conversation) != 0)
  }
}
