internal import ArchBridgeWire

/// Calls that are collected, and made in one exchange.
///
///     let power = try lib.withBatch { batch in
///       let volts: BatchResult<Double> = try batch.read_volts(1)
///       let amperes: BatchResult<Double> = try batch.read_amperes(1)
///       let power: BatchResult<Double> = try batch.multiply(volts, amperes)
///       return power
///     }.value
///
/// Numbers, addresses, strings and arrays of numbers go in; numbers and addresses come out. Nothing
/// is called before the closure has returned, and nothing at all where it throws. It belongs to the
/// closure's thread.
@dynamicMemberLookup
public final class Batch {
  private let session: HelperSession
  private var request = BatchRequest()
  private var calls: [Call] = []

  /// What has to be known of a call when it has been made.
  private struct Call {
    let plan: CallPlan
    /// What takes its number, if anybody wants it.
    let receiver: (any BatchReceiver)?
    let function: LibraryFunction
    /// For the message of a status that says that it failed.
    let arguments: [(any LibraryArgument)?]
  }

  init(_ client: LibraryClient) throws(BridgeError) { session = try client.session.ready() }

  private func function(_ name: String) -> LibraryFunction {
    LibraryFunction(session: session, library: 0, name: name)
  }

  /// How many calls have been collected.
  public var count: Int { request.count }

  /// The function of this name.
  public subscript(dynamicMember name: String) -> BatchFunction {
    BatchFunction(batch: self, function: function(name))
  }

  /// Adds a call of a function by its name, for members that the batch has itself.
  public func call<Value: LibraryScalar>(
    _ name: String, _ arguments: (any LibraryArgument)?..., as type: Value.Type = Value.self
  ) throws(BridgeError) -> BatchResult<Value> {
    try add(function(name), arguments)
  }

  /// Adds a call of a function that is declared to return nothing.
  public func call(_ name: String, _ arguments: (any LibraryArgument)?...) throws(BridgeError) {
    try add(function(name), arguments, isStated: false)
  }

  func add<Value: LibraryScalar>(
    _ function: LibraryFunction, _ arguments: [(any LibraryArgument)?]
  ) throws(BridgeError) -> BatchResult<Value> {
    guard let plan = try function.plan(for: arguments, as: Value.self, atOnce: true),
      plan.result.form.type.kind != .text
    else { throw refusal(function, arguments, Value.resultKind, isStated: true) }
    let result = BatchResult<Value>(index: count, in: request.identity, plan)
    try add(Call(plan: plan, receiver: result, function: function, arguments: arguments))
    return result
  }

  func add(
    _ function: LibraryFunction, _ arguments: [(any LibraryArgument)?], isStated: Bool
  ) throws(BridgeError) {
    guard let plan = try function.plan(for: arguments, isStated: isStated, atOnce: true),
      plan.result.form.type.kind != .text
    else { throw refusal(function, arguments, nil, isStated: isStated) }
    try add(Call(plan: plan, receiver: nil, function: function, arguments: arguments))
  }

  private func add(_ call: Call) throws(BridgeError) {
    guard request.add(call.plan, call.arguments) else {
      throw refusal(call.function, call.arguments, call.plan.result.kind, isStated: true)
    }
    calls.append(call)
  }

  /// Why a call cannot be in a batch: what is wrong with it anyway, or that it needs more.
  private func refusal(
    _ function: LibraryFunction, _ arguments: [(any LibraryArgument)?], _ kind: ResultKind?,
    isStated: Bool
  ) -> BridgeError {
    let context: CallContext
    do throws(BridgeError) {
      context = try function.context
      // A result that is still to come is checked as any of its kind.
      let samples = arguments.map { argument -> (any LibraryArgument)? in
        // One of another batch is refused as what it is.
        guard let argument, case .unfinished = argument.argumentValue.content,
          (argument as? any BatchReceiver)?.isOf(request.identity) == true
        else { return argument }
        return type(of: argument).preparedKind.sample
      }
      _ = try PendingCall(samples, result: kind, isStated: isStated, context)
      _ = try function.address()
    } catch {
      return error.inCall(count, of: count + 1)
    }
    return context.error(
      .unsupportedType,
      "a batch cannot carry this call: it takes numbers, addresses, strings, arrays of numbers of "
        + "the declared width (Int32 for 'int', not Int), and results of its own calls where the "
        + "types are the same; it gives numbers and addresses. Call it by itself"
    ).inCall(count, of: count + 1)
  }

  /// Makes the calls.
  func run() throws(BridgeError) {
    guard count > 0 else { return }
    if calls.contains(where: { session.guards($0.plan) }) { return try runEach() }
    let (results, errno): ([UInt64], Int32)
    let before = session.lanes.main.latestSequence
    do throws(BridgeError) {
      (results, errno) = try request.run(on: session)
    } catch {
      guard let place = session.place(of: error, in: count, after: before) else {
        throw error
      }
      var failure = error
      let name = calls[place].function.name
      failure.symbol = failure.symbol ?? name
      failure.end?.crash?.note(function: name)
      failure.note(calls[place].arguments, of: name)
      throw failure.inCall(place, of: count)
    }
    for (index, bits) in results.enumerated() {
      let call = calls[index]
      do throws(BridgeError) {
        if call.plan.status != nil {
          try call.plan.check(
            InvokeReply(bits: bits, errno: index == results.count - 1 ? errno : nil),
            call.function, call.arguments)
        }
        try call.receiver?.receive(bits)
      } catch {
        let error = error.inCall(index, of: count)
        call.receiver?.fail(error)
        throw error
      }
    }
    guard results.count == count else {
      throw session.rejected("it made fewer calls than it should", symbol: nil)
    }
  }
}

extension Batch {
  /// Makes the calls one by one, in the ordinary way, so that what they lend is guarded.
  private func runEach() throws(BridgeError) {
    for (index, call) in calls.enumerated() {
      do throws(BridgeError) {
        if let receiver = call.receiver {
          try receiver.receive(from: FunctionInvocation(call.function), call.arguments)
        } else {
          _ = try FunctionInvocation(call.function).call(
            call.arguments, isStated: false)
        }
      } catch {
        let error = error.inCall(index, of: count)
        call.receiver?.fail(error)
        throw error
      }
    }
  }
}

/// What takes the number that a call gave.
protocol BatchReceiver {
  /// Makes the call, and takes what it gives.
  func receive(
    from function: FunctionInvocation, _ arguments: [(any LibraryArgument)?]
  ) throws(BridgeError)
  func receive(_ bits: UInt64) throws(BridgeError)
  /// Takes why there is none.
  func fail(_ error: BridgeError)
  /// Whether it is a result of this batch.
  func isOf(_ batch: BatchIdentity) -> Bool
}

/// A function as a batch calls it.
public struct BatchFunction {
  let batch: Batch
  let function: LibraryFunction

  /// Adds a call, whose result is there when the batch has ended.
  ///
  /// - Throws: `.typeMismatch` and its like at once, and `.unsupportedType` for what a batch cannot
  ///   carry.
  public func callAsFunction<Value: LibraryScalar>(
    _ arguments: (any LibraryArgument)?...
  ) throws(BridgeError) -> BatchResult<Value> {
    try batch.add(function, arguments)
  }

  /// Adds a call of a function that is declared to return nothing, or a status.
  public func callAsFunction(_ arguments: (any LibraryArgument)?...) throws(BridgeError) {
    try batch.add(function, arguments, isStated: false)
  }
}
