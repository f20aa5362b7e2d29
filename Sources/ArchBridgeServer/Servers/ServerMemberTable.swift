internal import ArchBridgeWire
internal import CArchBridgeCalls

/// The arguments of a request, taken one after another.
struct RequestArguments {
  private let member: ServerMember
  private let items: [[UInt8]]
  private var index = 0

  init(_ items: [[UInt8]], for member: ServerMember) throws(ServerError) {
    guard items.count == member.parameters.count else {
      throw ServerError.wrongRequest(
        "'" + member.name + "' takes \(member.parameters.count) arguments, not \(items.count)")
    }
    (self.member, self.items) = (member, items)
  }

  /// The value that a property is to be given.
  init(_ items: [[UInt8]], setting member: ServerMember) throws(ServerError) {
    var setter = member
    setter.parameters = [member.result]
    try self.init(items, for: setter)
  }

  /// The next argument.
  mutating func next<Value: WireValue>() throws(ServerError) -> Value {
    let parameter = member.parameters[index]
    var reader = CBORReader(items[index])
    index += 1
    do throws(CBORError) {
      let value = try Value(from: &reader)
      try reader.finish()
      return value
    } catch {
      let label = parameter.label.isEmpty ? "" : " ('" + parameter.label + "')"
      throw ServerError.wrongRequest(
        "argument \(index)" + label + " of '" + member.name + "' is no " + parameter.type)
    }
  }
}

extension ServerError {
  /// A request that no member answers so.
  static func wrongRequest(_ message: String) -> ServerError {
    ServerError(wrongRequestName, message)
  }

  /// No name that anybody writes.
  private static var wrongRequestName: String { "\u{0}" }

  /// Keeps it as what was thrown last.
  func keep() {
    let (name, message) = ([UInt8](name.utf8), [UInt8](message.utf8))
    let isWrong: UInt32 = self.name == Self.wrongRequestName ? 1 : 0
    // Safe: the bytes are copied.
    unsafe ab_thrown_keep(name, name.count, message, message.count, isWrong)
  }

  /// The failure that a client is told.
  var failure: FailureMessage {
    guard name != Self.wrongRequestName else {
      return FailureMessage(
        .wrongRequest, [UInt8](message.utf8.prefix(ExceptionMessage.textByteLimit)))
    }
    return FailureMessage(
      .serverFailed,
      ExceptionMessage(
        type: [UInt8](name.utf8.prefix(ExceptionMessage.typeByteLimit)),
        text: [UInt8](message.utf8.prefix(ExceptionMessage.textByteLimit))
      ).encoded)
  }
}

/// The arguments of a prepared call, each in a slot of 8 bytes.
@safe struct ArgumentSlots {
  private let slots: UnsafeMutablePointer<UInt64>

  @unsafe init(_ slots: UnsafeMutablePointer<UInt64>) { unsafe self.slots = slots }

  /// The argument at an index, of which there are as many as the function's parameters.
  func value<Value: WireValue>(_ index: Int) throws(ServerError) -> Value {
    // Safe: a prepared call has a slot for each parameter.
    guard let value = unsafe Value(slot: slots[index]) else {
      throw .wrongRequest("argument \(index + 1) is no " + Value.wireName)
    }
    return value
  }
}

/// How a member of a server is carried out.
final class ServerHandler {
  typealias Body = (inout RequestArguments) throws(ServerError) -> [UInt8]
  typealias SlotBody = (ArgumentSlots) throws(ServerError) -> UInt64

  var member: ServerMember
  /// Calls the function, or reads the property; returns the encoded value.
  let body: Body
  /// Writes the property; nil for what cannot be written.
  let set: Body?
  /// The same as `body` where all values fit slots, in which they come.
  let slots: SlotBody?

  init(_ member: ServerMember, _ body: @escaping Body, set: Body? = nil, slots: SlotBody? = nil) {
    self.member = member
    self.body = body
    self.set = set
    self.slots = slots
  }
}

/// What a server has registered.
struct ServerMemberTable {
  private(set) var handlers: [ServerHandler?] = []
  /// Those that there are, in the order of their names: hashing would take the helper a library
  /// more to load.
  private var named: [ServerHandler] = []
  /// Put before the names of what is registered.
  var prefix = ""
  /// What was wrong with a registration, the first time.
  private(set) var error: ServerError?

  /// Adds a member, whose name nobody may have taken.
  mutating func add(_ handler: ServerHandler) {
    handler.member.name = prefix + handler.member.name
    let name = handler.member.name
    guard !name.isEmpty, !name.utf8.contains(0) else {
      return fail("a function or property needs a name")
    }
    let place = place(of: name)
    guard place == named.count || named[place].member.name != name else {
      return fail("'" + name + "' is registered twice; give one of them another name or a prefix")
    }
    let labels = handler.member.parameters.map { $0.label }
    for (index, label) in labels.enumerated() where !label.isEmpty {
      for other in labels[..<index] where other == label {
        return fail("'" + name + "' has two parameters called '" + label + "'")
      }
    }
    handler.member.number = UInt32(handlers.count)
    handlers.append(handler)
    named.insert(handler, at: place)
  }

  /// Keeps what is wrong; the first is what is told.
  mutating func fail(_ message: String) {
    if error == nil { error = ServerError("RegistrationError", message) }
  }

  /// Takes a member away; numbers stay what they are.
  mutating func remove(_ name: String) {
    if let handler = handler(named: prefix + name) {
      handlers[Int(handler.member.number)] = nil
      named.remove(at: place(of: prefix + name))
      return
    }
    fail("'" + prefix + name + "' cannot be removed: nothing of this name is registered")
  }

  /// The handler of this number.
  subscript(number: UInt32) -> ServerHandler? {
    number < UInt32(handlers.count) ? handlers[Int(number)] : nil
  }

  /// The handler of this name.
  func handler(named name: String) -> ServerHandler? {
    let place = place(of: name)
    return place < named.count && named[place].member.name == name ? named[place] : nil
  }

  /// Where the member of this name is among `named`, or would be.
  private func place(of name: String) -> Int {
    var (low, high) = (0, named.count)
    while low < high {
      let middle = (low + high) / 2
      if named[middle].member.name < name { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What clients are told.
  var members: [ServerMember] {
    var members: [ServerMember] = []
    for handler in handlers {
      if let handler { members.append(handler.member) }
    }
    return members
  }
}
