/// `[restrictions, newestLandlock, writable, readable, limits]`: confines the helper for good.
///
/// One that asks for nothing asks only what has been refused so far.
public struct ConfineMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .confine }
  /// What the helper is kept from, as a sum.
  public var restrictions: UInt32
  /// The newest version of Landlock to use; 0 for the kernel's own.
  public var newestLandlock: UInt32
  /// The files and folders that can be changed.
  public var writable: [[UInt8]]
  /// The files and folders that can be read.
  public var readable: [[UInt8]]
  /// The limits in their order; `UInt64.max` where there is none.
  public var limits: [UInt64]

  /// How many limits there are.
  public static let limitCount = 5
  /// How many paths each list can have.
  public static let pathLimit = 1_024

  /// Makes the message.
  public init(
    restrictions: UInt32, newestLandlock: UInt32 = 0, writable: [[UInt8]] = [],
    readable: [[UInt8]] = [], limits: [UInt64] = .init(repeating: .max, count: limitCount)
  ) {
    self.restrictions = restrictions
    self.newestLandlock = newestLandlock
    self.writable = writable
    self.readable = readable
    self.limits = limits
  }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 5)
    writer.write(unsigned: UInt64(restrictions))
    writer.write(unsigned: UInt64(newestLandlock))
    Self.write(writable, to: &writer)
    Self.write(readable, to: &writer)
    writer.beginArray(count: limits.count)
    for limit in limits { writer.write(unsigned: limit) }
  }

  private static func write(_ paths: [[UInt8]], to writer: inout CBORWriter) {
    writer.beginArray(count: paths.count)
    for path in paths { writer.write(bytes: path) }
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 5)
    restrictions = try reader.readUnsigned(UInt32.self)
    newestLandlock = try reader.readUnsigned(UInt32.self)
    writable = try Self.readPaths(&reader)
    readable = try Self.readPaths(&reader)
    try reader.readArray(count: Self.limitCount)
    limits = []
    for _ in 0..<Self.limitCount { limits.append(try reader.readUnsigned()) }
  }

  private static func readPaths(_ reader: inout CBORReader) throws(CBORError) -> [[UInt8]] {
    let start = reader.offset
    let count = try reader.readArray()
    guard count <= pathLimit else { throw .unexpectedItem(offset: start) }
    var paths: [[UInt8]] = []
    for _ in 0..<count { paths.append(try reader.readBytes()) }
    return paths
  }
}

/// `[restrictions, limits, refusals]`: what the helper is confined to by this request, and what has
/// been refused in it so far.
public struct ConfinedMessage: Message, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .confined }
  /// The request's restrictions, all of which hold.
  public var restrictions: UInt32
  /// The request's limits, all of which hold.
  public var limits: [UInt64]
  /// Each system call that was refused: its number in the upper 16 bits, how often in the lower.
  public var refusals: [UInt32]

  /// How many refusals there can be.
  public static let refusalLimit = 12

  /// Makes the message.
  public init(restrictions: UInt32, limits: [UInt64], refusals: [UInt32]) {
    self.restrictions = restrictions
    self.limits = limits
    self.refusals = refusals
  }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 3)
    writer.write(unsigned: UInt64(restrictions))
    writer.beginArray(count: limits.count)
    for limit in limits { writer.write(unsigned: limit) }
    writer.beginArray(count: refusals.count)
    for refusal in refusals { writer.write(unsigned: UInt64(refusal)) }
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 3)
    restrictions = try reader.readUnsigned(UInt32.self)
    try reader.readArray(count: ConfineMessage.limitCount)
    limits = []
    for _ in 0..<ConfineMessage.limitCount { limits.append(try reader.readUnsigned()) }
    let start = reader.offset
    let count = try reader.readArray()
    guard count <= Self.refusalLimit else { throw .unexpectedItem(offset: start) }
    refusals = []
    for _ in 0..<count { refusals.append(try reader.readUnsigned(UInt32.self)) }
  }
}
