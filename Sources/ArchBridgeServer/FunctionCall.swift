internal import ArchBridgeWire
internal import CArchBridgeCalls

/// One call of a function: its slots and memory, made ready, used once, read back.
struct FunctionCall {
  let server: RequestServer
  let call: CallMessage
  /// Whether it is made beside another, whose `errno` is not its own.
  var isAside = false

  func perform() throws(FailureMessage) -> ReturnedMessage {
    let address = try server.address(of: call.function)
    guard address != 0 else { throw FailureMessage(.badAddress) }
    let arena = try CallArena(for: call, isGuarded: server.guardsBuffers)
    defer { arena.free() }
    var callbacks: [UInt32] = []
    defer { server.callbacks.retire(callbacks) }

    var slots: [UInt64] = []
    var types: [ab_type] = []
    slots.reserveCapacity(call.arguments.count)
    types.reserveCapacity(call.arguments.count)
    for (index, argument) in call.arguments.enumerated() {
      switch argument {
      case .scalar(let scalar):
        slots.append(try Self.slot(for: scalar))
        types.append(ab_type(WireForm(scalar.type)))
      case .bytes(let form, _):
        slots.append(UInt64(arena.address(ofArgument: index)))
        types.append(ab_type(form))
      case .buffer, .texts:
        slots.append(UInt64(arena.address(ofArgument: index)))
        types.append(ab_type(WireForm(.pointer)))
      case .callback(let callback):
        slots.append(UInt64(try server.callbacks.make(callback, for: server)))
        types.append(ab_type(WireForm(.pointer)))
        callbacks.append(callback.id)
      }
    }
    var bits: UInt64 = 0
    var errno = call.reportsErrno || isAside ? 0 : server.errno
    // Safe: the arena has a place there that is as long as the result.
    let result = unsafe UnsafeMutablePointer<UInt8>(bitPattern: arena.resultAddress)
    server.lock.release()
    // Safe for this process as far as the caller's signature is true: that is what a call is.
    let status = unsafe ab_call(
      address, UInt32(call.convention.rawValue), ab_type(call.result), UInt32(slots.count), types,
      &slots, &bits, result, &errno)
    server.lock.acquire()
    guard status == 0 || status == AB_THREW else { throw FailureMessage(.unsupportedCall) }
    if !isAside { server.errno = errno }
    try arena.check()
    guard status == 0 else { throw ThrownException.failure }
    return ReturnedMessage(
      result: try value(bits, arena), buffers: arena.returnedBuffers(of: call),
      errno: call.reportsErrno ? errno : nil)
  }

  private static func slot(for scalar: WireScalar) throws(FailureMessage) -> UInt64 {
    if scalar.type == .pointer { _ = try HelperMemory.pointer(scalar.bits) }
    guard scalar.type != .void else { throw FailureMessage(.unsupportedCall) }
    return scalar.bits
  }

  private func value(_ bits: UInt64, _ arena: CallArena) throws(FailureMessage) -> CallValue {
    switch call.result.type.kind {
    case .none: return .void
    case .text:
      guard bits != 0 else { return .text(nil) }
      return .text(
        try HelperMemory.text(
          at: try HelperMemory.pointer(bits), limit: call.textLimit,
          unit: call.result.type.textUnitByteCount ?? 1))
    case .bytes: return .bytes(arena.resultBytes(count: call.result.byteCount ?? 0))
    default: return .scalar(WireScalar(type: call.result.type, bits: bits))
    }
  }
}
