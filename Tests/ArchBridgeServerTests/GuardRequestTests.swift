import ArchBridgeServer
import ArchBridgeWire
import Testing

/// Calls whose memory is guarded: where it lies, and that a correct function notices nothing.
@Suite struct GuardRequestTests {
  private let session: ServerSession

  init() throws {
    session = try ServerSession()
    try session.load("libc.so.6")
    _ = try session.reply(to: GuardMessage(keptByteCount: 1 << 20), as: GuardedMessage.self)
  }

  /// Where a buffer is, which `memchr` returns for the first byte of it that is 0.
  private func address(_ buffer: WireBuffer) throws -> UInt64 {
    try #require(
      try session.bits(
        "memchr",
        [.buffer(buffer), .integer(.int32, 0), .integer(.uint64, Int64(buffer.byteCount))],
        .pointer))
  }

  @Test(arguments: [1, 2, 3, 4, 12, 13, 24, 64, 100, 4_095, 4_096, 4_104, 100_000] as [UInt32])
  func `what comes back ends where its page does`(_ count: UInt32) throws {
    let place = try address(WireBuffer(mode: .whole, byteCount: count, bytes: []))
    #expect((place + UInt64(count)) % 4_096 == 0)
  }

  @Test(arguments: [(8, 8), (12, 4), (13, 1), (16, 16), (64, 64), (4_096, 64), (24, 8)])
  func `what has a NUL behind it is aligned as its elements`(
    _ count: Int, _ alignment: UInt64
  ) throws {
    var bytes = [UInt8](repeating: 1, count: count)
    bytes[0] = 0
    let place = try address(
      WireBuffer(mode: .input, byteCount: UInt32(count + 1), bytes: bytes))
    #expect(place % alignment == 0)
    #expect((place + UInt64(count) + alignment) % 4_096 < alignment)
  }

  @Test func `buffers are zero behind what they hold, and come back`() throws {
    let out = CallMessage.Argument.buffer(
      WireBuffer(mode: .whole, byteCount: 6, bytes: [1, 2]))
    let reply = try session.call(
      "memset", [out, .integer(.int32, 7), .integer(.uint64, 1)], .pointer)
    #expect(reply.buffers == [[7, 2, 0, 0, 0, 0]])
  }

  @Test func `more than there can be is refused`() {
    let huge = CallMessage(
      function: .symbol(library: 0, name: "abs"), result: .int32, textLimit: 8,
      arguments: [.buffer(WireBuffer(mode: .whole, byteCount: .max, bytes: []))])
    #expect(session.failure(of: huge) == .outOfMemory)
  }

  @Test func `a request without its number is refused`() {
    let request = Envelope(kind: .guardBuffers, version: 1, sequence: 9, body: [0x80])
    #expect(Refusal(session.server.reply(to: request)).failure?.code == .malformedRequest)
  }
}
