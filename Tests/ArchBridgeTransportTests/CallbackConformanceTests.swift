import ArchBridgeTransport
import ArchBridgeWire
import Testing

/// What every channel does where the library calls back.
@Suite(.timeLimit(.minutes(2)))
struct CallbackConformanceTests {
  private static let compare = WireCallback(
    id: 1, result: WireForm(.int32), textLimit: 0,
    parameters: [WireForm(.pointer), WireForm(.pointer)])

  private func answer(
    _ callback: Envelope, _ value: CallValue = .scalar(WireScalar(type: .int32, bits: 0))
  ) -> Envelope {
    CalledBackMessage(value: value)
      .envelope(version: 1, sequence: callback.sequence, thread: callback.thread)
  }

  private func sorting(_ count: UInt64, _ compare: CallMessage.Argument) -> CallMessage {
    CallMessage(
      function: .symbol(library: 1, name: "qsort"), result: .void, textLimit: 0,
      arguments: [
        .buffer(WireBuffer(mode: .whole, bytes: [UInt8](repeating: 7, count: Int(count)))),
        Conversation.integer(.uint32, count), Conversation.integer(.uint32, 1), compare,
      ])
  }

  @Test(arguments: ChannelKind.wanted)
  func `a call is answered after what it calls back`(_ kind: ChannelKind) throws {
    var conversation = try Conversation.withLibrary(kind)
    var next = try conversation.ask(sorting(4, .callback(Self.compare)))
    var count = 0
    while next.kind == .callbackNumbers {
      count += 1
      #expect(next.thread == 0 && next.sequence == 0)
      let message = try #require(CallbackNumbers(decoding: next.body))
      #expect(message.id == 1 && message.slots.count == 2)
      // Either form of an answer will do.
      try conversation.channel.send(
        count == 2 ? answer(next) : CallbackNumbers.answer(0, version: 1, thread: 0))
      next = try conversation.channel.receive(bodyLimit: 65_536, deadline: nil)
    }
    #expect(next.kind == .returned)
    #expect(next.sequence == conversation.sequence)
    #expect(count >= 3)
  }

  @Test(arguments: ChannelKind.wanted)
  func `requests are answered while a function waits for its callback`(
    _ kind: ChannelKind
  ) throws {
    var conversation = try Conversation.withLibrary(kind)
    let callback = try conversation.ask(sorting(2, .callback(Self.compare)))
    #expect(callback.kind == .callbackNumbers)
    let nested = try conversation.ask(
      Conversation.call("abs", [Conversation.integer(.int32, 7)]))
    #expect(nested.kind == .returned)
    #expect(nested.sequence == conversation.sequence)
    try conversation.channel.send(answer(callback))
    let reply = try conversation.channel.receive(bodyLimit: 65_536, deadline: nil)
    #expect(reply.kind == .returned)
  }

  @Test(arguments: ChannelKind.wanted)
  func `a thread of the library's calls back on the other lane`(_ kind: ChannelKind) throws {
    var conversation = try Conversation.withLibrary(kind)
    let start = WireCallback(
      id: 9, result: WireForm(.pointer), textLimit: 0, parameters: [WireForm(.pointer)])
    let registered = try RegisteredMessage(
      decoding: conversation.ask(RegisterMessage(callback: start)).body)
    let create = CallMessage(
      function: .symbol(library: 1, name: "pthread_create"), result: .int32, textLimit: 0,
      arguments: [
        .buffer(WireBuffer(mode: .whole, byteCount: 8, bytes: [])),
        Conversation.integer(.pointer, 0), Conversation.integer(.pointer, registered.address),
        Conversation.integer(.pointer, 0x1234),
      ])
    let reply = try ReturnedMessage(decoding: conversation.ask(create).body, answering: create)
    #expect(reply.result == .scalar(WireScalar(type: .int32, bits: 0)))
    let callback = try conversation.channel.receive(
      on: .libraryThreads, bodyLimit: 65_536, deadline: nil)
    #expect(callback.kind == .callbackNumbers)
    #expect(callback.thread != 0)
    let message = try #require(CallbackNumbers(decoding: callback.body))
    #expect(message.slots == [0x1234])
    // Both threads have what they ask for, whichever asks first.
    var nested = Conversation.call("abs", [Conversation.integer(.int32, 7)])
      .envelope(version: 1, sequence: 77)
    nested.thread = callback.thread
    try conversation.channel.send(nested)
    let main = try conversation.ask(Conversation.call("abs", [Conversation.integer(.int32, 8)]))
    #expect(main.kind == .returned && main.thread == 0)
    let side = try conversation.channel.receive(
      on: .libraryThreads, bodyLimit: 65_536, deadline: nil)
    #expect(side.kind == .returned && side.thread == callback.thread && side.sequence == 77)
    try conversation.channel.send(
      answer(callback, .scalar(WireScalar(type: .pointer, bits: 0))))
    let ended = try conversation.ask(UnregisterMessage(id: 9))
    #expect(ended.kind == .unregistered)
  }

  @Test(arguments: ChannelKind.wanted)
  func `a number that is taken is refused`(_ kind: ChannelKind) throws {
    var conversation = try Conversation.withLibrary(kind)
    let first = try conversation.ask(RegisterMessage(callback: Self.compare))
    #expect(first.kind == .registered)
    let code = try conversation.failure(of: RegisterMessage(callback: Self.compare))
    #expect(code == .unexpectedRequest)
  }

  @Test(arguments: ChannelKind.wanted)
  func `closing a channel ends a function that waits for its callback`(
    _ kind: ChannelKind
  ) throws {
    var conversation = try Conversation.withLibrary(kind)
    let callback = try conversation.ask(sorting(2, .callback(Self.compare)))
    #expect(callback.kind == .callbackNumbers)
    let status = conversation.channel.close(grace: .seconds(5))
    #expect(status == .exited(0))
  }
}
