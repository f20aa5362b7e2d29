internal import ArchBridgeObjectFiles
@_exported public import ArchBridgeTransport

/// What went wrong between a program and a library: the one error that this module throws.
///
/// `code` tells what to do about it, `message` what to show. Codes are open: a newer version may
/// add some, so that a `switch` over them needs a `default`.
public struct BridgeError: Error, Equatable, Sendable, CustomStringConvertible {
  private struct Fields: Sendable {
    let code: Code
    let message: String
    var symbol: String?
    var library: String?
    var end: HelperEnd?
    var status: Int64?
    var errno: Int32?
    var inputIndex: Int?
    var underlyingError: (any Error)?
    var exception: LibraryException?
    var serverErrorName: String?
  }

  /// The fields in a place of their own: every function that may throw has room for an error in its
  /// frame, and calls nest in closures as deep as the stack allows.
  private indirect enum Box: Sendable {
    case fields(Fields)
  }

  private var box: Box

  private var fields: Fields {
    get {
      switch box {
      case .fields(let fields): fields
      }
    }
    set { box = .fields(newValue) }
  }

  /// What kind of thing went wrong.
  public var code: Code { fields.code }

  /// What happened, and what to do about it, in one sentence or two.
  public var message: String { fields.message }

  /// The function that was being called or looked up, if any.
  public var symbol: String? {
    get { fields.symbol }
    set { fields.symbol = newValue }
  }

  /// The library that was being loaded or called, as the caller named it, if any.
  public var library: String? {
    get { fields.library }
    set { fields.library = newValue }
  }

  /// How the helper ended, and what is known of why.
  var end: HelperEnd? {
    get { fields.end }
    set { fields.end = newValue }
  }

  /// The status that the function returned, where a status says that it failed.
  public var status: Int64? {
    get { fields.status }
    set { fields.status = newValue }
  }

  /// C's `errno` after the function, where its declaration says that it gives the reason.
  public var errno: Int32? {
    get { fields.errno }
    set { fields.errno = newValue }
  }

  /// Which of a pool's inputs the work was for, counted from 0, where a pool's work failed.
  public var inputIndex: Int? {
    get { fields.inputIndex }
    set { fields.inputIndex = newValue }
  }

  /// What a closure of the caller's threw, where that is the reason.
  public var underlyingError: (any Error)? {
    get { fields.underlyingError }
    set { fields.underlyingError = newValue }
  }

  /// The name of the error that a server of the user's own has thrown, where that is the reason.
  public var serverErrorName: String? {
    get { fields.serverErrorName }
    set { fields.serverErrorName = newValue }
  }

  /// What the function threw, where that is the reason.
  public var exception: LibraryException? {
    get { fields.exception }
    set { fields.exception = newValue }
  }

  /// Makes an error.
  public init(_ code: Code, _ message: String, symbol: String? = nil, library: String? = nil) {
    box = .fields(Fields(code: code, message: message, symbol: symbol, library: library))
  }

  /// What a closure threw.
  init(callbackError error: any Error) {
    self.init(.callbackFailed, "a callback failed: \(error)")
    underlyingError = error
  }

  /// How the helper ended, where its end is the reason.
  public var exitStatus: HelperExitStatus? {
    get { code == .timedOut ? nil : end?.status }
    set { end = newValue.map { HelperEnd($0, crash: end?.crash) } }
  }

  /// What is known of the helper's end, where that is the reason: where it happened, during which
  /// call, and what the library wrote last.
  ///
  /// Where a call has been ended by its limit it tells where the call was, if the helper could still say
  /// so. Errors that come after it, because there is no session any more, have it
  /// too.
  public var crash: CrashReport? { end?.crash.map { CrashReport(storage: $0) } }

  /// Whether both say the same; what a closure threw is compared by its description.
  public static func == (left: BridgeError, right: BridgeError) -> Bool {
    left.code == right.code && left.message == right.message && left.symbol == right.symbol
      && left.library == right.library && left.exitStatus == right.exitStatus
      && left.status == right.status && left.errno == right.errno
      && left.inputIndex == right.inputIndex && left.exception == right.exception
      && left.underlyingError.map { "\($0)" } == right.underlyingError.map { "\($0)" }
  }

  /// The message, after the input and the function that it is about.
  public var description: String {
    let input = inputIndex.map { "inputs[\($0)]: " } ?? ""
    let message = serverErrorName.map { "\($0): \(self.message)" } ?? self.message
    guard let symbol else { return input + message }
    let rest = message.dropFirst(symbol.count)
    // A message may begin with the function; of an exception it begins with another word.
    guard exception == nil, serverErrorName == nil, message.hasPrefix(symbol),
      rest.first?.isPartOfName != true
    else {
      return "\(input)\(symbol.abridged()): \(message)"
    }
    return input + symbol.abridged() + rest
  }
}

extension Character {
  /// Whether a name goes on with this character.
  fileprivate var isPartOfName: Bool { isLetter || isNumber || self == "_" || self == "'" }
}
