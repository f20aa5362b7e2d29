internal import ArchBridgeWire
internal import CArchBridgeShims

/// Memory for a batch of calls of one function with numbers alone: rows that are equally long, and
/// what comes back.
@safe @usableFromInline final class BatchRows {
  private let plan: CallPlan
  private let request: UnsafeMutableRawBufferPointer
  private let reply: UnsafeMutableRawBufferPointer
  private let rowByteCount: Int
  /// What `errno` was after the last call.
  @usableFromInline private(set) var errno: Int32 = 0

  /// How many calls go together: their answers then fit one message.
  @usableFromInline static var limit: Int { 1_000 }

  private static var head: Int { EnvelopeHeader.byteCount + BatchBody.headByteCount }

  /// Makes room for so many calls, and writes what all of them have.
  @usableFromInline init(_ plan: CallPlan, count: Int) {
    self.plan = plan
    let invokeByteCount = InvokeBody.headByteCount + 8 * plan.parameterCount
    rowByteCount = BatchBody.callHeadByteCount + invokeByteCount
    unsafe request = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Self.head + max(count, 1) * rowByteCount, alignment: 16)
    unsafe reply = UnsafeMutableRawBufferPointer.allocate(
      byteCount: EnvelopeHeader.byteCount + ResultsBody.headByteCount + 8 * max(count, 4),
      alignment: 16)
    var flags = plan.reportsErrno ? InvokeBody.reportsErrno : 0
    if let status = plan.status { flags |= status.invokeRule.flags }
    let head = UInt64(plan.id) | UInt64(flags) << 48
    for index in 0..<count {
      let offset = Self.head + index * rowByteCount
      unsafe request.storeBytes(
        of: UInt64(invokeByteCount).littleEndian, toByteOffset: offset, as: UInt64.self)
      unsafe request.storeBytes(of: head.littleEndian, toByteOffset: offset + 8, as: UInt64.self)
    }
  }

  deinit {
    unsafe request.deallocate()
    unsafe reply.deallocate()
  }

  /// Where the arguments of a call are written, as if it stood alone.
  @usableFromInline @unsafe func row(_ index: Int) -> UnsafeMutableRawBufferPointer {
    let invoke = Self.head + index * rowByteCount + BatchBody.callHeadByteCount
    let start = invoke - EnvelopeHeader.byteCount
    return unsafe UnsafeMutableRawBufferPointer(
      rebasing: request[start..<invoke - BatchBody.callHeadByteCount + rowByteCount])
  }

  /// Fits the numbers to their C types; returns how many calls come before the first that does not.
  @usableFromInline func fit(_ count: Int) -> Int {
    guard plan.converts else { return count }
    for index in 0..<count {
      let row = unsafe row(index)
      for (place, parameter) in plan.parameters.enumerated() {
        let offset = PreparedArguments.head + 8 * place
        guard
          let bits = unsafe parameter.convert(row.load(fromByteOffset: offset, as: UInt64.self))
        else { return index }
        unsafe row.storeBytes(of: bits, toByteOffset: offset, as: UInt64.self)
      }
    }
    return count
  }

  /// Makes the calls; returns how many were made, of which the last may have failed.
  @usableFromInline func run(
    _ count: Int, on session: HelperSession, from start: Int
  ) throws(BridgeError) -> Int {
    let byteCount = Self.head + count * rowByteCount
    unsafe request.storeBytes(
      of: UInt64(count).littleEndian, toByteOffset: EnvelopeHeader.byteCount, as: UInt64.self)
    do throws(BridgeError) {
      let made = unsafe try session.runBatch(
        UnsafeMutableRawBufferPointer(rebasing: request[..<byteCount]), reply, count)
      errno = unsafe Int32(
        littleEndian: reply.load(fromByteOffset: EnvelopeHeader.byteCount + 4, as: Int32.self))
      return made
    } catch {
      var failure = error
      failure.symbol = failure.symbol ?? plan.context.name
      guard let place = session.place(of: error, in: count) else { throw failure }
      throw failure.at(start + place)
    }
  }

  /// The number that a call gave.
  @usableFromInline func result(_ index: Int) -> UInt64 {
    unsafe UInt64(
      littleEndian: reply.load(
        fromByteOffset: EnvelopeHeader.byteCount + ResultsBody.headByteCount + 8 * index,
        as: UInt64.self))
  }

  /// Whether a number says that the call did not fail.
  @usableFromInline func isSuccess(_ bits: UInt64) -> Bool {
    guard let status = plan.status else { return true }
    return status.isSuccess(
      StatusValue(scalar: WireScalar(type: plan.result.form.type, bits: bits)))
  }
}
