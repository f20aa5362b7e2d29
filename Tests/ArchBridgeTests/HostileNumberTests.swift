import ArchBridge
import ArchBridgeTransport
import ArchBridgeWire
import Testing

/// A helper that calls closures with numbers in ways that make no sense.
@Suite struct HostileNumberTests {
  /// Calls a function that calls its closure, and then does what a test wants of it.
  private func call(
    exchanges: Bool, _ second: @escaping @Sendable (Envelope) -> [Envelope]
  ) throws {
    let lib = try LibraryClient(
      "libx.so.1", configuration: .init(),
      channel: ScriptedChannel(exchanges: exchanges) { envelope in
        switch envelope.kind {
        case .call: [Self.callback(1, [7])]
        case .calledBackNumbers: second(envelope)
        default: []
        }
      })
    defer { lib.close() }
    let result: Int32 = try lib.apply(Callback { (value: Int32) -> Int32 in value + 1 }, 1)
    #expect(result == 7)
  }

  private static func callback(_ id: UInt32, _ slots: [UInt64], thread: UInt32 = 0) -> Envelope {
    CallbackNumbers(id: id, slots: slots).envelope(version: 1, thread: thread)
  }

  private static let returned = ReturnedMessage(
    result: .scalar(WireScalar(type: .int32, bits: 7)), buffers: []
  ).envelope(version: 1, sequence: 3)

  @Test(arguments: [false, true])
  func `a sound callback is answered with a number`(_ exchanges: Bool) throws {
    try call(exchanges: exchanges) { answer in
      #expect(answer.sequence == 0 && answer.version == 1 && answer.thread == 0)
      #expect(answer.body == [8, 0, 0, 0, 0, 0, 0, 0])
      return [Self.returned]
    }
  }

  @Test(arguments: [false, true])
  func `a callback that there never was ends the session`(_ exchanges: Bool) {
    for id: UInt32 in [0, 2, .max] {
      expect(.protocolViolation, "never was") {
        try call(exchanges: exchanges) { _ in [Self.callback(id, [7])] }
      }
    }
  }

  @Test(arguments: [0, 2, 3, 20, 127, 200], [false, true])
  func `a callback with other slots ends the session`(_ count: Int, _ exchanges: Bool) {
    expect(.protocolViolation, "do not fit") {
      try call(exchanges: exchanges) { _ in [Self.callback(1, Array(repeating: 7, count: count))] }
    }
  }

  @Test(arguments: [1 << 31, 1 << 32, UInt64.max >> 1], [false, true])
  func `a callback with a number of another width ends the session`(
    _ bits: UInt64, _ exchanges: Bool
  ) {
    expect(.protocolViolation, "do not fit") {
      try call(exchanges: exchanges) { _ in [Self.callback(1, [bits])] }
    }
  }

  @Test(arguments: [false, true])
  func `a callback that cannot be read ends the session`(_ exchanges: Bool) {
    let sound = Self.callback(1, [7])
    var others: [Envelope] = []
    let bodies: [[UInt8]] = [
      [], [1], Array(sound.body.dropLast()), sound.body + [0], Array(sound.body.prefix(8)),
      [1, 0, 0, 0, 255, 255, 255, 255] + Array(sound.body.dropFirst(8)),
      [1, 0, 0, 0, 1, 0, 0, 128] + Array(sound.body.dropFirst(8)),
    ]
    for body in bodies {
      var other = sound
      other.body = body
      others.append(other)
    }
    var other = sound
    other.sequence = 1
    others.append(other)
    other = sound
    other.version = 2
    others.append(other)
    for envelope in others {
      expect(.protocolViolation, "cannot be read") {
        try call(exchanges: exchanges) { _ in [envelope] }
      }
    }
  }

  @Test(arguments: [false, true])
  func `an answer to nothing ends the session`(_ exchanges: Bool) {
    expect(.protocolViolation) {
      try call(exchanges: exchanges) { answer in [answer] }
    }
  }

  @Test(arguments: [false, true])
  func `garbage ends the session`(_ exchanges: Bool) {
    expect(.protocolViolation) {
      try call(exchanges: exchanges) { _ in
        [Envelope(kind: EnvelopeKind(rawValue: 0xFFFF), version: 1, sequence: 3, body: [1, 2, 3])]
      }
    }
  }

  @Test func `a thread's callback with numbers is answered`() throws {
    let lib = try LibraryClient(
      "libx.so.1", configuration: .init(),
      channel: ScriptedChannel { envelope in
        switch (envelope.kind, envelope.thread) {
        case (.call, _): [Self.callback(1, [7], thread: 5)]
        case (.calledBackNumbers, 5): [Self.returned]
        default: []
        }
      })
    defer { lib.close() }
    let result: Int32 = try lib.apply(Callback { (value: Int32) -> Int32 in value + 1 }, 1)
    #expect(result == 7)
  }
}
