internal import ArchBridgeTransport
internal import ArchBridgeWire
internal import CArchBridgeShims
internal import Logging
internal import Synchronization

/// What looks into a session: its log, its traces and its metrics.
final class SessionObserver: Sendable {
  let client: String
  let library: String
  private let logger: Logger?
  private let metrics: SessionMetrics?
  private let traces: [@Sendable (CallTrace) -> Void]
  private let names: Mutex<RequestNames>
  private let process = Atomic<Int32>(0)
  private let isEnded = Atomic(false)

  init(_ configuration: LibraryClient.Configuration, _ library: String) {
    self.library = library
    client = configuration.name ?? library
    logger = configuration.logger
    metrics = configuration.metrics.map { [client] in
      SessionMetrics($0, client: client, library: library)
    }
    traces =
      (configuration.trace.map { [$0] } ?? []) + (CallTrace.isWanted ? [CallTrace.print] : [])
    names = Mutex(RequestNames(encoding: configuration.textEncoding))
  }

  /// Whether anybody wants to know of every call.
  var watchesCalls: Bool { metrics != nil || !traces.isEmpty }

  // MARK: The helper's life

  /// Whose session it is.
  var metadata: Logger.Metadata {
    [
      "client": "\(client)", "library": "\(library)",
      "helper": "\(process.load(ordering: .relaxed))",
    ]
  }

  private func log(_ level: Logger.Level, _ message: @autoclosure () -> String) {
    logger?.log(level: level, "\(message())", metadata: metadata)
  }

  /// A helper is ready.
  func started(_ processID: Int32) {
    process.store(processID, ordering: .relaxed)
    metrics?.countStart()
    log(.debug, processID == 0 ? "the session is answered without a helper" : "the helper is ready")
  }

  /// A helper takes the place of one that has ended.
  func restarted(_ processID: Int32, because reason: BridgeError?) {
    process.store(processID, ordering: .relaxed)
    metrics?.countRestart()
    log(.warning, "the helper was started again\(reason.map { ": \($0)" } ?? "")")
  }

  /// The session has ended by itself.
  func failed(_ error: BridgeError) {
    guard [.helperEnded, .timedOut, .protocolViolation].contains(error.code) else { return }
    metrics?.countEnd(error.code)
    log(.error, "\(error)")
  }

  /// A call was interrupted, and the session goes on.
  func interrupted(_ error: BridgeError) {
    if error.code == .timedOut { metrics?.countEnd(.timedOut) }
    log(.warning, "\(error)")
  }

  /// The session was closed; told once.
  func closed(_ status: HelperExitStatus) {
    guard process.load(ordering: .relaxed) != 0,
      !isEnded.exchange(true, ordering: .relaxed)
    else { return }
    log(.debug, "the session was closed; the helper ended with \(status)")
  }

  // MARK: Calls

  /// Makes a request, and tells of it.
  func observe(
    _ kind: EnvelopeKind, _ body: [UInt8], on lane: SessionLane,
    _ exchange: () throws(ExchangeError) -> [UInt8]
  ) throws(ExchangeError) -> [UInt8] {
    note(kind, body)
    let (depth, start) = (lane.depth, ContinuousClock.now)
    let result = Result { () throws(ExchangeError) in try exchange() }
    let duration = ContinuousClock.now - start
    let byteCount = (try? result.get())?.count ?? 0
    let traceKind = Self.kind(kind)
    var error: String?
    if case .failure(let failure) = result { error = failure.text }
    metrics?.count(
      isCall: traceKind == .call || traceKind == .batch || traceKind == .memory,
      hasFailed: error != nil, sent: EnvelopeHeader.byteCount + body.count,
      received: error == nil ? EnvelopeHeader.byteCount + byteCount : 0, duration)
    guard !traces.isEmpty, let traceKind else { return try result.get() }
    let reply = (try? result.get()) ?? []
    let (request, text) = names.withLock { names in
      // There is one request at a time of each number that is learned from.
      let sequence = UInt64(lane.thread)
      names.note(request: kind, sequence, body)
      let request = names.text(kind, body)
      guard error == nil else { return (request, nil as String?) }
      names.note(reply: kind, sequence, reply)
      return (request, names.result(kind, body, reply))
    }
    tell(traceKind, request, text, error, duration, depth)
    return try result.get()
  }

  /// Runs a closure that the library calls, and tells of it.
  func observe(
    callback envelope: Envelope, on lane: SessionLane,
    _ run: () throws(ChannelError) -> Envelope
  ) throws(ChannelError) -> Envelope {
    let start = ContinuousClock.now
    let result = Result { () throws(ChannelError) in try run() }
    let duration = ContinuousClock.now - start
    metrics?.countCallback()
    guard !traces.isEmpty else { return try result.get() }
    let answer = try? result.get()
    let (request, text) = names.withLock { names in
      (names.text(callback: envelope), answer.map { names.text(answer: $0, to: envelope) })
    }
    tell(
      .callback, request, text, answer == nil ? "it cannot be called so" : nil, duration,
      lane.depth + 1)
    return try result.get()
  }

  /// Learns which closures a request has, before the library calls them.
  private func note(_ kind: EnvelopeKind, _ body: [UInt8]) {
    guard !traces.isEmpty, kind == .call || kind == .register else { return }
    names.withLock { $0.note(request: kind, 0, body) }
  }

  private func tell(
    _ kind: CallTrace.Kind, _ request: RequestText, _ result: String?, _ error: String?,
    _ duration: Duration, _ depth: Int
  ) {
    let trace = CallTrace(
      kind: kind, client: client, library: library, function: request.name,
      arguments: request.parts.map(\.text), result: error == nil ? result : nil, error: error,
      duration: duration, thread: ab_thread_id(),
      depth: depth)
    for tell in traces { tell(trace) }
  }

  private static func kind(_ kind: EnvelopeKind) -> CallTrace.Kind? {
    switch kind {
    case .call, .invoke, .request: .call
    case .batch: .batch
    case .readMemory, .writeMemory, .readTexts: .memory
    case .load, .startServer, .resolve, .register, .unregister, .prepare: .preparation
    default: nil
    }
  }
}

extension ExchangeError {
  /// What went wrong, for a trace.
  fileprivate var text: String {
    switch self {
    case .bridge(let error): return error.message
    case .unmade: return "the session is at its end"
    case .tooLarge(let byteCount): return "\(byteCount) bytes are too many"
    case .refused(let failure):
      let thrown =
        failure.code == .serverFailed || failure.code == .exceptionThrown
        ? try? ExceptionMessage(decoding: failure.text) : nil
      let text =
        thrown.map { printable($0.type + [58, 32] + ($0.text ?? [])) } ?? printable(failure.text)
      let name =
        switch failure.code {
        case .libraryNotLoaded: "the library cannot be loaded"
        case .symbolNotFound: "there is no such function"
        case .badAddress: "an address is no memory"
        case .outOfMemory: "the helper has no memory left"
        case .outOfRange: "an address is out of range"
        case .unsupportedCall: "such a call cannot be made"
        case .textTooLong: "a text has no end"
        case .serverFailed: "the server has thrown"
        case .wrongRequest: "the server takes no such request"
        case .exceptionThrown: "an exception was thrown"
        default: "refused"
        }
      return text.isEmpty ? name : "\(name): \(text)"
    }
  }
}
