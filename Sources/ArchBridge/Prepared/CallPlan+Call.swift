internal import ArchBridgeWire

/// Calls by a plan.
extension CallPlan {
  /// What came of a call.
  @usableFromInline enum Outcome {
    /// The function returned this number, and that is all; it is what Swift asks for, bit by bit.
    case bits(UInt64)
    /// The function returned this number, and that is all.
    case number(UInt64)
    /// It returned.
    case reply(InvokeReply)
    /// Nothing was called: the arguments need so many bytes, or where it is 0 the ordinary way.
    case notMade(byteCount: Int)
  }

  /// How much of the stack a request takes.
  @usableFromInline static var requestByteCount: Int { 768 }

  /// Makes the call with the arguments that have been written.
  @usableFromInline func call(
    _ arguments: inout PreparedArguments, on session: HelperSession
  ) throws(BridgeError) -> Outcome {
    guard arguments.finish(self) else {
      let isLonger = arguments.isComplete && arguments.isTooLong
      return .notMade(byteCount: isLonger ? arguments.byteCount : 0)
    }
    return unsafe try withUnsafeTemporaryAllocation(
      byteCount: 64, alignment: 16
    ) { reply throws(BridgeError) in
      let request = unsafe UnsafeMutableRawBufferPointer(
        start: arguments.memory.baseAddress, count: arguments.byteCount)
      let other = unsafe try session.invoke(request, reply: reply, self)
      if let other { return .reply(other) }
      let head = EnvelopeHeader.byteCount
      let bits = unsafe reply.load(fromByteOffset: head + 8, as: UInt64.self)
      guard status == nil else {
        return unsafe .reply(
          InvokeReply(bits: bits, errno: reply.load(fromByteOffset: head, as: Int32.self)))
      }
      return givesBits ? .bits(bits) : .number(bits)
    }
  }

  /// Calls a function whose arguments' number is known at run time only.
  func call(
    _ values: [(any LibraryArgument)?], on session: HelperSession
  ) throws(BridgeError) -> Outcome {
    let outcome = unsafe try withUnsafeTemporaryAllocation(
      byteCount: Self.requestByteCount, alignment: 16
    ) { memory throws(BridgeError) in
      unsafe try call(values, in: memory, on: session)
    }
    guard case .notMade(let byteCount) = outcome, byteCount > 0 else { return outcome }
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: byteCount, alignment: 16)
    // Safe: nothing refers to it any more.
    defer { unsafe memory.deallocate() }
    return unsafe try call(values, in: memory, on: session)
  }

  @unsafe private func call(
    _ values: [(any LibraryArgument)?], in memory: UnsafeMutableRawBufferPointer,
    on session: HelperSession
  ) throws(BridgeError) -> Outcome {
    var arguments = unsafe PreparedArguments(count: parameterCount, in: memory)
    PreparedArguments.write(values, to: &arguments)
    return try call(&arguments, on: session)
  }

  // MARK: Results

  /// The result of a call; nil where it was not made.
  func value<Value: LibraryResult>(
    of outcome: Outcome, _ function: LibraryFunction, _ arguments: [(any LibraryArgument)?],
    as type: Value.Type
  ) throws(BridgeError) -> Value? {
    switch outcome {
    case .notMade: return nil
    case .bits(let bits), .number(let bits): return try value(bits: bits, text: nil, as: type)
    case .reply(let reply):
      try check(reply, function, arguments)
      return try value(bits: reply.bits, text: reply.text, as: type)
    }
  }

  /// Whether a call was made, whose result nobody wants.
  func isMade(
    _ outcome: Outcome, _ function: LibraryFunction, _ arguments: [(any LibraryArgument)?]
  ) throws(BridgeError) -> Bool {
    switch outcome {
    case .notMade: return false
    case .bits, .number: return true
    case .reply(let reply):
      try check(reply, function, arguments)
      return true
    }
  }

  /// Throws what a callback threw, or that the status says that the function failed.
  func check(
    _ reply: InvokeReply, _ function: LibraryFunction, _ arguments: [(any LibraryArgument)?]
  ) throws(BridgeError) {
    if let error = reply.callbackError { throw context.error(error) }
    if let text = reply.text {
      let unit = result.form.type.textUnitByteCount ?? 0
      guard unit > 0, text.count <= context.textLimit, CallValue.isText(text, unit: unit) else {
        throw function.session.rejected("its text is none", symbol: context.name)
      }
    }
    let kind = result.form.type.kind
    guard let status, kind != .none else { return }
    let value = StatusValue(
      scalar: kind == .text
        ? WireScalar(type: .pointer, bits: reply.bits == 0 ? 0 : 1)
        : WireScalar(type: result.form.type, bits: reply.bits))
    guard !status.isSuccess(value) else { return }
    // What the message is about is among the arguments.
    let call = try PendingCall(
      arguments, result: result.kind, isStated: false, reportsErrno: reportsErrno, context)
    throw StatusFailure(
      function: function, context: context, rule: status, status: value, call: call
    ).error(
      ReturnedMessage(
        result: wireValue(reply.bits, reply.text), buffers: [],
        errno: reportsErrno ? reply.errno : nil))
  }
}
