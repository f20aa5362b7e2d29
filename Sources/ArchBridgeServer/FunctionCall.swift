internal import ArchBridgeWire
internal import CArchBridgeCalls

/// One call of a function: its slots and buffers, made ready, used once, read back.
struct FunctionCall {
  static func perform(
    _ call: CallMessage, in libraries: LibraryTable
  ) throws(FailureMessage) -> ReturnedMessage {
    let address: UInt
    switch call.function {
    case .symbol(let library, let name): address = try libraries.address(of: name, in: library)
    case .address(let value): address = try HelperMemory.pointer(value)
    }
    guard address != 0 else { throw FailureMessage(.badAddress) }
    let arena = try CallArena(for: call)
    defer { arena.free() }

    var slots: [UInt64] = []
    var types: [UInt8] = []
    var bufferIndex = 0
    for argument in call.arguments {
      switch argument {
      case .scalar(let scalar):
        slots.append(try slot(for: scalar))
        types.append(scalar.type.rawValue)
      case .buffer:
        slots.append(arena.address(ofBuffer: bufferIndex))
        types.append(WireType.pointer.rawValue)
        bufferIndex += 1
      }
    }
    let resultType = call.result == .text ? WireType.pointer : call.result
    var bits: UInt64 = 0
    // Safe for this process as far as the caller's signature is true: that is what a call is.
    let status = unsafe ab_call(
      address, resultType.rawValue, UInt32(slots.count), types, &slots, &bits)
    guard status == 0 else { throw FailureMessage(.unsupportedCall) }
    return ReturnedMessage(
      result: try result(call, bits: bits), buffers: arena.returnedBuffers(of: call))
  }

  private static func slot(for scalar: WireScalar) throws(FailureMessage) -> UInt64 {
    if scalar.type == .pointer { _ = try HelperMemory.pointer(scalar.bits) }
    guard scalar.type != .void, scalar.type != .text else { throw FailureMessage(.unsupportedCall) }
    return scalar.bits
  }

  private static func result(
    _ call: CallMessage, bits: UInt64
  ) throws(FailureMessage) -> ReturnedMessage.Result {
    switch call.result {
    case .void: return .void
    case .text:
      guard bits != 0 else { return .text(nil) }
      let address = try HelperMemory.pointer(bits)
      return .text(try HelperMemory.text(at: address, limit: call.textLimit))
    default: return .scalar(WireScalar(type: call.result, bits: bits))
    }
  }
}
