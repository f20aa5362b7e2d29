internal import ArchBridgeABI
internal import ArchBridgeObjectFiles
internal import ArchBridgeWire

/// What a helper's server offers, as it has said when it was started.
struct ServerInterface: Sendable {
  let name: String
  let members: [ServerMember]
  private let indices: [String: Int]

  init(name: String, _ members: [ServerMember]) {
    self.name = name
    self.members = members
    indices = Dictionary(
      members.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { $1 })
  }

  /// The member of this name.
  func member(_ name: String) throws(BridgeError) -> ServerMember {
    if let index = indices[name] { return members[index] }
    let near = nearNames(to: name, in: members.map(\.name), limit: 3)
    throw BridgeError(
      .wrongRequest,
      "the server \(self.name) has no '\(name)'"
        + (near.isEmpty
          ? "; `help()` lists what it has"
          : "; did you mean \(near.joined(separator: ", ").shown())?"),
      symbol: name)
  }

  /// The arguments in the order of a function's parameters.
  ///
  /// Those without a label come first, as in a call.
  static func ordered(
    _ arguments: [EncodedArgument], for member: ServerMember
  ) throws(BridgeError) -> [[UInt8]] {
    func wrong(_ what: String) -> BridgeError {
      BridgeError(.wrongRequest, "\(what): it is \(member.spelling)", symbol: member.name)
    }
    let parameters = member.parameters
    var places: [EncodedArgument?] = Array(repeating: nil, count: parameters.count)
    var isLabelled = false
    for (index, argument) in arguments.enumerated() {
      guard !argument.name.isEmpty else {
        guard !isLabelled else { throw wrong("argument \(index + 1) needs a label") }
        guard index < places.count else {
          throw wrong(
            "it has \(parameters.count) parameter\(parameters.count == 1 ? "" : "s"), not \(arguments.count)"
          )
        }
        places[index] = argument
        continue
      }
      isLabelled = true
      guard let place = parameters.firstIndex(where: { $0.label == argument.name }) else {
        throw wrong("it has no parameter '\(argument.name)'")
      }
      guard places[place] == nil else { throw wrong("'\(argument.name)' is given twice") }
      places[place] = argument
    }
    var items: [[UInt8]] = []
    for (index, place) in places.enumerated() {
      guard let place else {
        let label = parameters[index].label
        throw wrong(
          label.isEmpty ? "argument \(index + 1) is missing" : "'\(label.shown())' is missing")
      }
      guard parameters[index].accepts(place) else {
        throw BridgeError(
          .typeMismatch,
          "argument \(index + 1) is no \(parameters[index].type.shown()): it is \(member.spelling)",
          symbol: member.name)
      }
      items.append(place.item)
    }
    return items
  }
}

extension ServerMember.Parameter {
  /// Whether an encoded value can be of this type, as far as that can be told here.
  func accepts(_ argument: EncodedArgument) -> Bool {
    let item = argument.item
    // The server calls whatever address it gets as a closure.
    guard isClosure == (argument.closure != nil) else { return isClosure && item == [0xF6] }
    return switch type {
    case "Bool": reads(Bool.self, item)
    case "String": reads(String.self, item)
    case "Int8": reads(Int8.self, item)
    case "Int16": reads(Int16.self, item)
    case "Int32": reads(Int32.self, item)
    case "Int64": reads(Int64.self, item)
    case "UInt8": reads(UInt8.self, item)
    case "UInt16": reads(UInt16.self, item)
    case "UInt32": reads(UInt32.self, item)
    case "UInt64": reads(UInt64.self, item)
    case "Float": reads(Float.self, item)
    case "Double": reads(Double.self, item)
    default: true
    }
  }

  /// Whether it is a closure of the client's: `(Double) -> Void`.
  private var isClosure: Bool { type.hasPrefix("(") }

  private func reads<Value: WireValue>(_ type: Value.Type, _ item: [UInt8]) -> Bool {
    var reader = CBORReader(item)
    return (try? Value(from: &reader)) != nil
  }
}

extension ServerMember {
  /// Refuses a result that the member cannot give, as far as that can be told before it is asked.
  func checkResult<Value>(_ type: Value.Type) throws(BridgeError) {
    guard let given = ResultShape(named: result.type), let wanted = ResultShape(type),
      given != wanted
    else { return }
    throw BridgeError(
      .typeMismatch,
      "it gives \(given == .nothing ? "nothing" : result.type.shown()), and no \(type): it is \(spelling)",
      symbol: name)
  }

  /// What a result is, roughly.
  private enum ResultShape {
    case nothing, truth, number, text

    /// nil where it may be anything.
    init?(named type: String) {
      switch type {
      case "Void": self = .nothing
      case "Bool": self = .truth
      case "String": self = .text
      case "Float", "Double", "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16",
        "UInt32", "UInt64":
        self = .number
      default: return nil
      }
    }

    init?<Value>(_ type: Value.Type) {
      switch type {
      case is Bool.Type: self = .truth
      case is any BinaryInteger.Type, is any BinaryFloatingPoint.Type: self = .number
      case is String.Type: self = .text
      default: return nil
      }
    }
  }

  /// Its declaration, as Swift would have it: `add(a: Int32, b: Int32) -> Int32`.
  ///
  /// The helper has said it, which may say anything.
  var spelling: String { declaration.shown() }

  /// The declaration, and what it is for.
  var documentation: String {
    help.isEmpty ? spelling : "\(spelling)\n    \(help.shown(keepsLines: true))"
  }

  private var declaration: String {
    switch kind {
    case .property: return "\(name): \(result.type) { get }"
    case .variable: return "\(name): \(result.type) { get set }"
    case .function: break
    }
    let parameters = parameters.map { $0.label.isEmpty ? $0.type : "\($0.label): \($0.type)" }
    let result = result.type == "Void" ? "" : " -> \(result.type)"
    return "\(name)(\(parameters.joined(separator: ", ")))\(result)"
  }
}
