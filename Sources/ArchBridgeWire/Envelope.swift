/// One request or reply: a kind, the number that pairs it with its counterpart, and a body.
public struct Envelope: Equatable, Sendable {
  /// What the body is.
  public var kind: EnvelopeKind
  /// The protocol version that the body is written in; 0 before one has been agreed on.
  public var version: UInt16
  /// The request's number; its reply carries the same.
  public var sequence: UInt64
  /// The contents, whose form the kind tells.
  public var body: [UInt8]
  /// The helper's thread that sends the envelope, or is to take it: 0 is the main thread.
  public var thread: UInt32

  /// Makes an envelope.
  public init(
    kind: EnvelopeKind, version: UInt16, sequence: UInt64, body: [UInt8], thread: UInt32 = 0
  ) {
    self.kind = kind
    self.version = version
    self.sequence = sequence
    self.body = body
    self.thread = thread
  }

  /// The envelope's bytes: header, then body.
  ///
  /// A body of more than `EnvelopeHeader.bodyLimit` bytes gives what every receiver refuses.
  public var encoded: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(EnvelopeHeader.byteCount + body.count)
    header.write(to: &bytes)
    bytes.append(contentsOf: body)
    return bytes
  }

  /// The envelope's header.
  public var header: EnvelopeHeader {
    EnvelopeHeader(
      kind: kind, version: version, sequence: sequence, bodyByteCount: UInt32(clamping: body.count),
      thread: thread)
  }

  /// Makes the envelope that has this header and this body.
  public init(header: EnvelopeHeader, body: [UInt8]) {
    self.init(
      kind: header.kind, version: header.version, sequence: header.sequence, body: body,
      thread: header.thread)
  }
}

/// What an envelope's body is.
///
/// Open: a kind that is not known is refused, not misread.
public struct EnvelopeKind: RawRepresentable, Hashable, Sendable {
  /// The number on the wire.
  public let rawValue: UInt16

  /// Makes a kind from its number.
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The controller's first envelope: the versions that it speaks.
  @inlinable public static var hello: EnvelopeKind { EnvelopeKind(rawValue: 1) }
  /// The helper's answer to `hello`.
  @inlinable public static var welcome: EnvelopeKind { EnvelopeKind(rawValue: 2) }
  /// Loads a library.
  @inlinable public static var load: EnvelopeKind { EnvelopeKind(rawValue: 3) }
  /// The answer to `load`.
  @inlinable public static var loaded: EnvelopeKind { EnvelopeKind(rawValue: 4) }
  /// Asks for a symbol's address.
  @inlinable public static var resolve: EnvelopeKind { EnvelopeKind(rawValue: 5) }
  /// The answer to `resolve`.
  @inlinable public static var resolved: EnvelopeKind { EnvelopeKind(rawValue: 6) }
  /// Calls a function.
  @inlinable public static var call: EnvelopeKind { EnvelopeKind(rawValue: 7) }
  /// The answer to `call`.
  @inlinable public static var returned: EnvelopeKind { EnvelopeKind(rawValue: 8) }
  /// Reads memory.
  @inlinable public static var readMemory: EnvelopeKind { EnvelopeKind(rawValue: 9) }
  /// The answer to `readMemory`.
  @inlinable public static var memory: EnvelopeKind { EnvelopeKind(rawValue: 10) }
  /// Writes memory.
  @inlinable public static var writeMemory: EnvelopeKind { EnvelopeKind(rawValue: 11) }
  /// The answer to `writeMemory`.
  @inlinable public static var written: EnvelopeKind { EnvelopeKind(rawValue: 12) }
  /// The answer to a request that was not carried out.
  @inlinable public static var failure: EnvelopeKind { EnvelopeKind(rawValue: 13) }
  /// Makes a function of the controller's callable until it is unregistered.
  @inlinable public static var register: EnvelopeKind { EnvelopeKind(rawValue: 14) }
  /// The answer to `register`.
  @inlinable public static var registered: EnvelopeKind { EnvelopeKind(rawValue: 15) }
  /// Ends a registration.
  @inlinable public static var unregister: EnvelopeKind { EnvelopeKind(rawValue: 16) }
  /// The answer to `unregister`.
  @inlinable public static var unregistered: EnvelopeKind { EnvelopeKind(rawValue: 17) }
  /// The helper's request to call a function of the controller's.
  @inlinable public static var callback: EnvelopeKind { EnvelopeKind(rawValue: 18) }
  /// The answer to `callback`.
  @inlinable public static var calledBack: EnvelopeKind { EnvelopeKind(rawValue: 19) }
  /// Reads an array of strings.
  @inlinable public static var readTexts: EnvelopeKind { EnvelopeKind(rawValue: 20) }
  /// The answer to `readTexts`.
  @inlinable public static var texts: EnvelopeKind { EnvelopeKind(rawValue: 21) }
  /// Makes a function ready to be called by a number.
  @inlinable public static var prepare: EnvelopeKind { EnvelopeKind(rawValue: 22) }
  /// The answer to `prepare`.
  @inlinable public static var prepared: EnvelopeKind { EnvelopeKind(rawValue: 23) }
  /// Calls a prepared function.
  @inlinable public static var invoke: EnvelopeKind { EnvelopeKind(rawValue: 24) }
  /// The answer to `invoke`.
  @inlinable public static var result: EnvelopeKind { EnvelopeKind(rawValue: 25) }
  /// As `callback`, where all values are numbers.
  @inlinable public static var callbackNumbers: EnvelopeKind { EnvelopeKind(rawValue: 26) }
  /// The answer to `callbackNumbers`.
  @inlinable public static var calledBackNumbers: EnvelopeKind { EnvelopeKind(rawValue: 27) }
  /// Calls prepared functions one after another.
  @inlinable public static var batch: EnvelopeKind { EnvelopeKind(rawValue: 28) }
  /// The answer to `batch`.
  @inlinable public static var results: EnvelopeKind { EnvelopeKind(rawValue: 29) }
  /// Maps a piece of the file that both sides share.
  @inlinable public static var map: EnvelopeKind { EnvelopeKind(rawValue: 30) }
  /// The answer to `map`.
  @inlinable public static var mapped: EnvelopeKind { EnvelopeKind(rawValue: 31) }
  /// Ends a mapping.
  @inlinable public static var unmap: EnvelopeKind { EnvelopeKind(rawValue: 32) }
  /// The answer to `unmap`.
  @inlinable public static var unmapped: EnvelopeKind { EnvelopeKind(rawValue: 33) }
  /// Confines the helper for good.
  @inlinable public static var confine: EnvelopeKind { EnvelopeKind(rawValue: 36) }
  /// The answer to `confine`.
  @inlinable public static var confined: EnvelopeKind { EnvelopeKind(rawValue: 37) }
  /// Has a thread stand by that makes calls beside the one that is under way.
  @inlinable public static var standBy: EnvelopeKind { EnvelopeKind(rawValue: 38) }
  /// The answer to `standBy`.
  @inlinable public static var standingBy: EnvelopeKind { EnvelopeKind(rawValue: 39) }
  /// Guards the memory that calls lend.
  @inlinable public static var guardBuffers: EnvelopeKind { EnvelopeKind(rawValue: 40) }
  /// The answer to `guardBuffers`.
  @inlinable public static var guardedBuffers: EnvelopeKind { EnvelopeKind(rawValue: 41) }
  /// Starts the helper's own server.
  @inlinable public static var startServer: EnvelopeKind { EnvelopeKind(rawValue: 42) }
  /// The answer to `startServer`.
  @inlinable public static var serverStarted: EnvelopeKind { EnvelopeKind(rawValue: 43) }
  /// Asks a server for one of its members.
  @inlinable public static var request: EnvelopeKind { EnvelopeKind(rawValue: 44) }
  /// The answer to `request`.
  @inlinable public static var answer: EnvelopeKind { EnvelopeKind(rawValue: 45) }
}
