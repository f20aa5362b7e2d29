import ArchBridge
import ArchBridgeTransport
import ArchBridgeWire
import Synchronization
import Testing

/// A helper whose callbacks make no sense.
@Suite struct HostileCallbackTests {
  /// A channel that answers what a session needs to begin, and a call with what a test gives it.
  private final class ScriptedChannel: Channel {
    private let replies: Mutex<[ChannelLane: [Envelope]]> = Mutex([:])
    private let isClosed = Atomic(false)
    private let script: @Sendable (Envelope) -> [Envelope]

    init(_ script: @escaping @Sendable (Envelope) -> [Envelope]) { self.script = script }

    var processID: Int32 { 0 }

    func send(
      _ envelope: Envelope, deadline: ContinuousClock.Instant?
    ) throws(ChannelError) {
      let answers: [Envelope] =
        switch envelope.kind {
        case .hello:
          [
            WelcomeMessage(version: 1, machine: 3, pointerByteCount: 4)
              .envelope(version: 0, sequence: envelope.sequence)
          ]
        case .load:
          [
            LoadedMessage(library: 1, path: Array("/lib/libx.so".utf8))
              .envelope(version: 1, sequence: envelope.sequence)
          ]
        default: script(envelope)
        }
      replies.withLock { replies in
        for answer in answers { replies[ChannelLane(of: answer), default: []].append(answer) }
      }
    }

    func receive(
      on lane: ChannelLane, bodyLimit: @autoclosure () -> Int, deadline: ContinuousClock.Instant?
    ) throws(ChannelError) -> Envelope {
      while !isClosed.load(ordering: .acquiring) {
        let next = replies.withLock { replies in
          replies[lane]?.isEmpty == false ? replies[lane]?.removeFirst() : nil
        }
        if let next { return next }
      }
      throw .closed
    }

    @discardableResult
    func close(grace: Duration) -> HelperExitStatus {
      isClosed.store(true, ordering: .releasing)
      return .signalled(9)
    }
  }

  private func call(_ script: @escaping @Sendable (Envelope) -> [Envelope]) throws {
    let lib = try LibraryClient(
      "libx.so.1", configuration: .init(), channel: ScriptedChannel(script))
    defer { lib.close() }
    let _: Int32 = try lib.apply(Callback { (value: Int32) -> Int32 in value }, 1)
  }

  private static func callback(
    _ id: UInt32, _ values: [WireValue], thread: UInt32 = 0
  ) -> Envelope {
    CallbackMessage(id: id, arguments: values).envelope(version: 1, sequence: 0, thread: thread)
  }

  private static let seven = WireValue.scalar(WireScalar(type: .int32, bits: 7))

  private static func returned(_ envelope: Envelope) -> Envelope {
    ReturnedMessage(result: seven, buffers: []).envelope(version: 1, sequence: envelope.sequence)
  }

  @Test func `a sound callback is answered`() throws {
    try call { envelope in
      envelope.kind == .call
        ? [Self.callback(1, [Self.seven]), Self.returned(envelope)] : []
    }
  }

  @Test func `a callback that there never was ends the session`() {
    expect(.protocolViolation, "never was") {
      try call { envelope in envelope.kind == .call ? [Self.callback(2, [Self.seven])] : [] }
    }
  }

  @Test(arguments: [0, 2, 3])
  func `a callback with other values ends the session`(_ count: Int) {
    expect(.protocolViolation, "do not fit") {
      try call { envelope in
        envelope.kind == .call
          ? [Self.callback(1, [WireValue](repeating: Self.seven, count: count))] : []
      }
    }
  }

  @Test func `a callback with values of another type ends the session`() {
    expect(.protocolViolation, "do not fit") {
      try call { envelope in
        envelope.kind == .call ? [Self.callback(1, [.text(Array("x".utf8))])] : []
      }
    }
  }

  @Test func `a callback that cannot be read ends the session`() {
    expect(.protocolViolation, "cannot be read") {
      try call { envelope in
        envelope.kind == .call
          ? [Envelope(kind: .callback, version: 1, sequence: 0, body: [0x9F])] : []
      }
    }
  }

  @Test func `a thread's reply that nobody asked for ends the session`() {
    expect(.protocolViolation, "nobody asked for") {
      try call { envelope in
        guard envelope.kind == .call else { return [] }
        var stray = Self.returned(envelope)
        stray.thread = 5
        return [stray]
      }
    }
  }

  @Test func `more threads than can be end the session`() {
    expect(.protocolViolation, "1024") {
      let lib = try LibraryClient(
        "libx.so.1", configuration: .init(),
        channel: ScriptedChannel { envelope in
          guard envelope.kind == .call else { return [] }
          return (1...1_100).map { Self.callback(1, [Self.seven], thread: $0) }
        })
      defer { lib.close() }
      let _: Int32 = try lib.apply(
        Callback { (value: Int32) -> Int32 in
          // No lane is free again before all of them have begun.
          let _: Int32 = try lib.abs(value)
          return value
        }, 1)
    }
  }
}
