internal import ArchBridgeABI
internal import ArchBridgeWire

/// A call from its arguments to its result, with what the function's annotations say of both.
struct FunctionInvocation {
  let function: LibraryFunction
  let context: CallContext

  init(_ function: LibraryFunction) throws(BridgeError) {
    self.function = function
    context = try function.context
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
    // Without a closure, which would take from the stack of every call in a callback.
    while true {
      do throws(BridgeError) {
        return try ready().callHere(arguments, reportsErrno: reportsErrno)
      } catch {
        guard error.code == .unmade else { throw error }
      }
    }
  }

  /// The call in the session that is there now, which may end before it is made.
  private func ready() throws(BridgeError) -> FunctionInvocation {
    guard function.session.isAtEnd else { return self }
    do throws(BridgeError) {
      return try FunctionInvocation(function.ready())
    } catch {
      throw context.error(error)
    }
  }

  private func callHere<Value: LibraryResult>(
    _ arguments: [(any LibraryArgument)?], reportsErrno: Bool
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
    while true {
      do throws(BridgeError) {
        let here = try ready()
        let call = try PendingCall(
          arguments, result: nil, isStated: isStated, reportsErrno: reportsErrno, here.context)
        return try here.perform(call).errno ?? 0
      } catch {
        guard error.code == .unmade else { throw error }
      }
    }
  }

  private func perform(_ call: PendingCall) throws(BridgeError) -> ReturnedMessage {
    let outcome = try session.perform(call)
    let received = Result { () throws(BridgeError) in try call.receive(outcome) }
    // What went wrong first is said, not what came of it.
    if let error = outcome.callbackError { throw context.error(error) }
    if let rule = call.status, let status = call.statusValue(outcome.reply),
      !rule.isSuccess(status)
    {
      throw StatusFailure(
        function: function, context: context, rule: rule, status: status, call: call
      ).error(outcome.reply)
    }
    try received.get()
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
