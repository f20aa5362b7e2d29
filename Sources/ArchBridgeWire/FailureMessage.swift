/// What kept the helper from carrying out a request.
public struct FailureCode: RawRepresentable, Hashable, Sendable {
  /// The number on the wire.
  public let rawValue: UInt16

  /// Makes a code from its number.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The request's body cannot be read.
  public static let malformedRequest = FailureCode(rawValue: 1)
  /// The helper does not know this kind of request, or not at this point.
  public static let unexpectedRequest = FailureCode(rawValue: 2)
  /// The loader refused the library; the text is the loader's.
  public static let libraryNotLoaded = FailureCode(rawValue: 3)
  /// No library has this symbol.
  public static let symbolNotFound = FailureCode(rawValue: 4)
  /// No library has this number.
  public static let noSuchLibrary = FailureCode(rawValue: 5)
  /// The memory at this address cannot be read or written.
  public static let badAddress = FailureCode(rawValue: 6)
  /// The helper has not enough memory.
  public static let outOfMemory = FailureCode(rawValue: 7)
  /// A value does not fit the helper's pointers or limits.
  public static let outOfRange = FailureCode(rawValue: 8)
  /// The call cannot be made with these types.
  public static let unsupportedCall = FailureCode(rawValue: 9)
  /// A text has no NUL within its limit.
  public static let textTooLong = FailureCode(rawValue: 10)
  /// The helper cannot be confined so; the text says what is lacking.
  public static let confinementUnavailable = FailureCode(rawValue: 11)
  /// The function has written beside guarded memory; the text is an `OverrunMessage`.
  public static let bufferOverrun = FailureCode(rawValue: 12)
  /// The function has thrown an exception; the text is an `ExceptionMessage`.
  public static let exceptionThrown = FailureCode(rawValue: 13)
  /// A server has thrown an error of its own; the text is an `ExceptionMessage`.
  public static let serverFailed = FailureCode(rawValue: 14)
  /// A server has no such member, or not with these arguments; the text says what is wrong.
  public static let wrongRequest = FailureCode(rawValue: 15)
}

/// `[code, text]`: why a request was not carried out.
public struct FailureMessage: Message, Error, Equatable, Sendable {
  /// The kind of envelope that carries it.
  public static var kind: EnvelopeKind { .failure }
  /// The reason.
  public var code: FailureCode
  /// The reason in words, as bytes: a loader's text need not be UTF-8.
  public var text: [UInt8]

  /// How long a failure's body can be that the controller waits for.
  public static let byteLimit = 8_192

  /// Makes the message.
  public init(_ code: FailureCode, _ text: [UInt8] = []) {
    self.code = code
    self.text = text
  }

  /// Appends the message to `writer`.
  public func write(to writer: inout CBORWriter) {
    writer.beginArray(count: 2)
    writer.write(unsigned: UInt64(code.rawValue))
    writer.write(bytes: text)
  }

  /// Reads the message.
  public init(from reader: inout CBORReader) throws(CBORError) {
    try reader.readArray(count: 2)
    code = FailureCode(rawValue: try reader.readUnsigned(UInt16.self))
    text = try reader.readBytes()
  }
}
