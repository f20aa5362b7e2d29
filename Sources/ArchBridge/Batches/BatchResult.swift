internal import ArchBridgeWire
internal import Synchronization

/// What a call of a batch will have returned: an argument of later calls, and a value afterwards.
///
///     let meter: BatchResult<RemoteAddress> = try batch.meter_open("/dev/ttyS0")
///     let volts: BatchResult<Double> = try batch.meter_read(meter)
public final class BatchResult<Value: LibraryScalar>: LibraryArgument, BatchReceiver {
  /// Which call of the batch it is.
  private let index: Int
  private let batch: BatchIdentity
  private let plan: CallPlan
  private let outcome = Mutex<Value?>(nil)
  private let failure = Mutex<BridgeError?>(nil)

  init(index: Int, in batch: BatchIdentity, _ plan: CallPlan) {
    self.index = index
    self.batch = batch
    self.plan = plan
  }

  /// What the call returned.
  ///
  /// - Throws: what the call failed with; `.callNotMade` before the batch has ended, and where it
  ///   ended before this call.
  public var value: Value {
    get throws(BridgeError) {
      guard let value = outcome.withLock({ $0 }) else {
        if let failure = failure.withLock({ $0 }) { throw failure }
        throw BridgeError(
          .callNotMade, "the batch has not called it", symbol: plan.context.name)
      }
      return value
    }
  }

  func fail(_ error: BridgeError) { failure.withLock { $0 = error } }

  func isOf(_ other: BatchIdentity) -> Bool { batch === other }

  func receive(
    from function: FunctionInvocation, _ arguments: [(any LibraryArgument)?]
  ) throws(BridgeError) {
    let value: Value = try function.call(arguments).value
    outcome.withLock { $0 = value }
  }

  func receive(_ bits: UInt64) throws(BridgeError) {
    let value = try plan.value(bits: bits, text: nil, as: Value.self)
    outcome.withLock { $0 = value }
  }

  /// How the value goes into a call once the batch has ended.
  ///
  /// Within a batch only its own calls can have it.
  public var argumentValue: ArgumentValue {
    guard let value = outcome.withLock({ $0 }) else { return ArgumentValue(.unfinished) }
    return value.argumentValue
  }

  /// The value's kind.
  public static var preparedKind: PreparedKind { Value.preparedKind }

  /// Puts the result into a later call of its batch.
  public func write(to arguments: inout PreparedArguments) {
    if let value = outcome.withLock({ $0 }) {
      value.write(to: &arguments)
    } else {
      arguments.write(resultOf: index, in: batch, plan.result.form.type)
    }
  }
}
