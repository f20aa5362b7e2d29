import ArchBridgeWire

/// A stream in pieces of so many bytes.
private struct Pieces: ByteSource {
  var bytes: ArraySlice<UInt8>
  let size: Int

  mutating func read(limit: Int) throws(EnvelopeError) -> [UInt8] {
    guard !bytes.isEmpty else { throw .endOfStream }
    let piece = bytes.prefix(min(limit, size))
    bytes = bytes.dropFirst(piece.count)
    return [UInt8](piece)
  }
}

extension FuzzTarget {
  /// A stream of envelopes: what is read has come in these bytes, in this order.
  static let envelopes = FuzzTarget(name: "envelopes") { bytes in
    guard let size = bytes.first else { return }
    var source = Pieces(bytes: bytes.dropFirst(), size: Int(size) + 1)
    var reader = EnvelopeReader()
    var written: [UInt8] = []
    while let envelope = try? reader.next(from: &source, bodyLimit: 100_000) {
      written += envelope.encoded
    }
    require(
      bytes.dropFirst().starts(with: written), "what is read is not what was written")
  }

  /// A body of every kind: what is read can be written, and read again as the same.
  static let values = FuzzTarget(name: "values") { bytes in
    if let value = try? CBORValue(decoding: bytes) {
      let encoded = value.encoded
      // A count takes more bytes than the mark of a length that is not said.
      require(encoded.count <= 2 * bytes.count, "a value has grown")
      require((try? CBORValue(decoding: encoded))?.encoded == encoded, "a value is not stable")
    }
    guard let first = bytes.first else { return }
    let body = [UInt8](bytes.dropFirst())
    let decoder = messages[Int(first) % messages.count]
    guard let message = decoder(body) else { return }
    require(decoder(message) == message, "a message is not stable")
    if let call = try? CallMessage(decoding: body) {
      _ = try? ReturnedMessage(decoding: body, answering: call)
    }
    _ = CallbackNumbers(decoding: body)
  }

  private static func message<Value: Message & SendableMetatype>(
    _: Value.Type
  ) -> @Sendable ([UInt8]) -> [UInt8]? {
    { body in (try? Value(decoding: body))?.encoded }
  }

  private static let every = CallMessage(
    function: .symbol(library: 1, name: "f"), result: WireForm(.text), textLimit: 64,
    arguments: [
      .buffer(WireBuffer(mode: .whole, byteCount: 16, bytes: [])),
      .buffer(WireBuffer(mode: .text, byteCount: 16, bytes: [])),
    ], reportsErrno: true)
  private static let callback = WireCallback(
    id: 1, result: WireForm(.int8), textLimit: 8,
    parameters: [WireForm(.float64), WireForm(.text), WireForm(.extended)])

  private static let messages: [@Sendable ([UInt8]) -> [UInt8]?] = [
    message(HelloMessage.self), message(WelcomeMessage.self), message(LoadMessage.self),
    message(LoadedMessage.self), message(ResolveMessage.self), message(ResolvedMessage.self),
    message(CallMessage.self), message(ReadMemoryMessage.self), message(MemoryMessage.self),
    message(WriteMemoryMessage.self), message(WrittenMessage.self), message(FailureMessage.self),
    message(ReadTextsMessage.self), message(TextsMessage.self), message(RegisterMessage.self),
    message(RegisteredMessage.self), message(UnregisterMessage.self),
    message(UnregisteredMessage.self), message(MapMessage.self), message(MappedMessage.self),
    message(UnmapMessage.self), message(UnmappedMessage.self), message(PrepareMessage.self),
    message(PreparedMessage.self), message(GuardMessage.self), message(GuardedMessage.self),
    message(ConfineMessage.self), message(ConfinedMessage.self), message(StandByMessage.self),
    message(StandingByMessage.self), message(StartServerMessage.self),
    message(ServerStartedMessage.self), message(RequestMessage.self), message(AnswerMessage.self),
    { body in (try? OverrunMessage(decoding: body))?.encoded },
    { body in
      (try? ReturnedMessage(decoding: body, answering: every))?
        .envelope(version: 1, sequence: 1).body
    },
    { body in
      (try? CallbackMessage(decoding: body, calling: callback))?
        .envelope(version: 1, sequence: 1, thread: 0).body
    },
  ]
}
