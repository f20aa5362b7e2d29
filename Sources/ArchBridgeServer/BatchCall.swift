internal import ArchBridgeWire

/// Batches: many prepared calls in, the numbers that they give out.
extension RequestServer {
  /// Makes the calls of a `batch`, with the lock held, and returns its `results`' body.
  final func run(_ batch: [UInt8], sequence: UInt64) throws(FailureMessage) -> [UInt8] {
    // Arrays begin at a multiple of 16, so that their numbers are aligned.
    var body = batch
    let counted = unsafe body.withUnsafeBytes { unsafe prepared.count(ofBatch: $0) }
    guard let count = counted else {
      throw FailureMessage(.malformedRequest, .init("the request's body cannot be read".utf8))
    }
    let head = ResultsBody.headByteCount
    try MemoryBudget.require(UInt64(head + 8 * count), copies: 3)
    var results = [UInt64](repeating: 0, count: count + 1)
    var after = errno
    var ownProgress: UInt64 = 0
    lock.release()
    let made = unsafe body.withUnsafeMutableBytes { body in
      unsafe results.withUnsafeMutableBufferPointer { results in
        unsafe withUnsafeMutablePointer(to: &ownProgress) { own in
          guard let base = results.baseAddress else { return Int?.some(0) }
          let place =
            unsafe progress ?? UnsafeMutableRawPointer(own).assumingMemoryBound(to: UInt32.self)
          // Safe for this process as far as the caller's signatures are true.
          return unsafe prepared.run(batch: body, base, &after, place, sequence: sequence)
        }
      }
    }
    lock.acquire()
    errno = after
    guard let made else { throw ThrownException.failure }
    // Safe: there is room for the head and the results, all of which are written.
    return unsafe [UInt8](unsafeUninitializedCapacity: head + 8 * made) { reply, initialized in
      let reply = UnsafeMutableRawBufferPointer(reply)
      unsafe reply.storeBytes(of: UInt32(made).littleEndian, as: UInt32.self)
      unsafe reply.storeBytes(of: after.littleEndian, toByteOffset: 4, as: Int32.self)
      unsafe results.withUnsafeBytes { results in
        unsafe UnsafeMutableRawBufferPointer(rebasing: reply[head..<head + 8 * made]).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: results[..<(8 * made)]))
      }
      initialized = head + 8 * made
    }
  }
}
