internal import ArchBridgeWire

extension RequestNames {
  /// What a request brought back: the result, and the memory that came with it.
  func result(_ kind: EnvelopeKind, _ request: [UInt8], _ reply: [UInt8]) -> String {
    (try? knownResult(kind, request, reply)) ?? ""
  }

  private func knownResult(
    _ kind: EnvelopeKind, _ request: [UInt8], _ reply: [UInt8]
  ) throws -> String? {
    switch kind {
    case .call:
      let call = try CallMessage(decoding: request)
      let message = try ReturnedMessage(decoding: reply, answering: call)
      var buffers = message.buffers.makeIterator()
      let memory = call.arguments.enumerated().compactMap { index, argument -> String? in
        guard case .buffer(let buffer) = argument, buffer.mode != .input,
          let bytes = buffers.next()
        else { return nil }
        let text =
          buffer.mode == .text ? wire.quoted(bytes) : wire.text(bytes, buffer.elements)
        return "argument \(index + 1): \(text)"
      }
      let errno = message.errno.map { ["errno \($0)"] } ?? []
      let result = wire.text(message.result)
      return ((result.isEmpty ? [] : [result]) + memory + errno).joined(separator: ", ")
    case .batch:
      var types: [WireType] = []
      forEachCall(of: request) { call, _ in types.append(call?.2 ?? .uint64) }
      guard reply.count >= ResultsBody.headByteCount else { return nil }
      let count = min((reply.count - ResultsBody.headByteCount) / 8, types.count)
      let results = (0..<count).map { index in
        let bits = reply.number(at: ResultsBody.headByteCount + 8 * index, byteCount: 8)
        return types[index] == .void
          ? "nothing" : wire.text(WireScalar(type: types[index], bits: bits))
      }
      return "[\(results.joined(separator: ", "))]"
    case .readMemory:
      let bytes = try MemoryMessage(decoding: reply).bytes
      return try ReadMemoryMessage(decoding: request).textUnit == 1
        ? wire.quoted(bytes) : wire.hex(bytes)
    case .readTexts:
      let texts = try TextsMessage(decoding: reply).texts
      return
        "[\(texts.prefix(8).map { $0.map { wire.quoted($0) } ?? "NULL" }.joined(separator: ", "))]"
    case .load: return try printable(LoadedMessage(decoding: reply).path)
    case .resolve: return wire.address(try ResolvedMessage(decoding: reply).address)
    case .register: return wire.address(try RegisteredMessage(decoding: reply).address)
    default: return try serverResult(kind, reply)
    }
  }

  /// A call of a closure.
  func text(callback envelope: Envelope) -> RequestText {
    if envelope.kind == .callbackNumbers, let call = CallbackNumbers(decoding: envelope.body) {
      let types = closures[call.id]?.parameters.map(\.type) ?? []
      return RequestText(
        "closure \(call.id)",
        call.slots.enumerated().map { index, bits in
          let type = types.count == call.slots.count ? types[index] : .int64
          return .init(wire.text(WireScalar(type: type, bits: bits)))
        })
    }
    guard let id = try? CallbackMessage.id(in: envelope.body), let closure = closures[id],
      let message = try? CallbackMessage(decoding: envelope.body, calling: closure)
    else { return RequestText("closure", []) }
    return RequestText("closure \(id)", message.arguments.map { .init(wire.text($0)) })
  }

  /// What a closure gave to the library; the call that it answers tells the type.
  func text(answer: Envelope, to call: Envelope?) -> String {
    let id = call.flatMap {
      $0.kind == .callbackNumbers
        ? CallbackNumbers(decoding: $0.body)?.id : try? CallbackMessage.id(in: $0.body)
    }
    let type = id.flatMap { closures[$0] }?.result.type
    if answer.kind == .calledBackNumbers, answer.body.count == 8 {
      if type == .void { return "nothing" }
      return wire.text(
        WireScalar(type: type ?? .int64, bits: answer.body.number(at: 0, byteCount: 8)))
    }
    return (try? CBORValue(decoding: answer.body)).map { wire.text($0) } ?? "?"
  }
}
