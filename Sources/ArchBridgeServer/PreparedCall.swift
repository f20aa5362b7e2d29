internal import ArchBridgeWire
internal import CArchBridgeCalls
internal import CArchBridgeShims

/// Calls of prepared functions: an `invoke` in, a `result` out.
///
/// The server's lock is not needed: a prepared function never changes, and `errno` belongs to the
/// thread that answers.
extension LibraryServer {
  /// Carries out an `invoke` that has no buffers and brings back no text, and puts its `result`'s
  /// body into `result`, which may be where the `invoke` is; false where it is another one.
  ///
  /// `begins` is run once that is known, before the function is called.
  @unsafe final func invokeShort(
    _ body: UnsafeRawBufferPointer, into result: UnsafeMutableRawPointer, _ begins: () -> Void
  ) -> Bool {
    guard body.count >= InvokeBody.headByteCount,
      unsafe body.loadUnaligned(fromByteOffset: 4, as: UInt16.self) == 0,
      let function = unsafe prepared.function(body.loadUnaligned(as: UInt32.self)),
      unsafe function.pointee.text_unit == 0,
      unsafe body.count
        == InvokeBody.headByteCount + 8 * Int(function.pointee.argument_count),
      let slots = unsafe body.baseAddress.map({ unsafe $0 + InvokeBody.headByteCount })
    else { return false }
    let reports =
      unsafe body.loadUnaligned(fromByteOffset: 6, as: UInt16.self) & InvokeBody.reportsErrno != 0
    begins()
    var after = reports ? 0 : errno
    // Safe for this process as far as the caller's signature is true: that is what a call is.
    let bits = unsafe ab_prepared_invoke(function, slots, &after)
    errno = after
    unsafe result.storeBytes(of: reports ? after : 0, as: Int32.self)
    unsafe result.storeBytes(of: 0, toByteOffset: 4, as: UInt32.self)
    unsafe result.storeBytes(of: bits, toByteOffset: 8, as: UInt64.self)
    return true
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
    var after = call.reportsErrno ? 0 : errno
    lock.release()
    // Safe: as above.
    let bits = unsafe ab_prepared_invoke(function, call.slots, &after)
    lock.acquire()
    errno = after
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
