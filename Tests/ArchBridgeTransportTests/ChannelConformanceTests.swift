import ArchBridgeTransport
import ArchBridgeWire
import Testing

/// What every channel does, whatever is at its other end.
@Suite(.timeLimit(.minutes(2)))
struct ChannelConformanceTests {
  private func receive(
    _ channel: any Channel, bodyLimit: Int = 65_536, deadline: ContinuousClock.Instant? = nil
  ) throws(ChannelError) -> Envelope {
    try channel.receive(bodyLimit: bodyLimit, deadline: deadline)
  }

  private var hello: Envelope { HelloMessage().envelope(version: 0, sequence: 1) }

  @Test(arguments: ChannelKind.wanted)
  func `a greeting is answered`(_ kind: ChannelKind) throws {
    let channel = try kind.open()
    try channel.send(hello)
    #expect(try receive(channel).kind == .welcome)
  }

  @Test(arguments: ChannelKind.wanted)
  func `replies come in the order of the requests`(_ kind: ChannelKind) throws {
    var conversation = try Conversation.withLibrary(kind)
    for _ in 0..<200 { try conversation.send(ResolveMessage(library: 1, name: "abs")) }
    let sequences = try (0..<200).map { _ in try receive(conversation.channel).sequence }
    #expect(sequences == Array(3...202))
  }

  @Test(arguments: ChannelKind.wanted, [0, 1 << 32, UInt64.max])
  func `a reply has its request's number`(_ kind: ChannelKind, sequence: UInt64) throws {
    let channel = try kind.open()
    try channel.send(HelloMessage().envelope(version: 0, sequence: sequence))
    #expect(try receive(channel).sequence == sequence)
  }

  private static let large = (0..<20_000_000).map { UInt8(truncatingIfNeeded: $0 &* 167 >> 3) }

  @Test(arguments: ChannelKind.wanted)
  func `20 MB go out and come back`(_ kind: ChannelKind) throws {
    var conversation = try Conversation.withLibrary(kind)
    let bytes = Self.large
    let call = Conversation.call(
      "memcpy",
      [
        .buffer(WireBuffer(mode: .whole, byteCount: 20_000_000, bytes: [])),
        .buffer(WireBuffer(bytes: bytes)), Conversation.integer(.uint32, 20_000_000),
      ], .pointer)
    let reply = try conversation.ask(call)
    let returned = try ReturnedMessage(decoding: reply.body, answering: call)
    #expect(returned.buffers == [bytes])
  }

  @Test(arguments: ChannelKind.wanted)
  func `closing again gives the same end`(_ kind: ChannelKind) throws {
    let channel = try kind.open()
    let first = channel.close(grace: .seconds(60))
    #expect(channel.close(grace: .zero) == first)
  }

  @Test(arguments: ChannelKind.wanted)
  func `an idle server ends when it is asked to`(_ kind: ChannelKind) throws {
    let conversation = try Conversation.withLibrary(kind)
    #expect(conversation.channel.close(grace: .seconds(60)) == .exited(0))
  }

  @Test(arguments: ChannelKind.wanted)
  func `sending after the end is refused`(_ kind: ChannelKind) throws {
    let channel = try kind.open()
    channel.close(grace: .zero)
    #expect(throws: ChannelError.closed) { try channel.send(hello) }
  }

  @Test(arguments: ChannelKind.wanted)
  func `receiving after the end is refused`(_ kind: ChannelKind) throws {
    let channel = try kind.open()
    channel.close(grace: .zero)
    #expect(throws: ChannelError.closed) { try receive(channel) }
  }

  @Test(arguments: ChannelKind.wanted)
  func `a reply that waits is not received after the end`(_ kind: ChannelKind) throws {
    let channel = try kind.open()
    try channel.send(hello)
    channel.close(grace: .zero)
    #expect(throws: ChannelError.closed) { try receive(channel) }
  }

  @Test(arguments: ChannelKind.wanted)
  func `a body beyond the limit is refused`(_ kind: ChannelKind) throws {
    let channel = try kind.open()
    try channel.send(hello)
    #expect {
      try receive(channel, bodyLimit: 5)
    } throws: { error in
      guard case .notAnEnvelope(.tooLarge(_, limit: 5)) = error as? ChannelError else {
        return false
      }
      return true
    }
  }

  @Test(arguments: ChannelKind.wanted)
  func `waiting ends at the deadline`(_ kind: ChannelKind) throws {
    let channel = try kind.open()
    #expect(throws: ChannelError.timedOut) {
      try receive(channel, deadline: .now + .milliseconds(1))
    }
  }

  @Test(arguments: ChannelKind.wanted)
  func `a deadline that has passed does not wait`(_ kind: ChannelKind) throws {
    let channel = try kind.open()
    #expect(throws: ChannelError.timedOut) {
      try receive(channel, deadline: .now - .seconds(1_000))
    }
  }

  @Test(arguments: ChannelKind.wanted)
  func `a deadline in a thousand years is none`(_ kind: ChannelKind) throws {
    let channel = try kind.open()
    try channel.send(hello, deadline: .now + .seconds(31_557_600_000))
    #expect(try receive(channel, deadline: .now + .seconds(31_557_600_000)).kind == .welcome)
  }

  @Test(arguments: ChannelKind.wanted)
  func `closing ends whoever waits for a reply`(_ kind: ChannelKind) throws {
    let channel = try kind.open()
    let receiver = Receiver(channel)
    channel.close(grace: .seconds(60))
    #expect(receiver.error.isEnd)
  }

  @Test(arguments: ChannelKind.wanted)
  func `closing ends two that wait`(_ kind: ChannelKind) throws {
    let channel = try kind.open()
    let receivers = [Receiver(channel), Receiver(channel)]
    channel.close(grace: .seconds(60))
    #expect(receivers.allSatisfy { $0.error.isEnd })
  }

  @Test(arguments: ChannelKind.wanted)
  func `a server that speaks another version ends by itself`(_ kind: ChannelKind) throws {
    let channel = try kind.open()
    try channel.send(
      HelloMessage(oldestVersion: 7, newestVersion: 9).envelope(version: 0, sequence: 1))
    _ = try receive(channel)
    #expect(throws: ChannelError.ended(.exited(0))) { try receive(channel) }
  }

  @Test(arguments: ChannelKind.wanted)
  func `a body beyond the protocol's limit is not sent`(_ kind: ChannelKind) throws {
    let channel = try kind.open()
    let byteCount = EnvelopeHeader.bodyLimit + 1
    let body = [UInt8](unsafeUninitializedCapacity: byteCount) { _, count in count = byteCount }
    #expect(throws: ChannelError.tooLarge(byteCount: byteCount)) {
      try channel.send(Envelope(kind: .load, version: 1, sequence: 1, body: body))
    }
  }
}
