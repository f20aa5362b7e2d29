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

  /// Every kind but `returned`, which is read against a call.
  static let all = [
    MessageDecoder(HelloMessage.self), MessageDecoder(WelcomeMessage.self),
    MessageDecoder(LoadMessage.self), MessageDecoder(LoadedMessage.self),
    MessageDecoder(ResolveMessage.self), MessageDecoder(ResolvedMessage.self),
    MessageDecoder(CallMessage.self), MessageDecoder(ReadMemoryMessage.self),
    MessageDecoder(MemoryMessage.self), MessageDecoder(WriteMemoryMessage.self),
    MessageDecoder(WrittenMessage.self), MessageDecoder(FailureMessage.self),
  ]

  static let answers = [
    CallExample.add, CallExample.byAddress, CallExample.everyType, CallExample.buffers,
    CallExample.text,
  ].map(MessageDecoder.init(answering:))
}
