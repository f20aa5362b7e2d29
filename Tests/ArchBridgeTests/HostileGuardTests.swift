import ArchBridge
import ArchBridgeTransport
import ArchBridgeWire
import Testing

/// A helper that tells lies about guarded buffers.
@Suite struct HostileGuardTests {
  /// A client whose helper answers these kinds so.
  private func client(
    guards: Bool = true, _ answer: @escaping @Sendable (Envelope) -> Envelope?
  ) throws -> LibraryClient {
    let channel = ScriptedChannel { request in
      if let answer = answer(request) { return [answer] }
      guard request.kind == .guardBuffers else { return [] }
      return [GuardedMessage().envelope(version: 1, sequence: request.sequence)]
    }
    return try LibraryClient(
      "libx.so.1", configuration: .init(guardsBuffers: guards), channel: channel)
  }

  private func failure(_ text: [UInt8], guards: Bool = true) throws -> BridgeError? {
    let client = try client(guards: guards) { request in
      guard request.kind == .call else { return nil }
      return FailureMessage(.bufferOverrun, text).envelope(version: 1, sequence: request.sequence)
    }
    return thrown { let _: Int32 = try client.call("f", [1] as [Int32], 2 as Int32) }
  }

  @Test func `damage of an argument is an error of its call`() throws {
    for (argument, text, subject) in [
      (0, nil, "argument 1 (4 bytes)"), (1, 7, "argument 2, text 7 (4 bytes)"),
      (2, nil, "the result (4 bytes)"),
    ] as [(UInt8, UInt32?, String)] {
      let message = OverrunMessage(
        argument: argument, text: text, byteCount: 4, first: 4, last: 70,
        bytes: [UInt8](repeating: 0x0A, count: 32))
      let error = try failure(message.encoded)
      #expect(error?.code == .bufferOverrun && error?.symbol == "f")
      #expect(
        error?.message.hasPrefix("\(subject) was written past its end, at bytes 4 to 70: 0a 0a")
          == true)
      #expect(error?.message.contains("0a …;") == true)
    }
  }

  @Test func `the smallest and largest numbers are told`() throws {
    for (first, last) in [(Int64.min, -1), (Int64.max, Int64.max), (Int64.min, Int64.min)] {
      let message = OverrunMessage(
        argument: 0, byteCount: first < 0 ? .max : 0, first: first, last: last, bytes: [1])
      #expect(try failure(message.encoded)?.code == .bufferOverrun)
    }
  }

  @Test func `damage that cannot be ends the session`() throws {
    let beyond = OverrunMessage(argument: 3, byteCount: 4, first: -1, last: -1, bytes: [1])
    for text in [[], [0x86], [0xFF], beyond.encoded, [UInt8](repeating: 0x86, count: 60_000)] {
      #expect(try failure(text)?.code == .protocolViolation)
    }
  }

  @Test func `damage that nobody looks for ends the session`() throws {
    let message = OverrunMessage(argument: 0, byteCount: 4, first: -1, last: -1, bytes: [1])
    #expect(try failure(message.encoded, guards: false)?.code == .protocolViolation)
  }

  @Test func `a helper without guards is refused`() {
    expect(.helperIncompatible, "guards no buffers") {
      _ = try client { request in
        guard request.kind == .guardBuffers else { return nil }
        return FailureMessage(.unexpectedRequest).envelope(version: 1, sequence: request.sequence)
      }
    }
  }

  @Test func `a helper that confirms something else is refused`() {
    for body: [UInt8] in [[], [0x81, 0x00], [0xF6], [0x80, 0x80]] {
      expect(.protocolViolation, "does not confirm") {
        _ = try client { request in
          guard request.kind == .guardBuffers else { return nil }
          return Envelope(
            kind: .guardedBuffers, version: 1, sequence: request.sequence, body: body)
        }
      }
    }
  }
}
