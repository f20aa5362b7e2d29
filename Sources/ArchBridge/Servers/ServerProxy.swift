internal import ArchBridgeCodable
internal import ArchBridgeWire

/// The server that runs in a client's helper: its functions and properties as members.
///
///     let meter = client.server
///     let sum: Int32 = try meter.add(1, 2)
///     let volts: Double = try meter.readVoltage(samples: 20)
///     let range: Double = try meter.range
///     try meter.range.set(3.0)
///
/// Whatever is `Codable` can be an argument or a result. Arguments may be labelled with the names of
/// the server's parameters, those without a label first. What the server does not have, or takes
/// otherwise, is refused before it is asked. Calls may come from any thread, and run one at a time.
@dynamicMemberLookup
public struct ServerProxy: Sendable {
  let client: LibraryClient

  init(_ client: LibraryClient) { self.client = client }

  /// A function or a property of the server.
  public subscript(dynamicMember name: String) -> ServerMemberProxy {
    ServerMemberProxy(server: self, name: name)
  }

  /// The value of a property.
  public subscript<Value: Decodable>(dynamicMember name: String) -> Value {
    get throws(BridgeError) { try get(name) }
  }

  // MARK: By name

  /// Calls a function, or reads a property, of which the name is known at run time only.
  ///
  ///     let sum: Int32 = try client.server.request("add", 1, 2)
  ///
  /// - Throws: `.wrongRequest` and `.typeMismatch` for what the server does not have or takes otherwise;
  ///   `.serverError` for what it throws itself; what every call throws.
  public func request<Result: Decodable>(
    _ name: String, _ arguments: any Encodable & Sendable...
  ) throws(BridgeError) -> Result {
    try call(name, unlabelled: arguments)
  }

  func call<Result: Decodable>(
    _ name: String, unlabelled arguments: [any Encodable & Sendable]
  ) throws(BridgeError) -> Result {
    let session = try client.session.ready()
    let member = try session.interface.member(name)
    let encoded = try arguments.map { (value) throws(BridgeError) in try session.encoded("", value)
    }
    return try session.value(of: member, encoded)
  }

  /// Calls a function with labelled arguments; a label that is empty is none.
  ///
  ///     let sum: Int32 = try client.server.call("add", ["a": 1, "b": 2])
  public func call<Result: Decodable>(
    _ name: String, _ arguments: KeyValuePairs<String, any Encodable & Sendable>
  ) throws(BridgeError) -> Result {
    let session = try client.session.ready()
    let member = try session.interface.member(name)
    return try session.value(of: member, session.encoded(arguments))
  }

  /// Calls a function whose result, if any, nobody wants.
  public func call(
    _ name: String, _ arguments: KeyValuePairs<String, any Encodable & Sendable>
  ) throws(BridgeError) {
    let session = try client.session.ready()
    _ = try session.ask(session.interface.member(name), session.encoded(arguments))
  }

  /// Reads a property.
  ///
  /// - Throws: `.wrongRequest` where it is none.
  public func get<Value: Decodable>(_ property: String) throws(BridgeError) -> Value {
    let session = try client.session.ready()
    let member = try session.interface.member(property)
    guard member.kind != .function else {
      throw BridgeError(
        .wrongRequest, "it is a function, and called: \(member.spelling)", symbol: property)
    }
    return try session.value(of: member, [])
  }

  /// Writes a property.
  ///
  /// - Throws: `.wrongRequest` where it is none, or cannot be written.
  public func set(
    _ property: String, _ value: any Encodable & Sendable
  ) throws(BridgeError) {
    let session = try client.session.ready()
    let member = try session.interface.member(property)
    guard member.kind == .variable else {
      throw BridgeError(
        .wrongRequest, "it cannot be set: it is \(member.spelling)", symbol: property)
    }
    var setter = member
    setter.parameters = [member.result]
    _ = try session.ask(setter, [session.encoded("", value)], isSetting: true)
  }

  /// Prepares a function of numbers: its types are checked once, and calls cost least.
  ///
  ///     let add = try client.server.function("add", as: ((Int32, Int32) -> Int32).self)
  ///     for i in 0..<1_000_000 { sum = try add(sum, i) }
  ///
  /// It can be called over arrays and in batches, as a library's function.
  ///
  /// - Throws: `.wrongRequest` where there is none; `.typeMismatch` where its types are others, or not
  ///   all numbers.
  public func function<Result: LibraryResult, each Argument: LibraryArgument>(
    _ name: String, as type: ((repeat each Argument) -> Result).Type
  ) throws(BridgeError) -> PreparedFunction<Result, repeat each Argument> {
    let session = try client.session.ready()
    let member = try session.interface.member(name)
    var kinds: [PreparedKind] = []
    for kind in repeat (each Argument).preparedKind { kinds.append(kind) }
    try member.check(kinds, Result.resultKind, "\(type)")
    return try PreparedFunction(
      LibraryFunction(session: session, library: CallMessage.serverLibrary, name: name),
      result: Result.resultKind, isStated: true)
  }

  // MARK: Help

  /// The server's functions and properties with their documentation, one a line.
  public func help() throws(BridgeError) -> String {
    try client.session.ready().interface.members.map(\.documentation)
      .joined(separator: "\n")
  }

  /// The documentation of one function or property.
  ///
  /// - Throws: `.wrongRequest` where there is none of this name.
  public func help(_ name: String) throws(BridgeError) -> String {
    try client.session.ready().interface.member(name).documentation
  }
}

/// One function or property of a server, by its name.
@dynamicCallable
public struct ServerMemberProxy: Sendable {
  let server: ServerProxy
  /// Its name.
  public let name: String

  /// Calls the function and returns its result.
  public func dynamicallyCall<Result: Decodable>(
    withKeywordArguments arguments: KeyValuePairs<String, any Encodable & Sendable>
  ) throws(BridgeError) -> Result {
    try server.call(name, arguments)
  }

  /// Calls the function, whose result, if any, nobody wants.
  public func dynamicallyCall(
    withKeywordArguments arguments: KeyValuePairs<String, any Encodable & Sendable>
  ) throws(BridgeError) {
    try server.call(name, arguments)
  }

  /// Writes the property.
  public func set(_ value: any Encodable & Sendable) throws(BridgeError) {
    try server.set(name, value)
  }
}
