internal import ArchBridgeWire
internal import Synchronization

/// What a call of a batch will have returned: an argument of later calls, and a value afterwards.
///
///     let meter: BatchResult<RemoteAddress> = try batch.meter_open("/dev/ttyS0")
///     let volts: BatchResult<Double> = try batch.meter_read(meter)
public final class BatchResult<Value: LibraryScalar>: LibraryArgument {
  /// Which call of the batch it is.
  let index: Int
  /// What the call returns, as C has it.
  private let type: WireType
  private let name: String
  private let outcome = Mutex<Result<Value, BridgeError>?>(nil)

  init(index: Int, type: WireType, name: String) {
    self.index = index
    self.type = type
    self.name = name
  }

  /// What the call returned.
  ///
  /// - Throws: what the call failed with; `.callNotMade` before the batch has ended, and where an
  ///   earlier call of it failed.
  public var value: Value {
    get throws(BridgeError) {
      guard let outcome = outcome.withLock({ $0 }) else {
        throw BridgeError(.callNotMade, "the batch has not called it", symbol: name)
      }
      return try outcome.get()
    }
  }

  func receive(_ result: Result<Value, BridgeError>) { outcome.withLock { $0 = result } }

  /// How the value goes into a call once the batch has ended.
  ///
  /// Within a batch only its own calls can have it.
  public var argumentValue: ArgumentValue {
    guard let value = try? value else { return ArgumentValue(.unfinished) }
    return value.argumentValue
  }

  /// The value's kind.
  public static var preparedKind: PreparedKind { Value.preparedKind }

  /// Puts the result into a later call of its batch.
  public func write(to arguments: inout PreparedArguments) {
    if let value = try? value {
      value.write(to: &arguments)
    } else {
      arguments.write(resultOf: index, type)
    }
  }
}
