/// `{name: value, …}`: starts the helper's own server with what it is given.
public struct StartServerMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .startServer }
  /// The arguments by their names, each an encoded item.
  public var arguments: [Argument]

  /// A named item.
  public struct Argument: Equatable, Sendable {
    /// Its name.
    public var name: String
    /// Its encoded value.
    public var item: [UInt8]

    /// Makes an argument.
    public init(name: String, item: [UInt8]) {
      self.name = name
      self.item = item
    }
  }

  /// Makes the message.
  public init(arguments: [Argument]) { self.arguments = arguments }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginMap(count: arguments.count)
    for argument in arguments {
      writer.write(text: argument.name)
      writer.write(raw: argument.item)
    }
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    var arguments: [Argument] = []
    try reader.readEntries { (reader) throws(CBORError) in
      let name = try reader.readText()
      arguments.append(Argument(name: name, item: try reader.readItem()))
    }
    self.arguments = arguments
  }
}

extension CBORReader {
  /// Reads the next item as its bytes.
  public mutating func readItem() throws(CBORError) -> [UInt8] {
    let start = self
    try skip()
    var copy = start
    return try copy.take(byteCount: offset - start.offset)
  }
}

/// `[path, members]`: what a server offers, and the library that it has loaded first.
public struct ServerStartedMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .serverStarted }
  /// The path of the first library; empty without one.
  public var libraryPath: [UInt8]
  /// What can be asked for, in the order in which it was registered.
  public var members: [ServerMember]

  /// Makes the message.
  public init(libraryPath: [UInt8], members: [ServerMember]) {
    self.libraryPath = libraryPath
    self.members = members
  }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 2)
    writer.write(bytes: libraryPath)
    writer.beginArray(count: members.count)
    for member in members { member.write(to: &writer) }
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 2)
    libraryPath = try reader.readBytes()
    members = try reader.readItems { (reader) throws(CBORError) in
      try ServerMember(from: &reader)
    }
  }
}

/// `[number, kind, name, parameters, result, help]`: a function or a property of a server.
public struct ServerMember: Equatable, Sendable {
  /// What it is.
  public enum Kind: UInt8, Sendable {
    /// It is called.
    case function = 0
    /// It is read.
    case property = 1
    /// It is read and written.
    case variable = 2
  }

  /// A parameter of a function.
  public struct Parameter: Equatable, Sendable {
    /// Its label; empty without one.
    public var label: String
    /// Its type's name.
    public var type: String
    /// The form of its values, where they fit a slot.
    public var slotType: WireType?

    /// Makes a parameter.
    public init(label: String, type: String, slotType: WireType?) {
      self.label = label
      self.type = type
      self.slotType = slotType
    }
  }

  /// What requests know it by.
  public var number: UInt32
  /// What it is.
  public var kind: Kind
  /// Its name.
  public var name: String
  /// What it takes.
  public var parameters: [Parameter]
  /// What it gives; of the name `Void` nothing.
  public var result: Parameter
  /// What it is for, in its author's words.
  public var help: String

  /// Makes a member.
  public init(
    number: UInt32, kind: Kind, name: String, parameters: [Parameter], result: Parameter,
    help: String
  ) {
    self.number = number
    self.kind = kind
    self.name = name
    self.parameters = parameters
    self.result = result
    self.help = help
  }

  func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 6)
    writer.write(unsigned: UInt64(number))
    writer.write(unsigned: UInt64(kind.rawValue))
    writer.write(text: name)
    writer.beginArray(count: parameters.count)
    for parameter in parameters { parameter.write(to: &writer) }
    result.write(to: &writer)
    writer.write(text: help)
  }

  init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 6)
    number = try reader.readUnsigned(UInt32.self)
    let start = reader.offset
    guard let kind = Kind(rawValue: try reader.readUnsigned(UInt8.self)) else {
      throw .unexpectedItem(offset: start)
    }
    self.kind = kind
    name = try reader.readText()
    parameters = try reader.readItems { (reader) throws(CBORError) in
      try Parameter(from: &reader)
    }
    result = try Parameter(from: &reader)
    help = try reader.readText()
  }
}

extension ServerMember.Parameter {
  func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 3)
    writer.write(text: label)
    writer.write(text: type)
    writer.write(unsigned: UInt64(slotType?.rawValue ?? 0))
  }

  init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 3)
    label = try reader.readText()
    type = try reader.readText()
    let start = reader.offset
    let number = try reader.readUnsigned(UInt8.self)
    guard let type = WireType(rawValue: number) else { throw .unexpectedItem(offset: start) }
    slotType = type == .void ? nil : type
  }
}
