internal import ArchBridgeABI
internal import ArchBridgeWire

/// A call whose arguments are checked and ready to cross.
struct PendingCall {
  let context: CallContext
  let message: CallMessage
  private let result: ResultLowering
  private let returned: [ReturnedPointer]

  /// Checks the arguments, and what is asked for, against the declaration if there is one.
  ///
  /// `isStated` tells that the caller wrote `Void` as the result.
  init(
    _ arguments: [(any LibraryArgument)?], result kind: ResultKind?, isStated: Bool = false,
    _ context: CallContext
  ) throws(BridgeError) {
    self.context = context
    try Self.checkCount(arguments.count, context)
    result = try ResultLowering(kind, isStated: isStated, context)
    var lowered: [CallMessage.Argument] = []
    var returned: [ReturnedPointer] = []
    let parameters = context.declaration?.type.parameters ?? []
    for (index, argument) in arguments.enumerated() {
      let parameter = index < parameters.count ? parameters[index] : nil
      let lowering = ArgumentLowering(
        context: context,
        label: parameter?.name.map { "argument '\($0)'" } ?? "argument \(index + 1)",
        declared: parameter?.type,
        isPromoted: parameter == nil && context.declaration != nil)
      let value = argument?.argumentValue ?? ArgumentValue(.null)
      let one = try lowering.lower(value)
      lowered.append(one.argument)
      if let pointer = one.comesBack { returned.append(pointer) }
    }
    try Self.checkByteCount(lowered, context)
    self.returned = returned
    message = CallMessage(
      function: context.function, result: result.type,
      textLimit: UInt32(clamping: context.textLimit), arguments: lowered)
  }

  /// Gives the pointers what came back, and returns the result.
  func finish<Value: LibraryResult>(
    _ reply: ReturnedMessage, as type: Value.Type
  ) throws(BridgeError) -> Value {
    try finish(reply)
    return try result.value(reply.result, as: type)
  }

  /// Gives the pointers what came back.
  func finish(_ reply: ReturnedMessage) throws(BridgeError) {
    for (pointer, bytes) in zip(returned, reply.buffers) {
      try pointer.receive(bytes, in: context)
    }
  }

  /// Refuses what no request can carry before it is copied into one.
  private static func checkByteCount(
    _ arguments: [CallMessage.Argument], _ context: CallContext
  ) throws(BridgeError) {
    var byteCount = 0
    for case .buffer(let buffer) in arguments { byteCount += buffer.bytes.count }
    guard byteCount <= EnvelopeHeader.bodyLimit else {
      throw context.error(
        .tooLarge,
        "its arguments have \(byteCount) bytes; one call can carry \(EnvelopeHeader.bodyLimit)")
    }
  }

  private static func checkCount(_ count: Int, _ context: CallContext) throws(BridgeError) {
    guard count <= CallMessage.argumentLimit else {
      throw context.error(
        .argumentCount, "\(count) arguments; a call can have \(CallMessage.argumentLimit)")
    }
    guard let declaration = context.declaration else { return }
    let expected = declaration.type.parameters.count
    let isVariadic = declaration.type.isVariadic
    guard count == expected || (isVariadic && count > expected) else {
      let given = "\(count) argument\(count == 1 ? "" : "s")"
      let wanted = "\(isVariadic ? "at least " : "")\(expected) belong\(expected == 1 ? "s" : "")"
      throw context.error(.argumentCount, "\(given) where \(wanted): \(declaration)")
    }
  }
}
