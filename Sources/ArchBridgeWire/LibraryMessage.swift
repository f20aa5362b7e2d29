/// How a library is loaded.
///
/// The numbers are the wire's own, not any libc's.
public struct WireLoadFlags: OptionSet, Hashable, Sendable {
  /// The bits on the wire.
  public let rawValue: UInt32

  /// Makes flags from their bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Every symbol is bound at once (`RTLD_NOW`); without it as late as possible.
  public static let now = WireLoadFlags(rawValue: 1)
  /// Its symbols serve libraries that are loaded later (`RTLD_GLOBAL`).
  public static let global = WireLoadFlags(rawValue: 2)
  /// It prefers its own symbols (`RTLD_DEEPBIND`).
  public static let deepBind = WireLoadFlags(rawValue: 4)
  /// It is never unloaded (`RTLD_NODELETE`).
  public static let noDelete = WireLoadFlags(rawValue: 8)

  /// Every flag that has a meaning; a message with another one is refused.
  static let known = WireLoadFlags(rawValue: 15)
}

/// `[name, flags]`: loads a library by path or soname.
public struct LoadMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .load }
  /// The path or soname as bytes, which need not be UTF-8.
  public var name: [UInt8]
  /// How it is loaded.
  public var flags: WireLoadFlags

  /// Makes the message.
  public init(name: [UInt8], flags: WireLoadFlags) {
    self.name = name
    self.flags = flags
  }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 2)
    writer.write(bytes: name)
    writer.write(unsigned: UInt64(flags.rawValue))
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 2)
    name = try reader.readBytes()
    let start = reader.offset
    flags = WireLoadFlags(rawValue: try reader.readUnsigned(UInt32.self))
    guard flags.isSubset(of: .known) else { throw .unexpectedItem(offset: start) }
  }
}

/// `[library, path]`: the loaded library's number, and the file that the loader chose.
public struct LoadedMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .loaded }
  /// The library's number in this session, from 1.
  public var library: UInt32
  /// The file that was loaded.
  public var path: [UInt8]

  /// Makes the message.
  public init(library: UInt32, path: [UInt8]) {
    self.library = library
    self.path = path
  }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 2)
    writer.write(unsigned: UInt64(library))
    writer.write(bytes: path)
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 2)
    library = try reader.readUnsigned(UInt32.self)
    path = try reader.readBytes()
  }
}

/// `[library, name]`: asks for a symbol's address.
///
/// Library 0 is all of them in order of loading.
public struct ResolveMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .resolve }
  /// The library's number, or 0.
  public var library: UInt32
  /// The symbol's name.
  public var name: String

  /// Makes the message.
  public init(library: UInt32, name: String) {
    self.library = library
    self.name = name
  }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 2)
    writer.write(unsigned: UInt64(library))
    writer.write(text: name)
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 2)
    library = try reader.readUnsigned(UInt32.self)
    name = try reader.readText()
  }
}

/// `[address]`: where a symbol lies.
public struct ResolvedMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .resolved }
  /// The address in the helper.
  public var address: UInt64

  /// Makes the message.
  public init(address: UInt64) { self.address = address }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 1)
    writer.write(unsigned: address)
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 1)
    address = try reader.readUnsigned()
  }
}
