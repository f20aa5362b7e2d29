import ArchBridgeWire

/// The reading of one kind of body, and the writing of what was read.
struct MessageDecoder: Sendable {
  let kind: EnvelopeKind
  let decode: @Sendable ([UInt8]) throws(CBORError) -> [UInt8]

  init<Value: Message & Sendable>(_: Value.Type) {
    kind = Value.kind
    decode = { (body) throws(CBORError) in
      try Value(decoding: body).envelope(version: 1, sequence: 1).body
    }
  }

  init(answering call: CallMessage) {
    kind = .returned
    decode = { (body) throws(CBORError) in
      try ReturnedMessage(decoding: body, answering: call).envelope(version: 1, sequence: 1).body
    }
  }

  init(calling callback: WireCallback) {
    kind = .callback
    decode = { (body) throws(CBORError) in
      try CallbackMessage(decoding: body, calling: callback)
        .envelope(version: 1, sequence: 1, thread: 0).body
    }
  }

  init(from callback: WireCallback) {
    kind = .calledBack
    decode = { (body) throws(CBORError) in
      try CalledBackMessage(decoding: body, from: callback)
        .envelope(version: 1, sequence: 1, thread: 0).body
    }
  }

  /// Every kind but those that are read against a call or callback.
  static let all = [
    MessageDecoder(HelloMessage.self), MessageDecoder(WelcomeMessage.self),
    MessageDecoder(LoadMessage.self), MessageDecoder(LoadedMessage.self),
    MessageDecoder(ResolveMessage.self), MessageDecoder(ResolvedMessage.self),
    MessageDecoder(CallMessage.self), MessageDecoder(ReadMemoryMessage.self),
    MessageDecoder(MemoryMessage.self), MessageDecoder(WriteMemoryMessage.self),
    MessageDecoder(WrittenMessage.self), MessageDecoder(FailureMessage.self),
    MessageDecoder(ReadTextsMessage.self), MessageDecoder(TextsMessage.self),
    MessageDecoder(RegisterMessage.self), MessageDecoder(RegisteredMessage.self),
    MessageDecoder(UnregisterMessage.self), MessageDecoder(UnregisteredMessage.self),
    MessageDecoder(MapMessage.self), MessageDecoder(MappedMessage.self),
    MessageDecoder(UnmapMessage.self), MessageDecoder(UnmappedMessage.self),
    MessageDecoder(PrepareMessage.self), MessageDecoder(PreparedMessage.self),
    MessageDecoder(ConfineMessage.self), MessageDecoder(ConfinedMessage.self),
    MessageDecoder(StandByMessage.self), MessageDecoder(StandingByMessage.self),
    MessageDecoder(GuardMessage.self), MessageDecoder(GuardedMessage.self),
  ]

  static let answers =
    [
      CallExample.add, CallExample.byAddress, CallExample.everyType, CallExample.buffers,
      CallExample.text, CallExample.values, CallExample.references,
    ].map(MessageDecoder.init(answering:)) + [
      MessageDecoder(calling: CallExample.callback), MessageDecoder(from: CallExample.callback),
    ]
}
