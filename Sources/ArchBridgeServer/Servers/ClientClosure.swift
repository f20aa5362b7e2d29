/// A closure of the client's, which a server's function has got as an argument and may call until it
/// returns.
///
///     register("integrate", parameters: ["f", "from", "to"]) {
///       (f: ClientClosure<Double, Double>, from: Double, to: Double) throws(ServerError) -> Double in
///       (try f(from) + f(to)) / 2 * (to - from)
///     }
public struct ClientClosure<Argument: WireValue, Result: WireValue>: WireValue {
  /// The name: `(Double) -> Double`.
  public static var wireName: String { "(" + Argument.wireName + ") -> " + Result.wireName }

  private let port: ClosurePort

  /// Reads a value.
  public init(from reader: inout CBORReader) throws(CBORError) {
    port = try ClosurePort(from: &reader)
  }

  /// Appends the value.
  public func write(to writer: inout CBORWriter) { port.write(to: &writer) }

  /// Calls the closure on the client's side, and waits for its result.
  ///
  /// - Throws: `ClientClosureFailed` where it throws; the client's call throws the closure's own error
  ///   then, whatever becomes of this one.
  public func callAsFunction(_ argument: Argument) throws(ServerError) -> Result {
    let item = try port.call(LibraryServer.encoded(argument))
    var reader = CBORReader(item)
    do throws(CBORError) {
      return try Result(from: &reader)
    } catch {
      throw ServerError("ClientClosureFailed", "the client's closure gave no " + Result.wireName)
    }
  }
}

/// A closure of the client's that takes what a server's function gives before it returns.
///
///     register("scan", parameters: ["count", "values"]) {
///       (count: Int32, values: ClientStream<Double>) throws(ServerError) in
///       for _ in 0..<count { try values.yield(measure()) }
///     }
public struct ClientStream<Value: WireValue>: WireValue {
  /// The name: `(Double) -> Void`.
  public static var wireName: String { "(" + Value.wireName + ") -> Void" }

  private let port: ClosurePort

  /// Reads a value.
  public init(from reader: inout CBORReader) throws(CBORError) {
    port = try ClosurePort(from: &reader)
  }

  /// Appends the value.
  public func write(to writer: inout CBORWriter) { port.write(to: &writer) }

  /// Gives the client a value, and waits until it has taken it.
  ///
  /// - Throws: `ClientClosureFailed` where the client wants no more.
  public func yield(_ value: Value) throws(ServerError) {
    _ = try port.call(LibraryServer.encoded(value))
  }
}

/// The way to a closure: a C function of the client's, which reads its argument from this process's
/// memory, and writes its result there.
struct ClosurePort {
  /// `(bytes, count, 0)` runs the closure and returns how many bytes the result has, or -1;
  /// `(place, count, 1)` then puts it there.
  private typealias Function =
    @convention(c) (UnsafeMutableRawPointer?, UInt32, Int32) -> Int32

  private let address: UInt64

  init(from reader: inout CBORReader) throws(CBORError) { address = try reader.readUnsigned() }

  func write(to writer: inout CBORWriter) { writer.write(unsigned: address) }

  func call(_ argument: [UInt8]) throws(ServerError) -> [UInt8] {
    guard let pointer = unsafe UnsafeRawPointer(bitPattern: UInt(truncatingIfNeeded: address))
    else {
      throw ServerError("ClientClosureFailed", "the client has given no closure")
    }
    // Safe as far as the client has given the address of such a function.
    let function = unsafe unsafeBitCast(pointer, to: Function.self)
    var argument = argument
    let count = unsafe argument.withUnsafeMutableBytes {
      unsafe function($0.baseAddress, UInt32($0.count), 0)
    }
    guard count >= 0 else {
      throw ServerError("ClientClosureFailed", "the client's closure has thrown an error")
    }
    guard count > 0 else { return [] }
    var result = [UInt8](repeating: 0, count: Int(count))
    let isWritten = unsafe result.withUnsafeMutableBytes {
      unsafe function($0.baseAddress, UInt32($0.count), 1)
    }
    guard isWritten >= 0 else {
      throw ServerError("ClientClosureFailed", "the client's closure gave no result")
    }
    return result
  }
}
