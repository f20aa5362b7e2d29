extension BridgeError {
  /// What kind of thing went wrong.
  public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The code's name.
    public let rawValue: String

    /// Makes a code from its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The code's name.
    public var description: String { rawValue }
  }
}

extension BridgeError.Code {
  private init(_ name: String) { self.init(rawValue: name) }

  /// No file has the library's name, or none is where it was looked for.
  public static let libraryNotFound = Self("libraryNotFound")
  /// The file is there, and is not a shared library.
  public static let notASharedLibrary = Self("notASharedLibrary")
  /// The library is for another architecture than the helper.
  public static let wrongArchitecture = Self("wrongArchitecture")
  /// A library that the library needs is not there.
  public static let dependencyMissing = Self("dependencyMissing")
  /// The loader refused the library for another reason, which the message gives.
  public static let libraryNotLoaded = Self("libraryNotLoaded")
  /// The library does not export the function.
  public static let symbolNotFound = Self("symbolNotFound")
  /// A text of C declarations cannot be read.
  public static let invalidDeclaration = Self("invalidDeclaration")
  /// The library has no debug information that signatures could be read from.
  public static let noSignatures = Self("noSignatures")
  /// A call has more or fewer arguments than the function's declaration.
  public static let argumentCount = Self("argumentCount")
  /// An argument, or the result that was asked for, is of another kind than the declaration says.
  public static let typeMismatch = Self("typeMismatch")
  /// A number does not fit the C type that it becomes.
  public static let valueOutOfRange = Self("valueOutOfRange")
  /// A text cannot be written or read in its encoding.
  public static let invalidText = Self("invalidText")
  /// What a call returns cannot be known: its result is neither declared nor stated.
  public static let unstatedResult = Self("unstatedResult")
  /// A null pointer came back where a value was asked for.
  public static let unexpectedNull = Self("unexpectedNull")
  /// The declaration uses a type that cannot cross.
  public static let unsupportedType = Self("unsupportedType")
  /// The helper's memory cannot be read or written there.
  public static let badAddress = Self("badAddress")
  /// Something is longer than its limit, or than the helper's memory.
  public static let tooLarge = Self("tooLarge")
  /// There is no helper for the architecture.
  public static let helperNotFound = Self("helperNotFound")
  /// The helper's program could not be started, or ended before it was ready.
  public static let helperNotStarted = Self("helperNotStarted")
  /// The helper speaks another version, or is for another architecture.
  public static let helperIncompatible = Self("helperIncompatible")
  /// The client is to start warm, from a helper that was made for another library or configuration.
  public static let warmHelperMismatch = Self("warmHelperMismatch")
  /// The kernel does not offer what the configuration's confinement promises; there is no session.
  public static let confinementUnavailable = Self("confinementUnavailable")
  /// A function has written beside the memory that an argument leads to; the session goes on.
  ///
  /// Found where `guardsBuffers` is set. What is used past an argument's end mostly ends the helper:
  /// `.helperEnded`.
  public static let bufferOverrun = Self("bufferOverrun")
  /// The function has thrown an exception, which `exception` tells of; the session goes on.
  public static let exceptionThrown = Self("exceptionThrown")
  /// A server of the user's own has thrown an error, whose name is `serverErrorName`; the session goes on.
  public static let serverError = Self("serverError")
  /// A server has no such function or property, or takes other arguments; nothing was called.
  public static let wrongRequest = Self("wrongRequest")
  /// The helper ended during a session.
  public static let helperEnded = Self("helperEnded")
  /// The helper sent something that makes no sense; it has been ended.
  public static let protocolViolation = Self("protocolViolation")
  /// The call took longer than its limit; the message says whether it ran, and what became of the
  /// helper.
  public static let timedOut = Self("timedOut")
  /// The task that made the call was cancelled; the message says whether the call ran.
  public static let cancelled = Self("cancelled")
  /// The client cannot be restarted from here, or at all; it goes on as it is.
  public static let notRestartable = Self("notRestartable")
  /// The session has been closed.
  public static let sessionClosed = Self("sessionClosed")
  /// A function returned a status that means failure.
  public static let failureStatus = Self("failureStatus")
  /// A closure that the library called threw an error, or was called when it could not be.
  public static let callbackFailed = Self("callbackFailed")
  /// A result was asked for of a call in a batch that has not been made.
  public static let callNotMade = Self("callNotMade")
  /// The system refused something that a session needs.
  public static let system = Self("system")
}
