internal import ArchBridgeWire
internal import CArchBridgeShims

/// Memory for a batch of calls of one function with numbers alone: rows that are equally long, and
/// what comes back.
@safe final class BatchRows {
  private let plan: CallPlan
  private let request: UnsafeMutableRawBufferPointer
  private let reply: UnsafeMutableRawBufferPointer
  /// Where the first row is, and how long one is.
  let rows: UnsafeMutableRawPointer
  let rowByteCount: Int
  /// Where the results come.
  let results: UnsafeMutableRawPointer
  /// Whether a number can say that the call failed.
  let hasStatus: Bool
  /// What `errno` was after the last call.
  private(set) var errno: Int32 = 0

  /// How many calls go together: their answers then fit one message.
  static var limit: Int { 1_000 }

  private static var head: Int { EnvelopeHeader.byteCount + BatchBody.headByteCount }

  /// Makes room for so many calls, and writes what all of them have.
  init(_ plan: CallPlan, count: Int) {
    self.plan = plan
    let invokeByteCount = InvokeBody.headByteCount + 8 * plan.parameterCount
    rowByteCount = BatchBody.callHeadByteCount + invokeByteCount
    unsafe request = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Self.head + max(count, 1) * rowByteCount, alignment: 16)
    unsafe reply = UnsafeMutableRawBufferPointer.allocate(
      byteCount: EnvelopeHeader.byteCount + ResultsBody.headByteCount + 8 * max(count, 4),
      alignment: 16)
    guard let start = unsafe request.baseAddress, let end = unsafe reply.baseAddress else {
      fatalError("an allocation has an address")
    }
    unsafe rows = start + Self.head - 16
    unsafe results = end + EnvelopeHeader.byteCount + ResultsBody.headByteCount
    hasStatus = plan.status != nil
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

  /// Where the arguments of a call are written, as if it stood alone: over the end of the one before,
  /// of which only the slots are still needed, and which come after.
  @unsafe func row(_ index: Int) -> UnsafeMutableRawBufferPointer {
    unsafe UnsafeMutableRawBufferPointer(
      start: rows + index * rowByteCount, count: rowByteCount + 16)
  }

  /// Fits the numbers to their C types; returns how many calls come before the first that does not.
  func fit(_ count: Int) -> Int {
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
  func run(
    _ count: Int, on session: HelperSession, from start: Int
  ) throws(BridgeError) -> Int {
    let byteCount = Self.head + count * rowByteCount
    unsafe request.storeBytes(
      of: UInt64(count).littleEndian, toByteOffset: EnvelopeHeader.byteCount, as: UInt64.self)
    let before = session.lanes.main.latestSequence
    do throws(BridgeError) {
      let made = unsafe try session.runBatch(
        UnsafeMutableRawBufferPointer(rebasing: request[..<byteCount]), reply, count)
      guard made == count || hasStatus && made > 0 else {
        throw session.rejected("it made fewer calls than it should", symbol: plan.context.name)
      }
      errno = unsafe Int32(
        littleEndian: reply.load(fromByteOffset: EnvelopeHeader.byteCount + 4, as: Int32.self))
      return made
    } catch {
      var failure = error
      failure.symbol = failure.symbol ?? plan.context.name
      guard let place = session.place(of: error, in: count, after: before) else { throw failure }
      failure.end?.crash?.note(function: plan.context.name)
      if place < count {
        unsafe failure.note(UnsafeRawBufferPointer(row(place)), of: plan)
      }
      throw failure.at(start + place)
    }
  }

  /// The number that a call gave.
  func result(_ index: Int) -> UInt64 {
    // Safe: asked for calls that were made only.
    unsafe UInt64(littleEndian: results.load(fromByteOffset: 8 * index, as: UInt64.self))
  }

  /// Whether a number says that the call did not fail.
  func isSuccess(_ bits: UInt64) -> Bool {
    guard let status = plan.status else { return true }
    return status.isSuccess(
      StatusValue(scalar: WireScalar(type: plan.result.form.type, bits: bits)))
  }
}
