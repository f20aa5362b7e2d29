/// The protocol's versions.
public enum ProtocolVersion {
  /// The oldest version that this code speaks.
  public static let oldest: UInt16 = 1
  /// The newest version that this code speaks.
  public static let newest: UInt16 = 1

  /// The newest version in both ranges, or nil where they do not meet.
  public static func agreed(
    oldest theirOldest: UInt16, newest theirNewest: UInt16
  ) -> UInt16? {
    let low = theirOldest > oldest ? theirOldest : oldest
    let high = theirNewest < newest ? theirNewest : newest
    return low <= high ? high : nil
  }
}

/// `[oldest, newest]`: the versions that the controller speaks.
///
/// Its form never changes.
public struct HelloMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .hello }
  /// The oldest version.
  public var oldestVersion: UInt16
  /// The newest version.
  public var newestVersion: UInt16

  /// Makes the message, by default with the versions that this code speaks.
  public init(
    oldestVersion: UInt16 = ProtocolVersion.oldest, newestVersion: UInt16 = ProtocolVersion.newest
  ) {
    self.oldestVersion = oldestVersion
    self.newestVersion = newestVersion
  }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 2)
    writer.write(unsigned: UInt64(oldestVersion))
    writer.write(unsigned: UInt64(newestVersion))
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 2)
    oldestVersion = try reader.readUnsigned(UInt16.self)
    newestVersion = try reader.readUnsigned(UInt16.self)
  }
}

/// `[oldest, newest, version, machine, pointerByteCount]`: what the helper is and speaks.
///
/// A version of 0 says that the ranges do not meet; the helper ends after it.
public struct WelcomeMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .welcome }
  /// The oldest version that the helper speaks.
  public var oldestVersion: UInt16
  /// The newest version that the helper speaks.
  public var newestVersion: UInt16
  /// The version that the session uses from here on.
  public var version: UInt16
  /// The helper's machine number, as in ELF files.
  public var machine: UInt16
  /// The width of the helper's pointers.
  public var pointerByteCount: UInt8

  /// Makes the message.
  public init(
    oldestVersion: UInt16 = ProtocolVersion.oldest, newestVersion: UInt16 = ProtocolVersion.newest,
    version: UInt16, machine: UInt16, pointerByteCount: UInt8
  ) {
    self.oldestVersion = oldestVersion
    self.newestVersion = newestVersion
    self.version = version
    self.machine = machine
    self.pointerByteCount = pointerByteCount
  }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 5)
    writer.write(unsigned: UInt64(oldestVersion))
    writer.write(unsigned: UInt64(newestVersion))
    writer.write(unsigned: UInt64(version))
    writer.write(unsigned: UInt64(machine))
    writer.write(unsigned: UInt64(pointerByteCount))
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 5)
    oldestVersion = try reader.readUnsigned(UInt16.self)
    newestVersion = try reader.readUnsigned(UInt16.self)
    version = try reader.readUnsigned(UInt16.self)
    machine = try reader.readUnsigned(UInt16.self)
    pointerByteCount = try reader.readUnsigned(UInt8.self)
  }
}
