internal import ArchBridgeABI
internal import ArchBridgeWire
internal import Glibc

/// A call from its arguments to its result, with what the function's annotations say of both.
struct FunctionInvocation {
  let function: LibraryFunction
  let context: CallContext

  init(_ function: LibraryFunction) {
    self.function = function
    context = function.context
  }

  private var session: HelperSession { function.session }

  /// What a call came to, beside its result.
  struct Outcome<Value> {
    var value: Value
    var errno: Int32
  }

  /// Calls the function for its result, which is the one `out` parameter where that is left out.
  func call<Value: LibraryResult>(
    _ arguments: [(any LibraryArgument)?], reportsErrno: Bool = false
  ) throws(BridgeError) -> Outcome<Value> {
    if let out = omittedOut(arguments.count) {
      let pointer = try OutPointer<Value>(out, context)
      var all = arguments
      all.insert(pointer.argument, at: out.index)
      let call = try PendingCall(
        all, result: nil, isStated: false, reportsErrno: reportsErrno, context)
      let reply = try perform(call)
      return Outcome(value: try pointer.value(for: session), errno: reply.errno ?? 0)
    }
    if let free = context.declaration?.freeFunction, Value.self is any OwnedText.Type {
      let call = try PendingCall(
        arguments, result: RemoteAddress.resultKind, reportsErrno: reportsErrno, context)
      let reply = try perform(call)
      let address = try call.value(of: reply, as: RemoteAddress.self)
      return Outcome(value: try text(at: address, free), errno: reply.errno ?? 0)
    }
    let call = try PendingCall(
      arguments, result: Value.resultKind, reportsErrno: reportsErrno, context)
    let reply = try perform(call)
    return Outcome(value: try call.value(of: reply, as: Value.self), errno: reply.errno ?? 0)
  }

  /// Calls a function whose result nobody wants; `isStated` tells that the caller wrote `Void`.
  func call(
    _ arguments: [(any LibraryArgument)?], isStated: Bool, reportsErrno: Bool = false
  ) throws(BridgeError) -> Int32 {
    let call = try PendingCall(
      arguments, result: nil, isStated: isStated, reportsErrno: reportsErrno, context)
    return try perform(call).errno ?? 0
  }

  private func perform(_ call: PendingCall) throws(BridgeError) -> ReturnedMessage {
    let outcome = try session.perform(call)
    try call.receive(outcome.reply)
    if let error = outcome.callbackError { throw context.error(error) }
    if let rule = call.status { try check(outcome.reply, rule, call) }
    return outcome.reply
  }

  /// The text at an address that the caller owns, or nil for null.
  private func text<Value: LibraryResult>(
    at address: RemoteAddress, _ free: String
  ) throws(BridgeError) -> Value {
    let memory = RemoteMemory(session: session)
    let content: ResultValue.Content =
      address.isNull ? .null : .text(try memory.takeText(address, freeingWith: free))
    guard let value = Value(resultValue: ResultValue(content)) else {
      throw context.error(
        .unexpectedNull, "the result is a null pointer; ask for \(Value.self)? to allow for that")
    }
    return value
  }

  // MARK: Status

  private func check(
    _ reply: ReturnedMessage, _ rule: StatusRule, _ call: PendingCall
  ) throws(BridgeError) {
    guard case .scalar(let scalar) = reply.result else { return }
    let status = Int64(bitPattern: scalar.bits)
    guard !rule.isSuccess(status) else { return }
    var reason =
      try rule.message.map { (name) throws(BridgeError) in
        try message(from: name, status, call)
      } ?? nil
    if reason == nil, rule.usesErrno, let errno = reply.errno {
      reason = unsafe String(cString: strerror(errno))
    }
    let what = rule.success == .nonnull ? "it returned a null pointer" : "it returned \(status)"
    var error = context.error(.failureStatus, reason.map { "\($0) (\(what))" } ?? what)
    error.status = status
    error.errno = rule.usesErrno ? reply.errno : nil
    throw error
  }

  /// What the library says of a status: its function takes the status, the handle of that type that
  /// the failed call was about, both, or nothing.
  private func message(
    from name: String, _ status: Int64, _ call: PendingCall
  ) throws(BridgeError) -> String? {
    let function = LibraryFunction(session: session, library: function.library, name: name)
    guard let declaration = function.context.declaration else {
      throw context.error(
        .invalidDeclaration, "'message=\(name)' names a function that is not declared")
    }
    var arguments: [(any LibraryArgument)?] = []
    for parameter in declaration.type.parameters {
      switch ParameterType(parameter.type, context.types) {
      case .pointer:
        // Without a handle there is nothing to ask about.
        guard let handle = call.handle(of: parameter.type) else { return nil }
        arguments.append(handle)
      case .scalar: arguments.append(Int(status))
      case .void, .value: return nil
      }
    }
    let text: String? = try function.call(arguments)
    return text
  }

  // MARK: Out parameters

  /// A parameter that only brings a value back.
  struct OutParameter {
    var index: Int
    var type: CType
    var label: String
    var freeFunction: String?
  }

  /// The one `out` parameter that the arguments leave out.
  private func omittedOut(_ count: Int) -> OutParameter? {
    guard let parameters = context.declaration?.type.parameters, count == parameters.count - 1,
      parameters.lazy.filter(\.isOut).count == 1,
      let index = parameters.firstIndex(where: \.isOut)
    else { return nil }
    let parameter = parameters[index]
    return OutParameter(
      index: index, type: parameter.type,
      label: parameter.name.map { "argument '\($0)'" } ?? "argument \(index + 1)",
      freeFunction: parameter.annotations.lazy.compactMap { $0.value(of: "free") }.first)
  }
}

/// A result that is the caller's own copy of a text.
private protocol OwnedText {}
extension String: OwnedText {}
extension Optional: OwnedText where Wrapped == String {}

extension PendingCall {
  /// The first address among the arguments that is declared as this type; none that is null.
  func handle(of type: CType) -> RemoteAddress? {
    guard let parameters = context.declaration?.type.parameters else { return nil }
    for (parameter, argument) in zip(parameters, message(callbackIDs: []).arguments) {
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
