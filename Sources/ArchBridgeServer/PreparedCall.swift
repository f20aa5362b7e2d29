internal import ArchBridgeWire
internal import CArchBridgeCalls
internal import CArchBridgeShims

/// Calls of prepared functions: an `invoke` in, a `result` out.
///
/// The server's lock is not needed: a prepared function never changes, and `errno` belongs to the
/// thread that answers.
extension RequestServer {
  /// Carries out an envelope that is an `invoke` for a number, and makes it the `result`; returns
  /// how many bytes that has, 0 where the function has thrown, or nil for any other envelope.
  ///
  /// `begins` is run before the function is called. The bytes are aligned to 8.
  @unsafe final func answerShort(
    _ envelope: UnsafeMutablePointer<UInt8>, _ byteCount: UInt32, _ begins: () -> Void
  ) -> UInt32? {
    guard
      let function = unsafe prepared.shortFunction(envelope, byteCount, version: agreedVersion)
    else { return nil }
    begins()
    var after = errno
    // Safe for this process as far as the caller's signature is true: that is what a call is.
    let count = unsafe ab_prepared_answer(function, envelope, &after)
    errno = after
    return count
  }

  /// Carries out an envelope that is a `batch` for numbers, and puts its `results` into `reply`;
  /// returns how many bytes that has, 0 for any other envelope, or the largest number where a call
  /// has thrown.
  @unsafe final func answer(
    batch envelope: UnsafeMutablePointer<UInt8>, _ byteCount: UInt32,
    _ reply: UnsafeMutableRawBufferPointer, taking mailbox: OpaquePointer
  ) -> UInt32 {
    guard let progress = unsafe progress else { return 0 }
    var after = errno
    let count = unsafe prepared.answer(
      batch: envelope, byteCount, version: agreedVersion, reply, &after, progress, taking: mailbox)
    errno = after
    return count
  }

  /// Carries out any `invoke`, with the lock held, and returns its `result`'s body.
  final func invoke(_ body: [UInt8]) throws(FailureMessage) -> [UInt8] {
    guard let number = InvokeReader.function(body),
      let function = unsafe prepared.function(number)
    else { throw FailureMessage(.unexpectedRequest, .init("no such prepared function".utf8)) }
    var call = try InvokeReader(
      body, argumentCount: Int(unsafe function.pointee.argument_count))
    let memory = unsafe try call.placeBuffers()
    // Safe: the memory came from the C allocator, and is given back once.
    defer { unsafe ab_memory_free(memory) }
    var slots = call.slots + [0]
    var after = call.reportsErrno ? 0 : errno
    lock.release()
    var bits: UInt64 = 0
    // Safe: as above.
    let threw = unsafe ab_prepared_invoke(function, &slots, &bits, &after) != 0
    lock.acquire()
    errno = after
    guard !threw else { throw ThrownException.failure }
    var text: [UInt8]?
    if unsafe function.pointee.text_unit > 0, bits != 0 {
      text = unsafe try HelperMemory.text(
        at: try HelperMemory.pointer(bits), limit: function.pointee.text_limit,
        unit: Int(function.pointee.text_unit))
    }
    return Self.result(bits, call.reportsErrno ? after : 0, text)
  }

  private static func result(_ bits: UInt64, _ errno: Int32, _ text: [UInt8]?) -> [UInt8] {
    var body: [UInt8] = []
    body.reserveCapacity(ResultBody.headByteCount + (text?.count ?? 0))
    func append(_ value: UInt64, _ byteCount: Int) {
      for index in 0..<byteCount {
        body.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index)))
      }
    }
    append(UInt64(UInt32(bitPattern: errno)), 4)
    append(text == nil ? 0 : 1, 4)
    append(bits, 8)
    if let text { body.append(contentsOf: text) }
    return body
  }
}
