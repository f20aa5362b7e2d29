internal import ArchBridgeWire
internal import CArchBridgeCalls
internal import CArchBridgeShims

/// The way of the thread that answers requests: the pipes, and after the greeting the mailbox
/// where the helper has one.
@safe final class MainLane {
  private let pipes: ChannelServer.Pipes
  private let mailbox: OpaquePointer?
  private var reader = EnvelopeReader()
  /// Whether the greeting is over.
  private var isGreeted: Bool
  /// Memory for a request, and the reply of a batch.
  private let request: UnsafeMutablePointer<UInt8>

  /// `isGreeted` where the controller has been greeted already, and uses a shared file at once: the
  /// process ends where it cannot be mapped.
  init(_ pipes: ChannelServer.Pipes, sharedFile: Int32?, isGreeted: Bool) {
    self.pipes = pipes
    self.isGreeted = isGreeted
    unsafe mailbox = sharedFile.flatMap { unsafe ab_mailbox_open($0, 1) }
    unsafe request = UnsafeMutableRawPointer.allocate(
      byteCount: 2 * Self.requestByteCount, alignment: 16
    ).assumingMemoryBound(to: UInt8.self)
    if let mailbox = unsafe mailbox {
      unsafe ab_mailbox_announce(mailbox)
    } else if isGreeted, sharedFile != nil {
      ab_exit_now(Int32(AB_EXIT_CHANNEL_LOST))
    }
  }

  /// Answers calls and batches that give numbers, without envelopes of their own, until something
  /// else comes.
  func answerCalls(_ server: RequestServer) {
    // After what was answered, and not before it: here nobody waits.
    ab_float_restore()
    guard isGreeted else { return }
    if let mailbox = unsafe attached {
      // Safe: a server outlives its closures, and a lane the calls of its library.
      unsafe ab_way_open(
        Unmanaged.passUnretained(server).toOpaque(), mailbox, server.agreedVersion)
      while unsafe answerMessage(server, mailbox) {}
    } else {
      while reader.isEmpty, answerPipe(server) {}
    }
  }

  @unsafe private func answerMessage(_ server: RequestServer, _ mailbox: OpaquePointer) -> Bool {
    ab_float_restore()
    _ = unsafe ab_mailbox_wait(mailbox, -1)
    let count = unsafe ab_mailbox_copy(mailbox, request, UInt32(Self.requestByteCount))
    guard count > 0 else { return false }
    if let replyCount = unsafe server.answerShort(
      request, UInt32(count), { unsafe ab_mailbox_take(mailbox, 0) })
    {
      guard replyCount > 0 else { return unsafe answerThrown(server, mailbox) }
      unsafe ab_mailbox_send(mailbox, request, replyCount)
      return true
    }
    let place = unsafe UnsafeMutableRawBufferPointer(
      start: request + Self.requestByteCount, count: Self.requestByteCount)
    let replyCount = unsafe server.answer(batch: request, UInt32(count), place, taking: mailbox)
    guard replyCount > 0 else { return false }
    guard replyCount < .max else { return unsafe answerThrown(server, mailbox) }
    unsafe ab_mailbox_send(mailbox, request + Self.requestByteCount, replyCount)
    return true
  }

  /// Not inlined where calls are answered that throw nothing.
  @inline(never) @unsafe private func answerThrown(
    _ server: RequestServer, _ mailbox: OpaquePointer
  ) -> Bool {
    unsafe Self.write(
      ThrownException.reply(to: request, version: server.agreedVersion), mailbox)
    return true
  }

  /// The same where the request comes in one piece; else the reader has what came.
  private func answerPipe(_ server: RequestServer) -> Bool {
    ab_float_restore()
    // Safe: there is room for so many bytes.
    let count = unsafe ab_read(pipes.requests, request, Self.requestByteCount)
    guard count > 0 else { return false }
    guard let replyCount = unsafe server.answerShort(request, UInt32(count), {}) else {
      unsafe reader.take([UInt8](UnsafeBufferPointer(start: request, count: Int(count))))
      return false
    }
    guard replyCount > 0 else {
      let reply = unsafe ThrownException.reply(to: request, version: server.agreedVersion)
      return (try? pipes.write(reply)) != nil
    }
    ab_child_leave()
    // Where nobody takes the reply, reading finds the end.
    return unsafe ab_write_all(pipes.replies, request, Int(replyCount)) == 0
  }

  /// How long a request can be that is answered so.
  private static let requestByteCount = Int(AB_MAILBOX_CAPACITY)

  /// Where it is said how far the helper is; nil without a mailbox.
  @unsafe var progress: UnsafeMutablePointer<UInt32>? {
    unsafe mailbox.map { unsafe ab_mailbox_progress($0) }
  }

  /// Has what is refused to the library remembered where the controller sees it.
  func keepRefusals() {
    if let mailbox = unsafe mailbox { unsafe ab_refusals_keep_in(ab_mailbox_refusals(mailbox)) }
  }

  private var attached: OpaquePointer? { isGreeted ? unsafe mailbox : nil }

  /// Waits for the next envelope.
  func read() throws(EnvelopeError) -> Envelope {
    if let mailbox = unsafe attached {
      var source = unsafe MailboxSource(mailbox: mailbox)
      return try reader.next(from: &source, bodyLimit: EnvelopeHeader.bodyLimit)
    }
    var source = DescriptorSource(descriptor: pipes.requests)
    return try reader.next(from: &source, bodyLimit: EnvelopeHeader.bodyLimit)
  }

  /// Sends an envelope.
  func write(_ envelope: Envelope) throws(EnvelopeError) {
    if let mailbox = unsafe attached { return unsafe Self.write(envelope, mailbox) }
    try pipes.write(envelope)
    isGreeted = true
  }

  private static func write(_ envelope: Envelope, _ mailbox: OpaquePointer) {
    let header = envelope.header.encoded
    var offset = 0
    while true {
      let head = offset == 0 ? header.count : 0
      let room = Int(AB_MAILBOX_CAPACITY) - head
      let left = envelope.body.count - offset
      let count = left < room ? left : room
      // Safe: the mailbox has room for its capacity, and the body for what is taken of it.
      unsafe header.withUnsafeBytes { header in
        unsafe envelope.body.withUnsafeBytes { body in
          let place = unsafe UnsafeMutableRawBufferPointer(
            start: ab_mailbox_outgoing(mailbox), count: Int(AB_MAILBOX_CAPACITY))
          if head > 0 { unsafe place.copyMemory(from: header) }
          unsafe UnsafeMutableRawBufferPointer(rebasing: place[head...]).copyMemory(
            from: UnsafeRawBufferPointer(rebasing: body[offset..<offset + count]))
        }
      }
      offset += count
      let continues = offset < envelope.body.count
      unsafe ab_mailbox_publish(
        mailbox, UInt32(head + count), continues ? UInt32(AB_MESSAGE_CONTINUES) : 0)
      guard continues else { return }
      _ = unsafe ab_mailbox_wait_taken(mailbox, -1)
    }
  }
}

/// What a mailbox brings, message by message.
@safe private struct MailboxSource: ByteSource {
  let mailbox: OpaquePointer

  init(mailbox: OpaquePointer) { unsafe self.mailbox = mailbox }

  mutating func read(limit: Int) throws(EnvelopeError) -> [UInt8] {
    _ = unsafe ab_mailbox_wait(mailbox, -1)
    let count = unsafe Int(ab_mailbox_incoming_byte_count(mailbox))
    let flags = unsafe ab_mailbox_incoming_flags(mailbox)
    guard flags & UInt32(AB_MESSAGE_ENDS) == 0 else { throw .endOfStream }
    guard count > 0, count <= limit, count <= Int(AB_MAILBOX_CAPACITY) else {
      throw .notAnEnvelope
    }
    // Safe: the mailbox is as long as its capacity.
    let bytes = unsafe [UInt8](
      UnsafeRawBufferPointer(start: ab_mailbox_incoming(mailbox), count: count))
    unsafe ab_mailbox_take(mailbox, flags)
    return bytes
  }
}
