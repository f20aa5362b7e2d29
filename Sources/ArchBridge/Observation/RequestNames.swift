internal import ArchBridgeWire

/// What a session's numbers stand for, learned from its requests and replies in their order.
struct RequestNames {
  let wire: WireText
  /// The prepared functions by number.
  private var prepared: [UInt32: PrepareMessage] = [:]
  /// The functions that were looked up, by address.
  private var functions: [UInt64: String] = [:]
  /// The closures by number.
  private(set) var closures: [UInt32: WireCallback] = [:]
  /// The server's members by number.
  private(set) var members: [UInt32: ServerMember] = [:]
  /// What waits for its answer, by the request's number.
  private var asked: [UInt64: Asked] = [:]

  private enum Asked {
    case prepared(PrepareMessage)
    case address(String)
  }

  /// How many closures are remembered.
  private static let closureLimit = 10_000

  init(encoding: TextEncoding) { wire = WireText(encoding: encoding) }

  /// Kinds from which something is learned.
  static let teaching: Set<EnvelopeKind> = [
    .prepare, .prepared, .resolve, .resolved, .register, .call, .serverStarted,
  ]

  /// Learns from a request.
  mutating func note(request kind: EnvelopeKind, _ sequence: UInt64, _ body: [UInt8]) {
    switch kind {
    case .prepare:
      if let message = try? PrepareMessage(decoding: body) { asked[sequence] = .prepared(message) }
    case .resolve:
      if let message = try? ResolveMessage(decoding: body) {
        asked[sequence] = .address(message.name)
      }
    case .register:
      if let message = try? RegisterMessage(decoding: body) { keep(message.callback) }
    case .call:
      guard let message = try? CallMessage(decoding: body) else { return }
      for case .callback(let callback) in message.arguments { keep(callback) }
    default: break
    }
  }

  private mutating func keep(_ callback: WireCallback) {
    if closures.count >= Self.closureLimit { closures = [:] }
    closures[callback.id] = callback
  }

  /// Learns from a reply.
  mutating func note(reply kind: EnvelopeKind, _ sequence: UInt64, _ body: [UInt8]) {
    // Traces have the kind of the request.
    if kind == .serverStarted || kind == .startServer,
      let message = try? ServerStartedMessage(decoding: body)
    {
      for member in message.members { members[member.number] = member }
    }
    guard let question = asked.removeValue(forKey: sequence) else { return }
    switch question {
    case .prepared(let message):
      if let reply = try? PreparedMessage(decoding: body) { prepared[reply.id] = message }
    case .address(let name):
      if let reply = try? ResolvedMessage(decoding: body) { functions[reply.address] = name }
    }
  }

  // MARK: Requests

  /// A request as its caller made it.
  func text(_ kind: EnvelopeKind, _ body: [UInt8]) -> RequestText {
    (try? known(kind, body)) ?? RequestText("request of kind \(kind.rawValue)", [.init("", body)])
  }

  private func known(_ kind: EnvelopeKind, _ body: [UInt8]) throws -> RequestText? {
    switch kind {
    case .call:
      let message = try CallMessage(decoding: body)
      return RequestText(name(message.function), message.arguments.map { .init($0, wire) })
    case .invoke: return invocation(body[...]).map { RequestText($0.0, $0.1) }
    case .batch: return batch(body)
    case .prepare:
      let message = try PrepareMessage(decoding: body)
      return RequestText(name(message.function), message.parameters.map { .init("\($0)") })
    case .readMemory:
      let message = try ReadMemoryMessage(decoding: body)
      return RequestText(
        message.textUnit == 0 ? "memory.read" : "memory.readText",
        [.init(wire.address(message.address)), .init("\(message.byteCount) bytes")])
    case .writeMemory:
      let message = try WriteMemoryMessage(decoding: body)
      return RequestText(
        "memory.write",
        [.init(wire.hex(message.bytes), message.bytes), .init(wire.address(message.address))])
    case .readTexts:
      let message = try ReadTextsMessage(decoding: body)
      return RequestText(
        "memory.readTexts", [.init(wire.address(message.address)), .init("\(message.count) texts")])
    case .load:
      let message = try LoadMessage(decoding: body)
      return RequestText(
        "load",
        [
          .init(printable(message.name), message.name), .init("flags \(message.flags.rawValue)"),
        ])
    case .resolve: return RequestText("address", [.init(try ResolveMessage(decoding: body).name)])
    case .register:
      return RequestText(
        "register", [.init(.callback(try RegisterMessage(decoding: body).callback), wire)])
    case .unregister:
      return RequestText("remove", [.init("closure \(try UnregisterMessage(decoding: body).id)")])
    case .guardBuffers: return RequestText("guardsBuffers", [])
    case .confine: return RequestText("confinement", [])
    case .standBy: return RequestText("standBy", [])
    default: return try server(kind, body)
    }
  }

  private func name(_ function: CallMessage.Function) -> String {
    switch function {
    case .symbol(_, let name): name
    case .address(let address): functions[address] ?? wire.address(address)
    }
  }

  /// A call of a prepared function: its name, its arguments, and its result's type.
  private func invocation(
    _ body: ArraySlice<UInt8>, _ references: [Int: Int] = [:]
  ) -> (String, [RequestText.Part], WireType)? {
    let bytes = Array(body)
    guard bytes.count >= InvokeBody.headByteCount,
      let message = prepared[UInt32(bytes.number(at: 0, byteCount: 4))],
      bytes.count >= InvokeBody.headByteCount + 8 * message.parameters.count
    else { return nil }
    var end = InvokeBody.headByteCount + 8 * message.parameters.count
    var buffers: [Int: [UInt8]] = [:]
    for _ in 0..<bytes.number(at: 4, byteCount: 2) {
      guard end + InvokeBody.bufferHeadByteCount <= bytes.count else { return nil }
      let count = Int(bytes.number(at: end + 4, byteCount: 4))
      let start = end + InvokeBody.bufferHeadByteCount
      guard count <= bytes.count - start else { return nil }
      buffers[Int(bytes.number(at: end, byteCount: 4))] = Array(bytes[start..<start + count])
      end = start + InvokeBody.padded(count)
    }
    let parts = message.parameters.enumerated().map { index, type -> RequestText.Part in
      if let call = references[index] { return .init("result of call \(call + 1)") }
      if let memory = buffers[index] { return .init(.buffer(WireBuffer(bytes: memory)), wire) }
      let bits = bytes.number(at: InvokeBody.headByteCount + 8 * index, byteCount: 8)
      return .init(.scalar(WireScalar(type: type, bits: bits)), wire)
    }
    return (name(message.function), parts, message.result)
  }

  /// A batch: each of its calls is a part.
  private func batch(_ body: [UInt8]) -> RequestText? {
    var parts: [RequestText.Part] = []
    forEachCall(of: body) { call, bytes in
      guard let call else { return parts.append(.init("?", bytes)) }
      parts.append(.init("\(RequestText(call.0, call.1))", bytes))
    }
    return RequestText("batch", parts)
  }

  func forEachCall(
    of body: [UInt8], _ visit: ((String, [RequestText.Part], WireType)?, [UInt8]) -> Void
  ) {
    guard body.count >= BatchBody.headByteCount else { return }
    var offset = BatchBody.headByteCount
    for _ in 0..<body.number(at: 0, byteCount: 4) {
      guard offset + BatchBody.callHeadByteCount <= body.count else { return }
      let byteCount = Int(body.number(at: offset, byteCount: 4))
      let count = Int(body.number(at: offset + 4, byteCount: 4))
      let start = offset + BatchBody.callHeadByteCount
      let (length, end) = (BatchBody.referenceByteCount * count, body.count - start)
      guard length <= end, byteCount <= end - length else { return }
      var references: [Int: Int] = [:]
      for index in 0..<count {
        let place = start + BatchBody.referenceByteCount * index
        references[Int(body.number(at: place, byteCount: 4))] =
          Int(body.number(at: place + 4, byteCount: 4))
      }
      offset = start + length + byteCount
      visit(invocation(body[(start + length)..<offset], references), Array(body[start..<offset]))
    }
  }
}
