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
  private let client: LibraryClient
  private var request = BatchRequest()
  /// What takes each call's number.
  private var receivers: [(UInt64) throws(BridgeError) -> Void] = []
  private var failures: [(BridgeError) -> Void] = []
  /// The arguments of each call, for the message of one that fails.
  private var arguments: [[(any LibraryArgument)?]] = []
  private var functions: [LibraryFunction] = []

  init(_ client: LibraryClient) { self.client = client }

  /// How many calls have been collected.
  public var count: Int { request.count }

  /// The function of this name.
  public subscript(dynamicMember name: String) -> BatchFunction {
    BatchFunction(batch: self, function: client.function(name))
  }

  /// Adds a call of a function by its name, for members that the batch has itself.
  public func call<Value: LibraryScalar>(
    _ name: String, _ arguments: (any LibraryArgument)?..., as type: Value.Type = Value.self
  ) throws(BridgeError) -> BatchResult<Value> {
    try add(client.function(name), arguments)
  }

  /// Adds a call of a function that is declared to return nothing.
  public func call(_ name: String, _ arguments: (any LibraryArgument)?...) throws(BridgeError) {
    try add(client.function(name), arguments, isStated: false)
  }

  func add<Value: LibraryScalar>(
    _ function: LibraryFunction, _ arguments: [(any LibraryArgument)?]
  ) throws(BridgeError) -> BatchResult<Value> {
    guard let plan = function.plan(for: arguments, as: Value.self, atOnce: true),
      plan.result.form.type.kind != .text
    else { throw refusal(function, arguments, Value.resultKind, isStated: true) }
    let result = BatchResult<Value>(
      index: count, type: plan.result.form.type, name: function.name)
    try add(
      plan, function, arguments,
      { (bits) throws(BridgeError) in
        result.receive(.success(try plan.value(bits: bits, text: nil, as: Value.self)))
      }, { result.receive(.failure($0)) })
    return result
  }

  func add(
    _ function: LibraryFunction, _ arguments: [(any LibraryArgument)?], isStated: Bool
  ) throws(BridgeError) {
    guard let plan = function.plan(for: arguments, isStated: isStated, atOnce: true),
      plan.result.form.type.kind != .text
    else { throw refusal(function, arguments, nil, isStated: isStated) }
    try add(plan, function, arguments, { (_) throws(BridgeError) in }, { _ in })
  }

  private func add(
    _ plan: CallPlan, _ function: LibraryFunction, _ arguments: [(any LibraryArgument)?],
    _ receive: @escaping (UInt64) throws(BridgeError) -> Void,
    _ fail: @escaping (BridgeError) -> Void
  ) throws(BridgeError) {
    guard request.add(plan, { PreparedArguments.write(arguments, to: &$0) }) else {
      throw refusal(function, arguments, plan.result.kind, isStated: true)
    }
    receivers.append(receive)
    failures.append(fail)
    functions.append(function)
    self.arguments.append(arguments)
  }

  /// Why a call cannot be in a batch: what is wrong with it anyway, or that it needs more.
  private func refusal(
    _ function: LibraryFunction, _ arguments: [(any LibraryArgument)?], _ kind: ResultKind?,
    isStated: Bool
  ) -> BridgeError {
    let context = function.context
    do throws(BridgeError) {
      // A result that is still to come is checked as any of its kind.
      let samples = arguments.map { argument -> (any LibraryArgument)? in
        guard let argument, case .unfinished = argument.argumentValue.content else {
          return argument
        }
        return type(of: argument).preparedKind.sample
      }
      _ = try PendingCall(samples, result: kind, isStated: isStated, context)
    } catch {
      return error.inCall(count, of: count + 1)
    }
    return context.error(
      .unsupportedType,
      "a batch takes numbers, addresses, strings and arrays of numbers, and results of its own "
        + "calls where the types are the same; it gives numbers and addresses. Call it by itself"
    ).inCall(count, of: count + 1)
  }

  /// Makes the calls.
  func run() throws(BridgeError) {
    guard count > 0 else { return }
    let reply: BatchReply
    do throws(BridgeError) {
      reply = try client.session.run(&request)
    } catch {
      for fail in failures { fail(error) }
      throw error
    }
    for index in 0..<reply.count {
      do throws(BridgeError) {
        let plan = request.calls[index]
        try plan.check(
          InvokeReply(bits: reply[index], errno: reply.errno), functions[index], arguments[index])
        try receivers[index](reply[index])
      } catch {
        let error = error.inCall(index, of: count)
        failures[index](error)
        throw error
      }
    }
  }
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
