internal import CoreMetrics

/// A session's counters, in whatever collects this program's metrics.
///
/// Each has the dimensions `client` and `library`.
struct SessionMetrics: Sendable {
  private let calls: Counter
  private let callbacks: Counter
  private let errors: Counter
  private let starts: Counter
  private let restarts: Counter
  private let deaths: Counter
  private let timeouts: Counter
  private let sent: Counter
  private let received: Counter
  private let latency: Timer

  init(_ factory: any MetricsFactory, client: String, library: String) {
    let dimensions = [("client", client), ("library", library)]
    func counter(_ name: String) -> Counter {
      Counter(label: "archbridge_\(name)", dimensions: dimensions, factory: factory)
    }
    calls = counter("calls_total")
    callbacks = counter("callbacks_total")
    errors = counter("errors_total")
    starts = counter("helper_starts_total")
    restarts = counter("helper_restarts_total")
    deaths = counter("helper_deaths_total")
    timeouts = counter("timeouts_total")
    sent = counter("sent_bytes_total")
    received = counter("received_bytes_total")
    latency = Timer(
      label: "archbridge_call_duration", dimensions: dimensions,
      preferredDisplayUnit: .microseconds,
      factory: factory)
  }

  /// A request and its reply; `isCall` tells that it was one to the caller, too.
  func count(
    isCall: Bool, hasFailed: Bool, sent sentCount: Int, received receivedCount: Int,
    _ duration: Duration
  ) {
    sent.increment(by: Int64(sentCount))
    received.increment(by: Int64(receivedCount))
    if hasFailed { errors.increment() }
    guard isCall else { return }
    calls.increment()
    let (seconds, attoseconds) = duration.components
    latency.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
  }

  func countCallback() { callbacks.increment() }
  func countStart() { starts.increment() }
  func countRestart() { restarts.increment() }

  func countEnd(_ code: BridgeError.Code) {
    if code == .timedOut { timeouts.increment() } else { deaths.increment() }
  }
}
