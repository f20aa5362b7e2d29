import ArchBridge
import Logging
import MetricsTestKit
import Synchronization
import Testing

/// Traces, logs and metrics of sessions.
@Suite(.fixtures, .timeLimit(.minutes(2))) struct ObservingTests {
  private final class Traces: Sendable {
    private let traces = Mutex<[CallTrace]>([])

    var all: [CallTrace] { traces.withLock { $0 } }
    var calls: [CallTrace] { all.filter { $0.kind != .preparation } }
    /// Calls and their results, without times.
    var lines: [String] {
      calls.map { trace in
        let indent = String(repeating: "  ", count: trace.depth)
        return "\(indent)\(trace.function)(\(trace.arguments.joined(separator: ", "))) = "
          + (trace.result ?? trace.error ?? "?")
      }
    }

    var configuration: LibraryClient.Configuration {
      .init(name: "bench", trace: { trace in self.traces.withLock { $0.append(trace) } })
    }
  }

  /// Keeps messages with what is known of their client.
  private struct Log: LogHandler {
    let lines = LogCapture.Lines()
    var metadata = Logger.Metadata()
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let known = (event.metadata ?? [:]).map { "\($0)=\($1)" }.sorted().joined(separator: " ")
      lines.append("\(event.level): \(event.message) \(known)")
    }
  }

  @Test func `what the library prints is logged with whose it is`() throws {
    let log = Log()
    let logger = Logger(label: "library") { _ in log }
    let helper = try withFixture(
      "printer", configuration: .init(output: .log(logger), name: "bench")
    ) { lib in
      let _: Int = try lib.print_line("hello")
      return lib.helperProcessID
    }
    let line = try #require(log.lines.all.first)
    #expect(log.lines.all.count == 1)
    #expect(line.hasPrefix("info: hello client=bench helper=\(helper) library=/"))
    #expect(line.hasSuffix("/libprinter.so"))
  }

  @Test func `every call is one line`() throws {
    let traces = Traces()
    try withFixture("adder", configuration: traces.configuration) { lib in
      try lib.declare("int add(int a, int b);")
      for value in 1...3 { let _: Int = try lib.add(value, 2) }
      let half: Float = try lib.halve(Float(3))
      #expect(half == 1.5)
      try lib.call("increment", as: Void.self)
    }
    #expect(
      traces.lines == [
        "add(1, 2) = 3", "add(2, 2) = 4", "add(3, 2) = 5", "halve(3.0) = 1.5", "increment() = ",
      ])
    let first = try #require(traces.calls.first)
    #expect(first.client == "bench")
    #expect(first.library == Fixture.path("adder", .i386))
    #expect(first.duration > .zero)
    #expect(first.thread > 0)
    #expect(first.description.hasPrefix("bench: add(1, 2) = 3 ("))
    #expect(first.description.contains(" µs, thread \(first.thread))"))
    #expect(traces.all.contains { $0.kind == .preparation && $0.function == "load" })
  }

  @Test func `prepared calls, arrays and batches are traced`() throws {
    let traces = Traces()
    try withFixture("adder", configuration: traces.configuration) { lib in
      let add = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
      _ = try add(1, 2)
      _ = try add.map([1, 2], [3, 4])
      let result = try lib.withBatch { batch in
        let first: BatchResult<Int32> = try batch.add(Int32(1), Int32(2))
        let second: BatchResult<Int32> = try batch.add(first, Int32(4))
        return second
      }
      #expect(try result.value == 7)
    }
    #expect(
      traces.lines == [
        "add(1, 2) = 3", "add(1, 3) = 4", "add(2, 4) = 6",
        "batch(add(1, 2), add(result of call 1, 4)) = [3, 7]",
      ])
    #expect(traces.calls.last?.kind == .batch)
  }

  @Test func `texts, arrays and memory are readable`() throws {
    let traces = Traces()
    try withFixture("strings", configuration: traces.configuration) { lib in
      let _: Int32 = try lib.byte_count("Größe")
      let _: String = try lib.echo_text("a\"b")
      let copied = Out<String>(capacity: 16)
      let _: Int32 = try lib.copy_text("abc", copied, 16)
    }
    try withFixture("pointers", configuration: traces.configuration) { lib in
      let values = InOut<[Double]>([1, 2])
      try lib.call("scale", values, 2, 2.0, as: Void.self)
      let place = try lib.memory.allocate(byteCount: 4)
      try lib.memory.write([1, 2, 255] as [UInt8], to: place)
      #expect(try lib.memory.read(place, byteCount: 2) == [1, 2])
    }
    let lines = traces.lines
    // The library has no allocator of its own: the C library is asked after it.
    #expect(lines.count == 8)
    #expect(lines[0] == "byte_count(\"Größe\") = 7")
    #expect(lines[1] == "echo_text(\"a\\\"b\") = \"a\\\"b\"")
    #expect(lines[2].contains("argument 2: \"abc\""), "\(lines[2])")
    #expect(lines[3].hasPrefix("scale([1.0, 2.0], 2, 2.0) = argument 1: [2.0, 4.0]"), "\(lines[3])")
    #expect(lines[6].hasPrefix("memory.write(<01 02 ff>, 0x"), "\(lines[6])")
    #expect(lines[7].hasPrefix("memory.read(0x") && lines[7].hasSuffix("2 bytes) = <01 02>"))
  }

  @Test func `closures are traced inside their calls`() throws {
    let traces = Traces()
    try withFixture("callbacks", configuration: traces.configuration) { lib in
      let result: Int32 = try lib.apply_int(
        Callback { (value: Int32) -> Int32 in try lib.plain(value) }, Int32(-5))
      #expect(result == -5)
      let threaded: Int32 = try lib.apply_on_thread(
        Callback { (value: Int32) -> Int32 in value + 1 }, Int32(1))
      #expect(threaded == 2)
    }
    #expect(
      traces.lines == [
        "  plain(-5) = -5", "  closure 1(-5) = -5",
        "apply_int(closure(int32) -> int32, -5) = -5", "  closure 2(1) = 2",
        "apply_on_thread(closure(int32) -> int32, 1) = 2",
      ])
  }

  @Test func `errors are traced, and a recording does not change what is`() throws {
    let recording = Recording()
    var lines: [[String]] = []
    for archive in [nil, .recording(recording.path), .replaying(recording.path)]
      as [SessionArchive?]
    {
      let traces = Traces()
      var configuration = traces.configuration
      configuration.archive = archive
      try withFixture("adder", configuration: configuration) { lib in
        let _: Int32 = try lib.add(1, 2)
        expect(.symbolNotFound) { let _: Int32 = try lib.call("nothing", 1) }
        expect(.badAddress) { _ = try lib.memory.read(RemoteAddress(rawValue: 8), byteCount: 4) }
      }
      lines.append(traces.lines)
    }
    #expect(lines[0].count == 3)
    #expect(lines[0][1].hasPrefix("nothing(1) = there is no such function"))
    #expect(lines[0][2].hasPrefix("memory.read(0x8, 4 bytes) = an address is no memory"))
    #expect(lines[0] == lines[1])
    #expect(lines[0] == lines[2])
  }

  @Test func `calls, helpers and bytes are counted`() throws {
    let metrics = TestMetrics()
    let dimensions = [("client", "meter"), ("library", Fixture.path("callbacks", .i386))]
    let configuration = LibraryClient.Configuration(name: "meter", metrics: metrics)
    try withFixture("callbacks", configuration: configuration) { lib in
      for value in 0..<5 {
        let _: Int32 = try lib.apply_int(
          Callback { (value: Int32) -> Int32 in value }, Int32(value))
      }
      expect(.symbolNotFound) { let _: Int32 = try lib.call("nothing", 1) }
    }
    func total(_ name: String) throws -> Int64 {
      try metrics.expectCounter("archbridge_\(name)", dimensions).totalValue
    }
    #expect(try total("calls_total") == 6)
    #expect(try total("callbacks_total") == 5)
    #expect(try total("errors_total") == 1)
    #expect(try total("helper_starts_total") == 1)
    #expect(try total("sent_bytes_total") > 6 * 24)
    #expect(try total("received_bytes_total") > 5 * 24)
    let timer = try metrics.expectTimer("archbridge_call_duration", dimensions)
    #expect(timer.values.count == 6)
    #expect(timer.values.allSatisfy { $0 > 0 })
  }

  @Test func `deaths and time limits are counted and logged`() throws {
    let metrics = TestMetrics()
    let log = Log()
    let logger = Logger(label: "test") { _ in log }
    expect(.helperEnded) {
      try withFixture(
        "deaths",
        configuration: .init(name: "fragile", logger: logger, metrics: metrics)
      ) { lib in let _: Int32 = try lib.call("die_by_abort") }
    }
    expect(.timedOut) {
      try withFixture(
        "sleeper",
        configuration: .init(
          timeout: .milliseconds(50), name: "slow", logger: logger, metrics: metrics)
      ) { lib in let _: Int32 = try lib.sleep_milliseconds(60_000) }
    }
    #expect(metrics.counterTotal(label: "archbridge_helper_deaths_total") == 1)
    #expect(metrics.counterTotal(label: "archbridge_timeouts_total") == 1)
    let lines = log.lines.all
    #expect(lines.contains { $0.contains("debug") && $0.contains("the helper is ready") })
    #expect(
      lines.contains {
        $0.contains("error") && $0.contains("Aborted") && $0.contains("client=fragile")
          && $0.contains("helper=")
      }, "\(lines)")
    #expect(lines.contains { $0.contains("error") && $0.contains("client=slow") })
    #expect(lines.contains { $0.contains("debug") && $0.contains("the session was closed") })
  }
}
