import ArchBridge
import ArchBridgeTransport
import ArchBridgeWire
import Synchronization
import Testing

/// A helper whose callbacks make no sense.
@Suite struct HostileCallbackTests {
  private func call(_ script: @escaping @Sendable (Envelope) -> [Envelope]) throws {
    let lib = try LibraryClient(
      "libx.so.1", configuration: .init(), channel: ScriptedChannel(script))
    defer { lib.close() }
    let _: Int32 = try lib.apply(Callback { (value: Int32) -> Int32 in value }, 1)
  }

  private static func callback(
    _ id: UInt32, _ values: [CallValue], thread: UInt32 = 0
  ) -> Envelope {
    CallbackMessage(id: id, arguments: values).envelope(version: 1, sequence: 0, thread: thread)
  }

  private static let seven = CallValue.scalar(WireScalar(type: .int32, bits: 7))

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
          ? [Self.callback(1, [CallValue](repeating: Self.seven, count: count))] : []
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

  @Test(arguments: [false, true])
  func `a library that calls back without end is late`(exchanges: Bool) throws {
    var configuration = LibraryClient.Configuration()
    configuration.timeout = .milliseconds(100)
    let lib = try LibraryClient(
      "libx.so.1", configuration: configuration,
      channel: ScriptedChannel(exchanges: exchanges) { envelope in
        switch envelope.kind {
        case .call, .calledBack: [Self.callback(1, [Self.seven])]
        case .calledBackNumbers, .invoke:
          [
            Envelope(
              kind: .callbackNumbers, version: 1, sequence: 0,
              body: [1, 0, 0, 0, 1, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0])
          ]
        case .register:
          [RegisteredMessage(address: 4_096).envelope(version: 1, sequence: envelope.sequence)]
        case .prepare:
          [PreparedMessage(id: 0).envelope(version: 1, sequence: envelope.sequence)]
        default: []
        }
      })
    defer { lib.close() }
    expect(.timedOut) {
      if exchanges {
        let callback = try lib.register { (value: Int32) -> Int32 in value }
        let apply = try lib.function("apply", as: ((RemoteAddress) -> Int32).self)
        let _: Int32 = try apply(callback.address)
      } else {
        let _: Int32 = try lib.apply(Callback { (value: Int32) -> Int32 in value }, 1)
      }
    }
  }

  @Test func `a thread that sends without waiting ends the session`() {
    expect(.protocolViolation, "without waiting") {
      let lib = try LibraryClient(
        "libx.so.1", configuration: .init(),
        channel: ScriptedChannel { envelope in
          guard envelope.kind == .call, envelope.thread == 0 else { return [] }
          return [[CallValue]](repeating: [Self.seven], count: 10_000)
            .map { Self.callback(1, $0, thread: 5) }
        })
      defer { lib.close() }
      let _: Int32 = try lib.apply(
        Callback { (value: Int32) -> Int32 in
          // The others come meanwhile.
          let _: Int32 = try lib.abs(value)
          return value
        }, 1)
    }
  }
}
