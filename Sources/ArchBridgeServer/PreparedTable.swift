internal import ArchBridgeWire
internal import CArchBridgeCalls
internal import CArchBridgeShims

/// The functions that are ready to be called by their numbers.
@safe final class PreparedTable {
  private let table: OpaquePointer
  /// Those of a server's own, kept for good, as all that is prepared is: each may be called after it
  /// has been removed.
  private var served: [ServerHandler] = []

  init() {
    guard let made = unsafe ab_prepared_table_make() else { fatalError("no memory for a table") }
    unsafe table = made
  }

  deinit { unsafe ab_prepared_table_free(table) }

  /// Makes a function ready, and gives it a number.
  func add(_ message: PrepareMessage, at address: UInt) throws(FailureMessage) -> PreparedMessage {
    guard address != 0 else { throw FailureMessage(.badAddress) }
    var types: [ab_type] = []
    types.reserveCapacity(message.parameters.count)
    for parameter in message.parameters { types.append(ab_type(WireForm(parameter))) }
    let number = unsafe ab_prepared_add(
      table, address, UInt32(message.convention.rawValue), ab_type(WireForm(message.result)),
      UInt32(types.count), types,
      UInt8(message.result.textUnitByteCount ?? 0), message.textLimit)
    guard number >= 0 else {
      throw FailureMessage(number == -2 ? .outOfMemory : .unsupportedCall)
    }
    return PreparedMessage(id: UInt32(number))
  }

  /// Makes a function of a server's own ready, and gives it a number.
  ///
  /// - Throws: where its values do not fit slots, or are of other types than those that are given.
  func add(
    _ message: PrepareMessage, _ handler: ServerHandler
  ) throws(FailureMessage) -> PreparedMessage {
    let member = handler.member
    guard handler.slots != nil, message.parameters.count == member.parameters.count,
      message.result == member.result.slotType ?? .void
    else { throw FailureMessage(.unsupportedCall) }
    for (index, type) in message.parameters.enumerated()
    where type != member.parameters[index].slotType {
      throw FailureMessage(.unsupportedCall)
    }
    let number = unsafe ab_prepared_add_served(
      table,
      { (context, slots, bits) in
        let handler = unsafe Unmanaged<ServerHandler>.fromOpaque(context).takeUnretainedValue()
        return unsafe handler.serve(slots, bits)
      }, Unmanaged.passUnretained(handler).toOpaque(), ab_type(WireForm(message.result)),
      UInt32(message.parameters.count))
    guard number >= 0 else { throw FailureMessage(.outOfMemory) }
    served.append(handler)
    return PreparedMessage(id: UInt32(number))
  }

  /// The function that an envelope calls for a number.
  @unsafe func shortFunction(
    _ envelope: UnsafePointer<UInt8>, _ byteCount: UInt32, version: UInt16
  ) -> UnsafePointer<ab_prepared>? {
    unsafe ab_prepared_find_short(table, envelope, byteCount, version)
  }

  /// How many calls a `batch` makes that has this body, aligned to 8; nil where it is none.
  @unsafe func count(ofBatch body: UnsafeRawBufferPointer) -> Int? {
    guard let base = body.baseAddress else { return nil }
    let bytes = unsafe base.assumingMemoryBound(to: UInt8.self)
    let count = unsafe ab_batch_count(table, bytes, UInt32(body.count))
    return count < 0 ? nil : Int(count)
  }

  /// Makes the calls of a body that has been counted; nil where one has thrown.
  @unsafe func run(
    batch body: UnsafeMutableRawBufferPointer, _ results: UnsafeMutablePointer<UInt64>,
    _ errno: inout Int32, _ progress: UnsafeMutablePointer<UInt32>, sequence: UInt64
  ) -> Int? {
    guard let base = body.baseAddress else { return 0 }
    let bytes = unsafe base.assumingMemoryBound(to: UInt8.self)
    let made = unsafe ab_batch_run(
      table, bytes, results, &errno, progress, UInt32(truncatingIfNeeded: sequence))
    return made < 0 ? nil : Int(made)
  }

  /// Carries out an envelope that is a batch, in place; 0 for any other, the largest number where a
  /// call has thrown.
  @unsafe func answer(
    batch envelope: UnsafeMutablePointer<UInt8>, _ byteCount: UInt32, version: UInt16,
    _ reply: UnsafeMutableRawBufferPointer, _ errno: inout Int32,
    _ progress: UnsafeMutablePointer<UInt32>, taking mailbox: OpaquePointer
  ) -> UInt32 {
    guard let base = reply.baseAddress else { return 0 }
    return unsafe ab_batch_answer(
      table, envelope, byteCount, version, base.assumingMemoryBound(to: UInt8.self),
      UInt32(reply.count), &errno, progress,
      { unsafe ab_mailbox_take(OpaquePointer($0), 0) }, UnsafeMutableRawPointer(mailbox))
  }

  /// The function of this number.
  @unsafe func function(_ number: UInt32) -> UnsafePointer<ab_prepared>? {
    unsafe ab_prepared_find(table, number)
  }
}
