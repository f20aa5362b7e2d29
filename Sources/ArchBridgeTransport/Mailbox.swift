internal import ArchBridgeWire
internal import CArchBridgeShims
internal import SystemPackage

/// Memory that a controller and its helper share, and through which they hand each other messages.
///
/// One thread sends and one receives at a time. Whatever the helper writes there is copied once,
/// and then looked at.
@safe final class Mailbox: @unchecked Sendable {
  private let mailbox: OpaquePointer
  private let process: HelperProcess
  private let watcher: DescriptorWatcher<ProcessEnd>
  private let watch: UInt64

  /// How many bytes a message can have.
  static let capacity = Int(AB_MAILBOX_CAPACITY)

  /// Maps the mailboxes that are at the beginning of a file.
  ///
  /// Waiting ends when `process` does.
  init(_ file: Int32, to process: HelperProcess) throws(ChannelError) {
    guard let watcher = endWatcher, let mailbox = unsafe ab_mailbox_open(file, 0) else {
      throw .noSharedMemory
    }
    unsafe self.mailbox = mailbox
    self.process = process
    self.watcher = watcher
    let interrupt = UInt(bitPattern: mailbox)
    let end = ProcessEnd.tell { [weak process] in
      // Safe: the mailbox removes this before it goes.
      unsafe OpaquePointer(bitPattern: interrupt).map { unsafe ab_mailbox_interrupt($0) }
      process?.noticeEnd()
    }
    let watch = watcher.add(process.endDescriptor, end)
    guard let watch else {
      unsafe ab_mailbox_close(mailbox)
      throw .noSharedMemory
    }
    self.watch = watch
    unsafe ab_mailbox_announce(mailbox)
  }

  deinit {
    watcher.remove(watch, process.endDescriptor)
    unsafe ab_mailbox_close(mailbox)
  }

  /// Whether the helper reads its mailbox.
  var isRead: Bool { unsafe ab_mailbox_is_announced(mailbox) != 0 }

  // MARK: Sending

  /// Hands over an envelope, in as many messages as it takes.
  func send(
    _ envelope: Envelope, deadline: ContinuousClock.Instant?
  ) -> Result<Void, ChannelError> {
    let header = envelope.header.encoded
    var offset = 0
    repeat {
      let head = offset == 0 ? header.count : 0
      let count = min(envelope.body.count - offset, Self.capacity - head)
      // Safe: the mailbox has room for `capacity` bytes, and the body for what is taken of it.
      unsafe header.withUnsafeBytes { header in
        unsafe envelope.body.withUnsafeBytes { body in
          let place = unsafe UnsafeMutableRawBufferPointer(
            start: ab_mailbox_outgoing(mailbox), count: Self.capacity)
          if head > 0 { unsafe place.copyMemory(from: header) }
          unsafe UnsafeMutableRawBufferPointer(rebasing: place[head...]).copyMemory(
            from: UnsafeRawBufferPointer(rebasing: body[offset..<offset + count]))
        }
      }
      offset += count
      let continues = offset < envelope.body.count
      unsafe ab_mailbox_publish(
        mailbox, UInt32(head + count), continues ? UInt32(AB_MESSAGE_CONTINUES) : 0)
      guard continues else { break }
      let status = unsafe ab_mailbox_wait_taken(mailbox, nanoseconds(deadline))
      guard status == 0 else {
        return .failure(
          status == -Errno.timedOut.rawValue ? .timedOut : .ended(process.end(grace: .seconds(1))))
      }
      if let deadline, ContinuousClock.now >= deadline { return .failure(.timedOut) }
    } while true
    return .success(())
  }

  /// Hands over one message, which is a whole envelope, and waits for the next; returns how many
  /// bytes it has that are in `reply` now, or nil where it is a longer one, which is still there.
  @unsafe func exchange(
    _ request: UnsafeRawBufferPointer, reply: UnsafeMutableRawBufferPointer, _ nanoseconds: Int64
  ) throws(EnvelopeError) -> Int? {
    guard let bytes = request.baseAddress, let place = reply.baseAddress,
      request.count <= Self.capacity
    else { throw .notAnEnvelope }
    let count = unsafe ab_mailbox_exchange(
      mailbox, bytes, UInt32(request.count), place, UInt32(reply.count), nanoseconds)
    if count >= EnvelopeHeader.byteCount { return count }
    switch count {
    case -Int(Errno.messageTooLong.rawValue): return nil
    case -Int(Errno.timedOut.rawValue): throw .readFailed(errno: Errno.timedOut.rawValue)
    case ..<0: throw .endOfStream
    default: throw .notAnEnvelope
    }
  }

  /// Tells the helper that nothing more comes.
  func sendEnd() { unsafe ab_mailbox_publish(mailbox, 0, UInt32(AB_MESSAGE_ENDS)) }

  /// How far the helper says that it is with a request; nil where it speaks of another.
  func progress(of sequence: UInt64) -> Int? {
    let count = unsafe ab_mailbox_peer_progress(mailbox, UInt32(truncatingIfNeeded: sequence))
    return count < 0 ? nil : Int(count)
  }

  /// What the helper says has been refused in it: numbers of system calls in the upper 16 bits.
  var refusals: [UInt32] {
    var words = [UInt32](repeating: 0, count: Int(AB_REFUSAL_COUNT))
    // Safe: there is room for so many words.
    unsafe ab_mailbox_peer_refusals(mailbox, &words)
    return words.filter { $0 != 0 }
  }

  // MARK: Receiving

  /// Waits for a message.
  func wait(_ deadline: ContinuousClock.Instant?) throws(EnvelopeError) {
    let status = unsafe ab_mailbox_wait(mailbox, nanoseconds(deadline))
    guard status != 0 else { return }
    throw status == -Errno.timedOut.rawValue
      ? .readFailed(errno: Errno.timedOut.rawValue) : .endOfStream
  }

  /// Takes the message that is there.
  func take(limit: Int) throws(EnvelopeError) -> [UInt8] {
    let count = unsafe Int(ab_mailbox_incoming_byte_count(mailbox))
    let flags = unsafe ab_mailbox_incoming_flags(mailbox)
    guard count > 0, count <= min(limit, Self.capacity) else { throw .notAnEnvelope }
    // Safe: as above.
    let bytes = unsafe [UInt8](
      UnsafeRawBufferPointer(start: ab_mailbox_incoming(mailbox), count: count))
    unsafe ab_mailbox_take(mailbox, flags)
    return bytes
  }
}

/// What a mailbox brings, message by message.
struct MailboxSource: ByteSource {
  let mailbox: Mailbox
  var deadline: ReadDeadline

  mutating func read(limit: Int) throws(EnvelopeError) -> [UInt8] {
    try deadline.check()
    try mailbox.wait(deadline.instant)
    return try mailbox.take(limit: limit)
  }
}

/// The time until a deadline, −1 for none.
private func nanoseconds(_ deadline: ContinuousClock.Instant?) -> Int64 {
  guard let deadline else { return -1 }
  let (seconds, attoseconds) = ContinuousClock.now.duration(to: deadline).components
  // A wait of more than a century is none.
  guard seconds < 3_155_760_000 else { return -1 }
  return max(seconds * 1_000_000_000 + attoseconds / 1_000_000_000, 0)
}
