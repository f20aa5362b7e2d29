import ArchBridgeServer
import ArchBridgeWire
import TestSupport
import Testing

/// Requests with bytes changed at random, from a fixed seed: every one gets a reply.
@Suite struct ServerFuzzTests {
  private static let inputCount = 20_000

  /// Requests that are carried out, none of which calls or writes anything.
  private func requests() -> [Envelope] {
    let messages: [any Message] = [
      HelloMessage(), LoadMessage(name: Array("libm.so.6".utf8), flags: .now),
      ResolveMessage(library: 1, name: "abs"), ResolveMessage(library: 0, name: "cos"),
      ReadMemoryMessage(address: 0x40_0000, byteCount: 16),
      ReadMemoryMessage(address: 0x40_0000, byteCount: 16, textUnit: 1),
      ReadMemoryMessage(address: 0x40_0000, byteCount: 16, textUnit: 4),
      ReadTextsMessage(address: 0x40_0000, count: 2, textLimit: 16),
      RegisterMessage(
        callback: WireCallback(
          id: 1, result: WireForm(.extended), textLimit: 8,
          parameters: [WireForm(.int32), WireForm(.text), WireForm(.extended)])),
      UnregisterMessage(id: 1),
    ]
    return messages.map { $0.envelope(version: 1, sequence: 7) }
  }

  /// The body of a call of `abs`, up to its arguments.
  private let callPrefix: [UInt8] = [0x85, 0x00, 0x63] + Array("abs".utf8)

  @Test func `mutated requests are answered`() throws {
    let session = try ServerSession()
    try session.load("libc.so.6")
    let requests = requests()
    var generator = SeededGenerator(seed: 12)
    for index in 0..<Self.inputCount {
      var request = requests[index % requests.count]
      request.body = generator.mutated(request.body)
      // A name that a mutation made may be a library of this machine, which would really load.
      if request.kind == .load, (try? LoadMessage(decoding: request.body)) != nil { continue }
      let reply = session.server.reply(to: request)
      #expect(reply.sequence == 7 && reply.version == 1)
    }
  }

  @Test func `writing nowhere with mutated bodies is answered`() throws {
    let session = try ServerSession()
    let original = WriteMemoryMessage(address: 1, bytes: [1, 2, 3])
      .envelope(version: 1, sequence: 7)
    var generator = SeededGenerator(seed: 13)
    for _ in 0..<Self.inputCount {
      var request = original
      // The address stays: what is changed comes after it.
      request.body =
        Array(original.body.prefix(2)) + generator.mutated(Array(original.body.dropFirst(2)))
      #expect([.written, .failure].contains(session.server.reply(to: request).kind))
    }
  }

  @Test(arguments: [false, true])
  func `calls of a harmless function with mutated arguments are answered`(
    _ isGuarded: Bool
  ) throws {
    let session = try ServerSession()
    try session.load("libc.so.6")
    if isGuarded {
      _ = try session.reply(to: GuardMessage(keptByteCount: 1 << 24), as: GuardedMessage.self)
    }
    let call = CallMessage(
      function: .symbol(library: 0, name: "abs"), result: .int32, textLimit: 8,
      arguments: [
        .integer(.int32, -1), .double(1), .buffer(WireBuffer(bytes: [1, 2])), .out(16),
        .out(16, mode: .text), .texts([[65], nil]),
        .bytes(WireForm(.extended), [UInt8](repeating: 1, count: 10)),
        .callback(
          WireCallback(
            id: 1, result: WireForm(.int8), textLimit: 8, parameters: [WireForm(.float64)])),
      ])
    let body = call.envelope(version: 1, sequence: 7).body
    #expect(Array(body.prefix(callPrefix.count)) == callPrefix)
    var generator = SeededGenerator(seed: 14)
    for _ in 0..<Self.inputCount {
      let tail = generator.mutated(Array(body.dropFirst(callPrefix.count)))
      let request = Envelope(kind: .call, version: 1, sequence: 7, body: callPrefix + tail)
      #expect([.returned, .failure].contains(session.server.reply(to: request).kind))
    }
  }

  @Test func `kinds and bodies at random are answered`() throws {
    let session = try ServerSession()
    var generator = SeededGenerator(seed: 15)
    for _ in 0..<Self.inputCount {
      let kind = UInt16.random(in: 0...29, using: &generator)
      // Without a library no symbol is found, but an address would be called or written.
      guard kind != EnvelopeKind.call.rawValue, kind != EnvelopeKind.writeMemory.rawValue else {
        continue
      }
      let request = Envelope(
        kind: EnvelopeKind(rawValue: kind), version: 1, sequence: 7,
        body: [0x80 | UInt8.random(in: 0...5, using: &generator)] + generator.bytes(limit: 24))
      #expect(session.server.reply(to: request).sequence == 7)
    }
  }
}
