public import ArchBridgeWire

/// What a client has given its server to start with: values by names.
public struct ServerArguments {
  private let message: StartServerMessage

  init(_ message: StartServerMessage) { self.message = message }

  /// The names of all arguments, in the order in which they were given.
  public var names: [String] { message.arguments.map { $0.name } }

  /// The argument of this name.
  ///
  ///     let device: String = try arguments.value("device")
  ///
  /// - Throws: where there is none, or one of another type.
  public func value<Value: WireValue>(
    _ name: String, as type: Value.Type = Value.self
  ) throws(ServerError) -> Value {
    guard let value = try optional(name, as: type) else {
      throw ServerError("the server needs the argument '" + name + "', which is not given")
    }
    return value
  }

  /// The argument of this name, nil where it is not given.
  ///
  /// - Throws: where it is of another type.
  public func optional<Value: WireValue>(
    _ name: String, as type: Value.Type = Value.self
  ) throws(ServerError) -> Value? {
    for argument in message.arguments where argument.name == name {
      var reader = CBORReader(argument.item)
      do throws(CBORError) {
        return try Value(from: &reader)
      } catch {
        throw ServerError("the server's argument '" + name + "' is no " + Value.wireName)
      }
    }
    return nil
  }
}
