public import ArchBridgeWire
internal import CArchBridgeShims

/// A server that runs in the process of a library, and is asked by its client: a loop next to the
/// data, ten calls in the right order, a state between calls.
///
///     final class MyServer: LibraryServer {
///       required init(_ arguments: ServerArguments) throws(ServerError) {
///         try super.init(library: "my_lib.so", arguments)
///         let add = try library.function("add", as: (@convention(c) (Int32, Int32) -> Int32).self)
///         register("add", parameters: ["a", "b"], help: "Adds.") { (a: Int32, b: Int32) in
///           add(a, b)
///         }
///       }
///     }
///
/// Everything of a server runs on one thread, which is the process's main thread in a helper: one
/// request after another. What its functions print arrives at the client as output.
open class LibraryServer {
  private var loaded: [ServerLibrary]
  final var table = ServerMemberTable()
  /// What the server was started with.
  public final let arguments: ServerArguments

  /// Starts a server without a library.
  public required init(_ arguments: ServerArguments) throws(ServerError) {
    self.arguments = arguments
    loaded = []
  }

  /// Loads a library, and starts a server for it.
  ///
  /// - Parameters:
  ///   - library: a path, or a name that the loader finds: in the client's `searchPaths`, or where the
  ///     system has its libraries.
  ///   - arguments: what the client has given.
  /// - Throws: `LibraryNotLoaded`, with the loader's own words.
  public init(library: String, _ arguments: ServerArguments) throws(ServerError) {
    self.arguments = arguments
    loaded = [try ServerLibrary(library)]
  }

  /// The library that was loaded first.
  ///
  /// - Throws: where there is none.
  public final var library: ServerLibrary {
    get throws(ServerError) {
      guard let first = loaded.first else { throw ServerError("the server has loaded no library") }
      return first
    }
  }

  /// All that the server has loaded.
  final var libraries: [ServerLibrary] { loaded }

  /// Loads another library.
  ///
  /// - Throws: `LibraryNotLoaded`, with the loader's own words.
  public final func load(_ name: String) throws(ServerError) -> ServerLibrary {
    let library = try ServerLibrary(name)
    loaded.append(library)
    return library
  }

  /// Called when the client closes the session, on the server's thread.
  ///
  /// A helper that is killed, or that crashes, does not come to it.
  open func shutDown() {}

  // MARK: Names

  /// Takes a function or property away that has been registered, as by a class above.
  public final func remove(_ name: String) { table.remove(name) }

  /// Puts a prefix before the names of all that `body` registers, so that two instances of one class
  /// stand side by side.
  ///
  ///     try withPrefix("pump_") { try offer(Powermeter("/dev/ttyACM0")) }
  public final func withPrefix(
    _ prefix: String, _ body: () throws(ServerError) -> Void
  ) throws(ServerError) {
    let before = table.prefix
    table.prefix = before + prefix
    defer { table.prefix = before }
    try body()
  }

  // MARK: Properties

  /// Offers a property that clients read, and write where there is a `set`.
  public final func register<Value: WireValue>(
    property name: String, help: String = "",
    get: @escaping () throws(ServerError) -> Value,
    set: ((Value) throws(ServerError) -> Void)? = nil
  ) {
    let body: ServerHandler.Body = { (_: inout RequestArguments) throws(ServerError) -> [UInt8] in
      Self.encoded(try get())
    }
    var setter: ServerHandler.Body?
    if let set {
      let body: ServerHandler.Body = {
        (arguments: inout RequestArguments) throws(ServerError) -> [UInt8] in
        try set(arguments.next())
        return Self.nothing
      }
      setter = body
    }
    let member = ServerMember(
      number: 0, kind: set == nil ? .property : .variable, name: name, parameters: [],
      result: Self.parameter(Value.self, ""), help: help)
    let slots: ServerHandler.SlotBody = {
      (_: ArgumentSlots) throws(ServerError) -> UInt64 in try get().slot
    }
    table.add(
      ServerHandler(member, body, set: setter, slots: Value.slotType == nil ? nil : slots))
  }

  // MARK: Registration

  /// What a function without a result answers.
  static var nothing: [UInt8] { [0xF6] }

  static func encoded<Value: WireValue>(_ value: Value) -> [UInt8] {
    var writer = CBORWriter()
    value.write(to: &writer)
    return writer.bytes
  }

  static func parameter<Value: WireValue>(
    _ type: Value.Type, _ label: String
  ) -> ServerMember.Parameter {
    ServerMember.Parameter(label: label, type: Value.wireName, slotType: Value.slotType)
  }

  /// What a function without a result gives.
  static var void: ServerMember.Parameter {
    ServerMember.Parameter(label: "", type: "Void", slotType: nil)
  }

  /// Adds a function.
  final func add(
    _ name: String, _ labels: [String], _ help: String, _ parameters: [ServerMember.Parameter],
    _ result: ServerMember.Parameter, _ body: @escaping ServerHandler.Body,
    _ slots: @escaping ServerHandler.SlotBody
  ) {
    guard labels.isEmpty || labels.count == parameters.count else {
      return table.fail(
        "'" + name + "' has \(parameters.count) parameters, and \(labels.count) names for them")
    }
    var parameters = parameters
    for (index, label) in labels.enumerated() { parameters[index].label = label }
    let member = ServerMember(
      number: 0, kind: .function, name: name, parameters: parameters, result: result, help: help)
    let fits =
      (result.slotType != nil || result.type == "Void")
      && parameters.allSatisfy { $0.slotType != nil }
    table.add(ServerHandler(member, body, slots: fits ? slots : nil))
  }
}
