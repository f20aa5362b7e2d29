internal import ArchBridgeWire
internal import CArchBridgeShims
internal import Synchronization
internal import SystemPackage

/// One lane of a `PipeChannel`: a pipe in each direction.
final class PipeLane: Sendable {
  private struct Outgoing {
    /// The end that requests are written to.
    var requests: Int32
    /// The helper's end: while it is open here too, writing to a dead helper raises no signal.
    var helperRequests: Int32
    var isOpen = true
  }

  private struct Incoming {
    var reader = EnvelopeReader()
    var source: WatchedSource
    var isOpen = true
  }

  private let process: HelperProcess
  private let outgoing: Mutex<Outgoing>
  private let incoming: Mutex<Incoming>
  /// How many envelopes have been sent and not answered; below 0 where a helper sends what nobody
  /// asked for.
  private let pendingCount = Atomic(0)

  /// What a pipe is asked to hold, so that large arguments take few turns.
  private static let pipeByteCount: Int32 = 1_048_576

  /// The ends of a lane's pipes, all of which it owns but the helper's way out.
  struct Ends {
    var helperRequests: Int32
    var requests: Int32
    var replies: Int32
  }

  init(_ ends: Ends, to process: HelperProcess) {
    self.process = process
    outgoing = Mutex(Outgoing(requests: ends.requests, helperRequests: ends.helperRequests))
    incoming = Mutex(
      Incoming(source: WatchedSource(descriptor: ends.replies, end: process.endDescriptor)))
  }

  func send(
    _ envelope: Envelope, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) {
    let bytes = envelope.encoded
    let result = outgoing.withLock { outgoing -> Result<Void, ChannelError> in
      guard outgoing.isOpen else { return .failure(.closed) }
      pendingCount.add(1, ordering: .relaxed)
      if bytes.count > Self.pipeByteCount / 16 {
        ab_set_pipe_capacity(outgoing.requests, Self.pipeByteCount)
      }
      return write(bytes, to: outgoing.requests, deadline)
    }
    try result.get()
  }

  private func write(
    _ bytes: [UInt8], to descriptor: Int32, _ deadline: ContinuousClock.Instant?
  ) -> Result<Void, ChannelError> {
    // Safe: the pointer is used while the bytes last.
    unsafe bytes.withUnsafeBytes { unsafe write($0, to: descriptor, deadline) }
  }

  @unsafe private func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, _ deadline: ContinuousClock.Instant?
  ) -> Result<Void, ChannelError> {
    var offset = 0
    while offset < bytes.count, let base = bytes.baseAddress {
      let count = unsafe ab_write(descriptor, base + offset, bytes.count - offset)
      if count >= 0 {
        offset += count
        continue
      }
      guard count == -Int(Errno.wouldBlock.rawValue) else {
        return .failure(.system(Errno(rawValue: Int32(-count))))
      }
      // Who takes it in little by little does not put the deadline off.
      if let deadline, offset > 0, ContinuousClock.now >= deadline { return .failure(.timedOut) }
      // Safe: the array has as many descriptors as the call is told of.
      let ready = unsafe ab_wait(
        [descriptor, process.endDescriptor], 2, 1, milliseconds(until: deadline))
      guard ready >= 0 else { return .failure(.system(Errno(rawValue: -ready))) }
      guard ready > 0 else { return .failure(.timedOut) }
      if ready & 2 != 0 { return .failure(.ended(process.end(grace: .zero))) }
    }
    return .success(())
  }

  /// Sends a short envelope and waits for the next one; returns how many bytes that has, which are in
  /// `reply` then, or nil where it has to be received.
  @unsafe func exchange(
    _ request: UnsafeRawBufferPointer, reply: UnsafeMutableRawBufferPointer, _ nanoseconds: Int64
  ) throws(ChannelError) -> Int? {
    let deadline: ContinuousClock.Instant? =
      nanoseconds < 0 ? nil : .now + .nanoseconds(nanoseconds)
    let sent = outgoing.withLock { outgoing -> Result<Void, ChannelError> in
      guard outgoing.isOpen else { return .failure(.closed) }
      pendingCount.add(1, ordering: .relaxed)
      return unsafe write(request, to: outgoing.requests, deadline)
    }
    try sent.get()
    let count = incoming.withLock { incoming -> Int? in
      guard incoming.isOpen, incoming.reader.isEmpty, let place = reply.baseAddress,
        // Safe: the array has as many descriptors as the call is told of.
        unsafe ab_wait(
          [incoming.source.descriptor, process.endDescriptor], 2, 0, milliseconds(until: deadline))
          & 1 != 0
      else { return nil }
      let count = unsafe ab_read(incoming.source.descriptor, place, reply.count)
      guard count > 0 else { return nil }
      if let header = unsafe EnvelopeHeader(
        loading: UnsafeRawBufferPointer(rebasing: reply[..<count])),
        Int(header.bodyByteCount) == count - EnvelopeHeader.byteCount
      {
        return count
      }
      incoming.reader.take(unsafe [UInt8](reply[..<count]))
      return nil
    }
    if count != nil { pendingCount.subtract(1, ordering: .relaxed) }
    return count
  }

  func receive(
    bodyLimit: @autoclosure () -> Int, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope {
    let result = incoming.withLock { incoming -> Result<Envelope, EnvelopeError>? in
      guard incoming.isOpen else { return nil }
      incoming.source.deadline = ReadDeadline(deadline)
      do throws(EnvelopeError) {
        return .success(try incoming.reader.next(from: &incoming.source, bodyLimit: bodyLimit()))
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case nil: throw .closed
    case .success(let envelope):
      pendingCount.subtract(1, ordering: .relaxed)
      learnHelper()
      return envelope
    case .failure(let error): throw ChannelError(error, from: process)
    }
  }

  /// Now that the helper has spoken, it is known which process it is.
  private func learnHelper() {
    guard !process.isKnown else { return }
    // Where somebody sends, the next envelope will do.
    outgoing.withLockIfAvailable { if $0.isOpen { process.learn(from: $0.helperRequests) } }
  }

  /// Ends sending, unless the helper owes an answer, or somebody is sending; says whether it did.
  func endSendingIfIdle() -> Bool {
    // Whoever sends holds the lock until the helper has taken it in, or has ended.
    outgoing.withLockIfAvailable { outgoing in
      guard pendingCount.load(ordering: .relaxed) <= 0 else { return false }
      Self.close(&outgoing)
      return true
    } ?? false
  }

  /// Ends sending, once whoever is sending has given up.
  func endSending() { outgoing.withLock { Self.close(&$0) } }

  /// Ends receiving, once whoever is receiving has seen the helper's end.
  func endReceiving() {
    incoming.withLock { incoming in
      guard incoming.isOpen else { return }
      incoming.isOpen = false
      closeAll([incoming.source.descriptor])
    }
  }

  private static func close(_ outgoing: inout Outgoing) {
    guard outgoing.isOpen else { return }
    outgoing.isOpen = false
    closeAll([outgoing.requests, outgoing.helperRequests])
  }
}

extension ChannelError {
  /// Why no envelope came from a helper.
  init(_ error: EnvelopeError, from process: HelperProcess) {
    self =
      switch error {
      case .endOfStream, .truncated: ChannelError(endOf: process)
      case .readFailed(Errno.timedOut.rawValue): .timedOut
      case .readFailed(let errno): .system(Errno(rawValue: errno))
      case let error: .notAnEnvelope(error)
      }
  }
}

extension ChannelError {
  /// The end of what a helper sends: it is ending, or has closed its channel and lives on.
  fileprivate init(endOf process: HelperProcess) {
    if let status = process.wait(atMost: .seconds(1)) {
      self = .ended(status)
    } else {
      self = .hungUp(process.end(grace: .zero))
    }
  }
}

/// A descriptor that is read until the process behind another one has ended.
private struct WatchedSource: ByteSource {
  let descriptor: Int32
  let end: Int32
  var deadline = ReadDeadline(nil)

  mutating func read(limit: Int) throws(EnvelopeError) -> [UInt8] {
    try deadline.check()
    // Safe: the array has as many descriptors as the call is told of.
    let ready = unsafe ab_wait([descriptor, end], 2, 0, milliseconds(until: deadline.instant))
    guard ready >= 0 else { throw .readFailed(errno: -ready) }
    guard ready > 0 else { throw .readFailed(errno: Errno.timedOut.rawValue) }
    // What a helper sent before it ended is still to be had; a child that it left is not heard.
    guard ready & 1 != 0 else { throw .endOfStream }
    switch readBytes(descriptor, limit: limit) {
    case .success([]): throw .endOfStream
    case .success(let bytes): return bytes
    case .failure(let error): throw .readFailed(errno: error.rawValue)
    }
  }
}
