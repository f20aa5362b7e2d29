internal import ArchBridgeTransport
internal import ArchBridgeWire

/// What the library calls back with numbers alone: nothing is allocated for it on the main lane.
extension HelperSession {
  /// How many bytes a short envelope of the helper's can have here.
  static var shortByteCount: Int { 64 }

  /// Answers calls of closures as long as such a one is in `place`, whose first `count` bytes are an
  /// envelope of the main lane; returns how many bytes what came then has there, or nil where it has
  /// to be received.
  ///
  /// The time that closures take is added to `deadline`.
  @unsafe func answerNumbers(
    _ place: UnsafeMutableRawBufferPointer, _ count: Int,
    _ deadline: inout ContinuousClock.Instant?
  ) throws(ChannelError) -> Int? {
    let version = version
    guard unsafe numbersCall(place, count, version) != nil else { return count }
    return try lanes.run(for: lanes.main) { () throws(ChannelError) in
      var found: FoundCallback?
      var count = count
      // The clock's own types cost more than the rest where they are only looked at.
      let isTimed = deadline != nil
      let sharedMemory = sharedMemory
      while let call = unsafe numbersCall(place, count, version) {
        var (bits, nanoseconds) = (UInt64(0), Int64(-1))
        if isTimed {
          (bits, nanoseconds) = try answer(call, &found, extending: &deadline)
        } else {
          bits = try answer(call, &found, on: lanes.main)
        }
        unsafe NumbersCall.answer(bits, version: version, to: place)
        guard
          let next = unsafe try exchange(
            UnsafeRawBufferPointer(rebasing: place[..<NumbersCall.answerByteCount]),
            reply: place, nanoseconds, over: sharedMemory)
        else { return nil }
        count = next
      }
      return count
    }
  }

  /// Answers calls of closures from the one on that an envelope of the main lane is; returns the
  /// envelope that comes then, or nil where this one is something else.
  func answerNumbers(
    _ first: Envelope, limit: Int, _ deadline: inout ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope? {
    let count = EnvelopeHeader.byteCount + first.body.count
    guard first.kind == .callbackNumbers, count <= Self.shortByteCount else { return nil }
    // Safe: the memory is as long as what is written to it.
    return unsafe try withUnsafeTemporaryAllocation(
      byteCount: Self.shortByteCount, alignment: 16
    ) { place throws(ChannelError) in
      unsafe first.header.store(to: place)
      unsafe UnsafeMutableRawBufferPointer(rebasing: place[EnvelopeHeader.byteCount..<count])
        .copyBytes(from: first.body)
      guard unsafe numbersCall(place, count, version) != nil else { return nil }
      guard let next = unsafe try answerNumbers(place, count, &deadline) else {
        return try receive(on: lanes.main, limit: limit, deadline: deadline)
      }
      return try unsafe Envelope(ofMainLane: UnsafeRawBufferPointer(rebasing: place[..<next]))
    }
  }

  /// Runs a closure; a call that makes no sense ends the session.
  func answer(
    _ call: NumbersCall, _ found: inout FoundCallback?, on lane: SessionLane
  ) throws(ChannelError) -> UInt64 {
    do throws(CallbackViolation) {
      return try callbacks.run(call, &found, on: lane)
    } catch {
      _ = rejected(error.what, symbol: nil)
      throw .closed
    }
  }

  /// Runs a closure whose time does not count; returns what is left of the limit beside the answer.
  @inline(never) private func answer(
    _ call: NumbersCall, _ found: inout FoundCallback?,
    extending deadline: inout ContinuousClock.Instant?
  ) throws(ChannelError) -> (UInt64, Int64) {
    let start = ContinuousClock.now
    // A library that calls without end is late as well.
    if let deadline, start >= deadline { throw .timedOut }
    let bits = try answer(call, &found, on: lanes.main)
    let now = ContinuousClock.now
    deadline? += now - start
    return (bits, deadline.map { Self.nanoseconds(now.duration(to: $0)) } ?? -1)
  }

  @unsafe private func numbersCall(
    _ place: UnsafeMutableRawBufferPointer, _ count: Int, _ version: UInt16
  ) -> NumbersCall? {
    unsafe NumbersCall(UnsafeRawBufferPointer(rebasing: place[..<count]), version: version)
  }

  @unsafe private func exchange(
    _ request: UnsafeRawBufferPointer, reply: UnsafeMutableRawBufferPointer, _ nanoseconds: Int64,
    over sharedMemory: SharedMemoryChannel?
  ) throws(ChannelError) -> Int? {
    guard let sharedMemory else {
      return unsafe try channel.exchange(request, reply: reply, nanoseconds: nanoseconds)
    }
    return unsafe try sharedMemory.exchange(request, reply: reply, nanoseconds: nanoseconds)
  }

  /// What is left of a time limit.
  private static func nanoseconds(_ left: Duration) -> Int64 {
    let (seconds, attoseconds) = left.components
    // A wait of more than a century is none.
    guard seconds < 3_155_760_000 else { return -1 }
    return max(seconds * 1_000_000_000 + attoseconds / 1_000_000_000, 0)
  }
}

extension Envelope {
  /// Reads the one envelope of the main lane that these bytes are.
  @unsafe init(ofMainLane bytes: UnsafeRawBufferPointer) throws(ChannelError) {
    guard let header = unsafe EnvelopeHeader(loading: bytes), header.thread == 0,
      Int(header.bodyByteCount) == bytes.count - EnvelopeHeader.byteCount
    else { throw .notAnEnvelope(.notAnEnvelope) }
    self.init(header: header, body: unsafe [UInt8](bytes[EnvelopeHeader.byteCount...]))
  }
}
