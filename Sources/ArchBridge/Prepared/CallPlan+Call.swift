internal import ArchBridgeWire

/// Calls by a plan.
extension CallPlan {
  /// What the stack has room for.
  private static let shortByteCount = 768

  /// Makes the call; nil where the arguments that `write` writes cannot go this way.
  func invoke(
    on session: HelperSession, _ write: (inout PreparedArguments) -> Void
  ) throws(BridgeError) -> InvokeReply? {
    var wanted = 0
    if slotsEnd + EnvelopeHeader.byteCount <= Self.shortByteCount {
      let (reply, byteCount) = unsafe try withUnsafeTemporaryAllocation(
        byteCount: Self.shortByteCount, alignment: 8
      ) { memory throws(BridgeError) in
        unsafe try invoke(on: session, write, in: memory)
      }
      guard byteCount > Self.shortByteCount else { return reply }
      wanted = byteCount
    } else {
      wanted = slotsEnd + EnvelopeHeader.byteCount
    }
    while true {
      let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: wanted, alignment: 8)
      // Safe: nothing refers to it any more.
      defer { unsafe memory.deallocate() }
      let (reply, byteCount) = unsafe try invoke(on: session, write, in: memory)
      guard byteCount > wanted else { return reply }
      wanted = byteCount
    }
  }

  /// Also says how many bytes a request has for which there was no room.
  @unsafe private func invoke(
    on session: HelperSession, _ write: (inout PreparedArguments) -> Void,
    in memory: UnsafeMutableRawBufferPointer
  ) throws(BridgeError) -> (InvokeReply?, Int) {
    let head = EnvelopeHeader.byteCount
    var arguments = unsafe PreparedArguments(
      self, in: UnsafeMutableRawBufferPointer(rebasing: memory[head...]))
    write(&arguments)
    let byteCount = head + arguments.byteCount
    guard arguments.finish() else { return (nil, 0) }
    guard byteCount - head <= EnvelopeHeader.bodyLimit else { return (nil, 0) }
    guard !arguments.isTooLong else { return (nil, byteCount) }
    let reply = unsafe try session.invoke(
      UnsafeMutableRawBufferPointer(rebasing: memory[..<byteCount]),
      replyLimit: ResultBody.headByteCount + (result.form.type.kind == .text ? context.textLimit : 0),
      symbol: context.name)
    return (reply, 0)
  }

  /// Calls the function for its result; nil where the arguments cannot go this way.
  func call<Value: LibraryResult>(
    _ function: LibraryFunction, _ arguments: [(any LibraryArgument)?], as type: Value.Type
  ) throws(BridgeError) -> Value? {
    try call(function, as: type, { Self.write(arguments, to: &$0) }, { arguments })
  }

  /// Calls the function; false where the arguments cannot go this way.
  func call(
    _ function: LibraryFunction, _ arguments: [(any LibraryArgument)?]
  ) throws(BridgeError) -> Bool {
    try call(function, { Self.write(arguments, to: &$0) }, { arguments })
  }

  /// Calls the function for its result with the arguments that `write` writes.
  func call<Value: LibraryResult>(
    _ function: LibraryFunction, as type: Value.Type, _ write: (inout PreparedArguments) -> Void,
    _ arguments: () -> [(any LibraryArgument)?]
  ) throws(BridgeError) -> Value? {
    guard let reply = try invoke(on: function.session, write) else { return nil }
    try check(reply, function, arguments)
    return try value(bits: reply.bits, text: reply.text, as: type)
  }

  /// Calls the function with the arguments that `write` writes.
  func call(
    _ function: LibraryFunction, _ write: (inout PreparedArguments) -> Void,
    _ arguments: () -> [(any LibraryArgument)?]
  ) throws(BridgeError) -> Bool {
    guard let reply = try invoke(on: function.session, write) else { return false }
    try check(reply, function, arguments)
    return true
  }

  private static func write(
    _ values: [(any LibraryArgument)?], to arguments: inout PreparedArguments
  ) {
    for value in values {
      if let value { value.write(to: &arguments) } else { arguments.writeNull() }
    }
  }

  /// Throws what a callback threw, or that the status says that the function failed.
  private func check(
    _ reply: InvokeReply, _ function: LibraryFunction, _ arguments: () -> [(any LibraryArgument)?]
  ) throws(BridgeError) {
    if let error = reply.callbackError { throw context.error(error) }
    if let text = reply.text {
      let unit = result.form.type.textUnitByteCount ?? 0
      guard unit > 0, text.count <= context.textLimit, WireValue.isText(text, unit: unit) else {
        throw function.session.rejected("its text is none", symbol: context.name)
      }
    }
    guard let status else { return }
    let kind = result.form.type.kind
    let value = StatusValue(
      scalar: kind == .text
        ? WireScalar(type: .pointer, bits: reply.bits == 0 ? 0 : 1)
        : WireScalar(type: result.form.type, bits: reply.bits))
    guard kind != .none, !status.isSuccess(value) else { return }
    // What the message is about is among the arguments.
    let call = try PendingCall(
      arguments(), result: result.kind, isStated: false, reportsErrno: reportsErrno, context)
    throw StatusFailure(
      function: function, context: context, rule: status, status: value, call: call
    ).error(
      ReturnedMessage(
        result: wireValue(reply.bits, reply.text), buffers: [],
        errno: reportsErrno ? reply.errno : nil))
  }
}
