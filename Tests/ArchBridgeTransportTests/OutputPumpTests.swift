import ArchBridgeTransport
import Dispatch
import Glibc
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(2)))
struct OutputPumpTests {
  /// What a pump has handed over, and the pump itself.
  private final class Collector: Sendable {
    let bytes = Mutex<[Int32: [UInt8]]>([:])
    let pump = Mutex<OutputPump?>(nil)
    /// Signalled for each piece.
    let change = DispatchSemaphore(value: 0)

    func take(_ descriptor: Int32, _ piece: [UInt8]) {
      bytes.withLock { $0[descriptor, default: []] += piece }
      change.signal()
    }

    func output(_ descriptor: Int32) -> [UInt8] { bytes.withLock { $0[descriptor] ?? [] } }
  }

  private let collector = Collector()

  private func pump() throws(ChannelError) -> OutputPump {
    let collector = collector
    return try OutputPump { collector.take($0, $1) }
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      rest = rest.dropFirst(max(count, 0))
    }
  }

  @Test func `everything that was written is handed over before the end`() throws {
    let pump = try pump()
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    write(bytes, to: pump.standardOutput)
    pump.started()
    pump.end()
    #expect(collector.output(1) == bytes)
  }

  @Test func `output and error are told apart`() throws {
    let pump = try pump()
    write([1], to: pump.standardOutput)
    write([2], to: pump.standardError)
    pump.started()
    pump.end()
    #expect([collector.output(1), collector.output(2)] == [[1], [2]])
  }

  @Test func `error comes after output has ended`() throws {
    let pump = try pump()
    let error = dup(pump.standardError)
    pump.started()
    write([2], to: error)
    close(error)
    pump.end()
    #expect(collector.output(2) == [2])
  }

  @Test func `what is written is handed over without an end`() throws {
    let pump = try pump()
    write([1], to: pump.standardOutput)
    collector.change.wait()
    #expect(collector.output(1) == [1])
    pump.started()
    pump.end()
  }

  @Test func `whoever holds the pipes does not hold up the end`() throws {
    let pump = try pump()
    let holder = dup(pump.standardOutput)
    defer { close(holder) }
    write([1], to: holder)
    pump.started()
    pump.end()
    #expect(collector.output(1) == [1])
  }

  @Test func `whoever goes on writing does not hold up the end`() throws {
    let pump = try pump()
    let channel = try ScriptedHelper.open(
      "exec yes", standardOutput: pump.standardOutput, standardError: pump.standardError)
    pump.started()
    collector.change.wait()
    pump.end()
    #expect(channel.close(grace: .seconds(60)) == .signalled(SIGPIPE))
  }

  @Test func `the handler may end the pump`() throws {
    let collector = collector
    let ended = DispatchSemaphore(value: 0)
    let pump = try OutputPump { _, _ in
      collector.pump.withLock { $0 }?.end()
      ended.signal()
    }
    collector.pump.withLock { $0 = pump }
    write([1], to: pump.standardOutput)
    ended.wait()
    collector.pump.withLock { $0 = nil }
  }

  @Test func `ending again does nothing`() throws {
    let pump = try pump()
    pump.started()
    pump.end()
    pump.end()
    #expect(collector.output(1) == [])
  }

  @Test func `a pump that nothing refers to has ended`() throws {
    var pump: OutputPump? = try pump()
    write([1], to: try #require(pump?.standardOutput))
    pump = nil
    #expect(collector.output(1) == [1])
  }
}
