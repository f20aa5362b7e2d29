internal import ArchBridgeABI
internal import ArchBridgeWire
internal import Glibc

/// A call whose status says that it failed, and the error that it becomes.
struct StatusFailure {
  let function: LibraryFunction
  let context: CallContext
  let rule: StatusRule
  let status: StatusValue
  let call: PendingCall

  /// The error, with the reason that the library gives.
  ///
  /// A library that cannot even say why has failed all the same.
  func error(_ reply: ReturnedMessage) -> BridgeError {
    var reason = rule.message.flatMap { try? message(from: $0) }
    if reason == nil, rule.usesErrno, let errno = reply.errno {
      reason = unsafe String(cString: strerror(errno))
    }
    let what = rule.success == .nonnull ? "it returned a null pointer" : "it returned \(status)"
    var error = context.error(.failureStatus, reason.map { "\($0) (\(what))" } ?? what)
    error.status = status.integer
    error.errno = rule.usesErrno ? reply.errno : nil
    return error
  }

  /// What the library says of a status: its function takes the status, the handle of that type that
  /// the failed call was about, both, or nothing.
  private func message(from name: String) throws(BridgeError) -> String? {
    let function = LibraryFunction(session: function.session, library: function.library, name: name)
    guard let declaration = try function.context.declaration else {
      return "'message=\(name)' names a function that is not declared"
    }
    var arguments: [(any LibraryArgument)?] = []
    for parameter in declaration.type.parameters {
      switch ParameterType(parameter.type, context.types) {
      case .pointer:
        // Without a handle there is nothing to ask about.
        guard let handle = call.handle(of: parameter.type) else { return nil }
        arguments.append(handle)
      case .scalar(let type):
        guard let argument = status.argument(type) else { return nil }
        arguments.append(argument)
      case .void, .value: return nil
      }
    }
    let text: String? = try function.call(arguments)
    return text
  }
}

/// What a function returned, as a status.
struct StatusValue: CustomStringConvertible {
  /// The result; a text counts as the pointer that it was.
  let scalar: WireScalar

  /// The number, or the bits of one that is beyond 63 of them.
  var integer: Int64 { Int64(bitPattern: scalar.bits) }

  /// Whether it is below zero, above, or neither.
  var sign: Int {
    switch scalar.type.kind {
    case .signed: Int(integer.signum())
    // NaN is no success of any kind.
    case .floating: number > 0 ? 1 : number == 0 ? 0 : -1
    default: scalar.bits == 0 ? 0 : 1
    }
  }

  private var number: Double {
    scalar.type == .float64
      ? Double(bitPattern: scalar.bits)
      : Double(Float(bitPattern: UInt32(truncatingIfNeeded: scalar.bits)))
  }

  /// The status as a function takes it that may have the other sign: the same bits.
  func argument(_ type: WireType) -> (any LibraryArgument)? {
    switch type {
    case .int32: Int32(truncatingIfNeeded: scalar.bits)
    case .uint32: UInt32(truncatingIfNeeded: scalar.bits)
    case .int64: Int64(truncatingIfNeeded: scalar.bits)
    case .uint64: scalar.bits
    case .int8, .uint8, .int16, .uint16: Int(integer)
    default: nil
    }
  }

  var description: String { ScalarConversion.text(scalar.bits, scalar.type) }
}

extension PendingCall {
  /// The result as a status; nil where it is none.
  func statusValue(_ reply: ReturnedMessage) -> StatusValue? {
    switch reply.result {
    case .scalar(let scalar): StatusValue(scalar: scalar)
    case .text(let text): StatusValue(scalar: WireScalar(type: .pointer, bits: text == nil ? 0 : 1))
    case .void, .bytes, .unreadableText: nil
    }
  }

  /// The first address among the arguments that is declared as this type; none that is null.
  func handle(of type: CType) -> RemoteAddress? {
    guard let parameters = context.declaration?.type.parameters else { return nil }
    for (parameter, argument) in zip(parameters, lowered) {
      if case .scalar(let scalar) = argument, scalar.type == .pointer, scalar.bits != 0,
        parameter.type.isPointer(toSameAs: type)
      {
        return RemoteAddress(rawValue: scalar.bits)
      }
    }
    return nil
  }
}

extension CType {
  /// Whether both are pointers that C converts without a cast, `const` or not.
  fileprivate func isPointer(toSameAs other: CType) -> Bool {
    guard case .pointer(let left, _) = resolved, case .pointer(let right, _) = other.resolved
    else { return false }
    return left.isSameType(as: right) || left.resolved == .void || right.resolved == .void
  }
}
