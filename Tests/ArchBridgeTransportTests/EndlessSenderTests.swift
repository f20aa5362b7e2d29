import ArchBridgeTransport
import ArchBridgeWire
import Testing

/// Helpers that send without end: the deadline holds all the same.
@Suite(.timeLimit(.minutes(2)))
struct EndlessSenderTests {
  private static let header = #"ABRG\001\000\002\000\001\000\000\000\000\000\000\000"#
  /// A header that announces 1 GiB.
  private static let gibibyte = #"printf '\#(header)\000\000\000\100\000\000\000\000' >&4; "#

  private func expectTimeOut(_ script: String) throws {
    let channel = try ScriptedHelper.open(script)
    let start = ContinuousClock.now
    #expect(throws: ChannelError.timedOut) {
      try channel.receive(
        bodyLimit: EnvelopeHeader.bodyLimit, deadline: .now + .milliseconds(300))
    }
    #expect(ContinuousClock.now - start < .seconds(10))
    channel.close(grace: .zero)
  }

  @Test func `a body that comes byte by byte is late at the deadline`() throws {
    try expectTimeOut(Self.gibibyte + "while :; do printf x >&4; done")
  }

  @Test func `a body that comes in small pieces for hours is late at the deadline`() throws {
    try expectTimeOut(
      Self.gibibyte + "while :; do head -c 65536 /dev/zero >&4; sleep 0.01; done")
  }

  @Test func `a body beyond what the request allows takes no memory`() throws {
    let channel = try ScriptedHelper.open(Self.gibibyte + "exec cat /dev/zero >&4")
    #expect(throws: ChannelError.notAnEnvelope(.tooLarge(byteCount: 1 << 30, limit: 100))) {
      try channel.receive(bodyLimit: 100, deadline: nil)
    }
  }

  @Test func `a request that is taken in byte by byte is late at the deadline`() throws {
    let channel = try ScriptedHelper.open(
      "while dd bs=4096 count=1 of=/dev/null status=none; do sleep 0.05; done <&3")
    let start = ContinuousClock.now
    let large = Envelope(
      kind: .load, version: 1, sequence: 1, body: [UInt8](repeating: 0, count: 30_000_000))
    #expect(throws: ChannelError.timedOut) {
      try channel.send(large, deadline: .now + .milliseconds(300))
    }
    #expect(ContinuousClock.now - start < .seconds(10))
    channel.close(grace: .zero)
  }
}
