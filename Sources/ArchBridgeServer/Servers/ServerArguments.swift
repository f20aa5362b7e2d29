public import ArchBridgeWire

/// What a client has given its server to start with: values by names.
///
/// An argument that the server has not asked for when its `init` returns was misspelt, and ends the
/// start; one that reads `names` knows of all of them.
public struct ServerArguments {
  private let message: StartServerMessage
  private let asked = Asked()

  /// What the server has asked for.
  private final class Asked {
    var names: [String] = []
    var isForAll = false
  }

  init(_ message: StartServerMessage) { self.message = message }

  /// The names of all arguments, in the order in which they were given.
  public var names: [String] {
    asked.isForAll = true
    return message.arguments.map { $0.name }
  }

  /// The argument of this name.
  ///
  ///     let device: String = try arguments.value("device")
  ///
  /// - Throws: where there is none, or one of another type.
  public func value<Value: WireValue>(
    _ name: String, as type: Value.Type = Value.self
  ) throws(ServerError) -> Value {
    guard let value = try optional(name, as: type) else {
      let given = list(message.arguments.map { $0.name })
      throw ServerError(
        "the server needs the argument '" + name + "', which is not given; given is " + given)
    }
    return value
  }

  /// The argument of this name, nil where it is not given.
  ///
  /// - Throws: where it is of another type.
  public func optional<Value: WireValue>(
    _ name: String, as type: Value.Type = Value.self
  ) throws(ServerError) -> Value? {
    if !asked.names.contains(name) { asked.names.append(name) }
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

  /// Refuses what the server did not ask for.
  func checkAllAreAskedFor() throws(ServerError) {
    guard !asked.isForAll,
      let name = message.arguments.lazy.map({ $0.name }).first(where: { !asked.names.contains($0) })
    else { return }
    throw ServerError(
      "the server's init does not ask for the argument '" + name + "'; it asks for "
        + list(asked.names))
  }

  private func list(_ names: [String]) -> String {
    var text = ""
    for name in names { text += (text.isEmpty ? "'" : ", '") + name + "'" }
    return names.isEmpty ? "none" : text
  }
}
