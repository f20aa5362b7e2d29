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
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The controller's first envelope: the versions that it speaks.
  public static let hello = EnvelopeKind(rawValue: 1)
  /// The helper's answer to `hello`.
  public static let welcome = EnvelopeKind(rawValue: 2)
  /// Loads a library.
  public static let load = EnvelopeKind(rawValue: 3)
  /// The answer to `load`.
  public static let loaded = EnvelopeKind(rawValue: 4)
  /// Asks for a symbol's address.
  public static let resolve = EnvelopeKind(rawValue: 5)
  /// The answer to `resolve`.
  public static let resolved = EnvelopeKind(rawValue: 6)
  /// Calls a function.
  public static let call = EnvelopeKind(rawValue: 7)
  /// The answer to `call`.
  public static let returned = EnvelopeKind(rawValue: 8)
  /// Reads memory.
  public static let readMemory = EnvelopeKind(rawValue: 9)
  /// The answer to `readMemory`.
  public static let memory = EnvelopeKind(rawValue: 10)
  /// Writes memory.
  public static let writeMemory = EnvelopeKind(rawValue: 11)
  /// The answer to `writeMemory`.
  public static let written = EnvelopeKind(rawValue: 12)
  /// The answer to a request that was not carried out.
  public static let failure = EnvelopeKind(rawValue: 13)
  /// Makes a function of the controller's callable until it is unregistered.
  public static let register = EnvelopeKind(rawValue: 14)
  /// The answer to `register`.
  public static let registered = EnvelopeKind(rawValue: 15)
  /// Ends a registration.
  public static let unregister = EnvelopeKind(rawValue: 16)
  /// The answer to `unregister`.
  public static let unregistered = EnvelopeKind(rawValue: 17)
  /// The helper's request to call a function of the controller's.
  public static let callback = EnvelopeKind(rawValue: 18)
  /// The answer to `callback`.
  public static let calledBack = EnvelopeKind(rawValue: 19)
  /// Reads an array of strings.
  public static let readTexts = EnvelopeKind(rawValue: 20)
  /// The answer to `readTexts`.
  public static let texts = EnvelopeKind(rawValue: 21)
  /// Makes a function ready to be called by a number.
  public static let prepare = EnvelopeKind(rawValue: 22)
  /// The answer to `prepare`.
  public static let prepared = EnvelopeKind(rawValue: 23)
  /// Calls a prepared function.
  public static let invoke = EnvelopeKind(rawValue: 24)
  /// The answer to `invoke`.
  public static let result = EnvelopeKind(rawValue: 25)
  /// As `callback`, where all values are numbers.
  public static let callbackNumbers = EnvelopeKind(rawValue: 26)
  /// The answer to `callbackNumbers`.
  public static let calledBackNumbers = EnvelopeKind(rawValue: 27)
  /// Calls prepared functions one after another.
  public static let batch = EnvelopeKind(rawValue: 28)
  /// The answer to `batch`.
  public static let results = EnvelopeKind(rawValue: 29)
  /// Maps a piece of the file that both sides share.
  public static let map = EnvelopeKind(rawValue: 30)
  /// The answer to `map`.
  public static let mapped = EnvelopeKind(rawValue: 31)
  /// Ends a mapping.
  public static let unmap = EnvelopeKind(rawValue: 32)
  /// The answer to `unmap`.
  public static let unmapped = EnvelopeKind(rawValue: 33)
}
