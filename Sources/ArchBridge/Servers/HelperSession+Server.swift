internal import ArchBridgeABI
internal import ArchBridgeCodable
internal import ArchBridgeWire
internal import Glibc
internal import Synchronization

/// Requests to the server of the user's own that runs in the helper.
extension HelperSession {
  /// Starts the server, and returns the library that it has loaded.
  func start(_ server: ServerStart) throws(BridgeError) -> Library {
    let name = server.program.name
    let message = StartServerMessage(
      arguments: server.arguments.map { .init(name: $0.name, item: $0.item) })
    let started: ServerStartedMessage
    do throws(ExchangeError) {
      let body = try exchange(message, expecting: .serverStarted, replyLimit: Self.interfaceLimit)
      guard let answer = try? ServerStartedMessage(decoding: body) else {
        throw ExchangeError.bridge(
          rejected("what it says of its server makes no sense", symbol: nil))
      }
      started = answer
    } catch {
      throw notStarted(error, name)
    }
    serverInterface.withLock { $0 = ServerInterface(name: name, started.members) }
    let path = printable(started.libraryPath)
    let library = Library(
      session: self, number: path.isEmpty ? 0 : 1, libraryName: path.isEmpty ? name : path,
      libraryPath: path)
    if !path.isEmpty { libraries.withLock { $0.append(LoadedLibrary(library)) } }
    return library
  }

  /// How long what a server says of itself can be.
  private static var interfaceLimit: Int { 1 << 22 }

  private func notStarted(_ error: ExchangeError, _ name: String) -> BridgeError {
    if case .refused(let failure) = error, failure.code == .unexpectedRequest {
      return BridgeError(
        .helperIncompatible,
        "\(name) is a helper without a server: \(printable(failure.text)); build it with the plugin, "
          + "or with `archbridge build-server`", library: name)
    }
    var result = self.error(error, library: name)
    if result.code == .helperEnded {
      let end = result.end
      result = BridgeError(.helperEnded, "the server \(name) did not start: \(result.message)")
      result.end = end
    }
    result.library = name
    return result
  }

  /// What the server offers.
  var interface: ServerInterface {
    get throws(BridgeError) {
      if let interface = serverInterface.withLock({ $0 }) { return interface }
      throw BridgeError(
        .wrongRequest, "the client's helper has no server of its own; make the client of a server")
    }
  }

  // MARK: Requests

  /// Asks for a member, and returns what it gives.
  func ask(
    _ member: ServerMember, _ arguments: [EncodedArgument], isSetting: Bool = false
  ) throws(BridgeError) -> [UInt8] {
    if member.kind != .function, !isSetting, !arguments.isEmpty {
      throw BridgeError(
        .wrongRequest, "it is a property, and takes no arguments: \(member.spelling)",
        symbol: member.name)
    }
    // The server may call them until it answers.
    defer { for closure in arguments.compactMap(\.closure) { try? unregister(closure.id) } }
    let message = RequestMessage(
      member: member.number, isSetting: isSetting,
      arguments: try ServerInterface.ordered(arguments, for: member))
    var callbackError: BridgeError?
    do throws(ExchangeError) {
      let answer = try exchange(
        message, expecting: .answer, replyLimit: EnvelopeHeader.bodyLimit, symbol: member.name,
        callbackError: &callbackError)
      if let callbackError { throw ExchangeError.bridge(callbackError) }
      return answer
    } catch {
      // The first of two reasons is the closure's.
      if case .refused = error, let callbackError { throw named(callbackError, member.name) }
      var failure = named(self.error(error, symbol: member.name), member.name)
      let wire = WireText(encoding: configuration.textEncoding)
      failure.end?.crash?.note(
        arguments: message.arguments.map { wire.text(item: $0) }, of: member.name)
      // What Swift's traps are on these processors.
      if let end = failure.end, end.crash?.signal == SIGILL {
        failure = BridgeError(
          failure.code,
          failure.message
            + "; if it is a trap of Swift's, as for an overflow, an index or a nil, a debugger "
            + "shows where in a test with `in: .process`", symbol: member.name,
          library: failure.library)
        failure.end = end
      }
      throw failure
    }
  }

  /// Asks for a member, and returns the value that it gives.
  func value<Value: Decodable>(
    of member: ServerMember, _ arguments: [EncodedArgument], as type: Value.Type = Value.self
  ) throws(BridgeError) -> Value {
    do throws(BridgeError) {
      try member.checkResult(type)
    } catch {
      // They are nobody's now.
      for closure in arguments.compactMap(\.closure) { try? unregister(closure.id) }
      throw error
    }
    let answer = try ask(member, arguments)
    do {
      return try CBORDecoder().decode(type, from: answer)
    } catch {
      var failure = BridgeError(
        .typeMismatch,
        "it gives \(printable(Array(member.result.type.utf8))), which is no \(type)\((error as? DecodingError)?.place ?? ""): "
          + "it is \(member.spelling)", symbol: member.name)
      failure.underlyingError = error
      throw failure
    }
  }

  func encoded(
    _ arguments: KeyValuePairs<String, any Encodable & Sendable>
  ) throws(BridgeError) -> [EncodedArgument] {
    var encoded: [EncodedArgument] = []
    for (name, value) in arguments { encoded.append(try self.encoded(name, value)) }
    return encoded
  }

  func encoded(
    _ name: String, _ value: any Encodable & Sendable
  ) throws(BridgeError) -> EncodedArgument {
    guard let callback = value as? ServerCallback else { return try EncodedArgument(name, value) }
    let closure = try register(callback)
    return try EncodedArgument(name, closure.address.rawValue, closure: closure)
  }

  /// The error that a server has thrown.
  @inline(never) func serverError(_ failure: FailureMessage, _ symbol: String?) -> BridgeError {
    guard let message = try? ExceptionMessage(decoding: failure.text) else {
      return rejected("it tells of an error that cannot be", symbol: symbol)
    }
    let name = printable(message.type)
    var error = BridgeError(
      .serverError, printable(message.text ?? []), symbol: symbol)
    error.serverErrorName = name
    error.inputIndex = message.callCount.map { Int($0) }
    return error
  }
}

extension EncodedArgument {
  init(
    _ name: String, _ value: any Encodable & Sendable, closure: RegisteredCallback? = nil
  ) throws(BridgeError) {
    do {
      self.init(name: name, item: try CBOREncoder().encode(value), closure: closure)
    } catch {
      var failure = BridgeError(
        .typeMismatch,
        "the argument \(name.isEmpty ? "" : "'\(name)' ")cannot cross: \(Self.reason(error))")
      failure.underlyingError = error
      throw failure
    }
  }

  /// What is wrong with a value, which may be too long to be shown itself.
  private static func reason(_ error: any Error) -> String {
    if case EncodingError.invalidValue(_, let context) = error { return context.debugDescription }
    return "\(error)"
  }
}

extension DecodingError {
  /// Where in a value something is wrong, and what: ` (at scale.unit: …)`.
  fileprivate var place: String {
    let context: Context
    switch self {
    case .typeMismatch(_, let known), .valueNotFound(_, let known), .keyNotFound(_, let known),
      .dataCorrupted(let known):
      context = known
    @unknown default: return ""
    }
    let path = context.codingPath.prefix(16).map {
      $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)"
    }.joined()
    let place = path.isEmpty ? "" : "at \(path.hasPrefix(".") ? String(path.dropFirst()) : path): "
    return " (" + printable(Array((place + context.debugDescription).utf8)) + ")"
  }
}

extension ServerMember {
  /// Checks what a prepared function is to take and to give.
  func check(
    _ kinds: [PreparedKind], _ result: ResultKind, _ type: String
  ) throws(BridgeError) {
    let fits =
      kind == .function && kinds.count == parameters.count
      && zip(kinds, parameters).allSatisfy { $0.slotType != nil && $0.slotType == $1.slotType }
      && result.slotType != nil && result.slotType == self.result.slotType
    guard fits else {
      throw BridgeError(
        .typeMismatch,
        "it is \(spelling), and not \(type); only functions of numbers of fixed width are prepared, "
          + "others are called by name", symbol: name)
    }
  }
}

extension PreparedKind {
  /// The form of numbers of fixed width.
  fileprivate var slotType: WireType? {
    if case .scalar(let scalar) = content { scalar.type } else { nil }
  }
}

extension ResultKind {
  /// The form of numbers of fixed width.
  fileprivate var slotType: WireType? {
    if case .scalar(let scalar) = content { scalar.type } else { nil }
  }
}
