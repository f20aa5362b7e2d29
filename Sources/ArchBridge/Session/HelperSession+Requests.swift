internal import ArchBridgeABI
internal import ArchBridgeLibraryFiles
internal import ArchBridgeObjectFiles
internal import ArchBridgeTransport
internal import ArchBridgeWire
internal import Synchronization

/// The requests of a session, as Swift calls with Swift errors.
extension HelperSession {
  /// Loads a library, and keeps it in the order of loading.
  func load(
    _ name: String, at location: LibraryLocator.Location, flags: LoadFlags
  ) throws(BridgeError) -> (number: UInt32, path: String) {
    let message = LoadMessage(name: [UInt8](location.name.utf8), flags: flags.wireFlags)
    do throws(ExchangeError) {
      let body = try exchange(message, expecting: .loaded)
      let loaded = try decoded(body) { (body) throws(CBORError) in try LoadedMessage(decoding: body)
      }
      loads.withLock { loads in
        guard !loads.contains(where: { $0.number == loaded.library }) else { return }
        loads.append(
          LibraryLoad(number: loaded.library, name: name, location: location, flags: flags))
      }
      return (loaded.library, String(decoding: loaded.path, as: UTF8.self))
    } catch .refused(let failure) where failure.code == .libraryNotLoaded {
      throw archive.settle(
        explainedLoad(
          LoadFailure(
            text: printable(failure.text), requested: location, name: name,
            locator: LibraryLocator(
              architecture: configuration.architecture, searchPaths: configuration.searchPaths),
            findsDependenciesBesideLibrary: configuration.findsDependenciesBesideLibrary
          ).error))
    } catch .bridge(let error) where [.helperEnded, .timedOut].contains(error.code) {
      var named = BridgeError(
        error.code, "\(name) could not be loaded: \(error.message)", library: name)
      named.end = error.end
      throw named
    } catch {
      throw self.error(error, library: name)
    }
  }

  /// The address of a symbol.
  func resolve(_ name: String, in library: UInt32) throws(BridgeError) -> RemoteAddress {
    do throws(ExchangeError) {
      let message = ResolveMessage(library: library, name: name)
      let body = try exchange(message, expecting: .resolved)
      let resolved = try decoded(body) { (body) throws(CBORError) in
        try ResolvedMessage(decoding: body)
      }
      return RemoteAddress(rawValue: resolved.address)
    } catch {
      throw self.error(error, symbol: name)
    }
  }

  /// Makes a call; what its closures threw comes back beside its result.
  ///
  /// - Throws: `.unmade` where the session is at its end, and the call has not been made.
  func perform(_ call: PendingCall) throws(BridgeError) -> CallOutcome {
    let staging = try Staging(call, in: self)
    var ids: [UInt32] = []
    if !call.callbacks.isEmpty {
      listen()
      ids = callbacks.add(call.callbacks)
    }
    defer { callbacks.remove(ids) }
    let message = call.message(callbackIDs: ids, staging)
    var callbackError: BridgeError?
    do throws(ExchangeError) {
      let limit = ReturnedMessage.byteLimit(answering: message)
      let body = try exchange(
        message, expecting: .returned, replyLimit: limit, symbol: call.context.name,
        callbackError: &callbackError)
      let reply = try decoded(body, symbol: call.context.name) { (body) throws(CBORError) in
        try ReturnedMessage(decoding: body, answering: message)
      }
      return CallOutcome(
        reply: reply, callbackError: callbackError, memory: staging.returned(reply, to: call))
    } catch {
      if case .unmade = error { throw .unmade }
      // The first of two reasons is the closure's.
      if case .refused = error, let callbackError { throw callbackError }
      if case .refused(let failure) = error, failure.code == .bufferOverrun {
        throw overrun(failure, in: call)
      }
      let error = self.error(error, symbol: call.context.name)
      error.note(call.arguments, of: call.context.name)
      throw error
    }
  }

  /// Has the helper make a function.
  func register(_ callback: WireCallback) throws(BridgeError) -> RemoteAddress {
    do throws(ExchangeError) {
      let body = try exchange(RegisterMessage(callback: callback), expecting: .registered)
      let message = try decoded(body) { (body) throws(CBORError) in
        try RegisteredMessage(decoding: body)
      }
      return RemoteAddress(rawValue: message.address)
    } catch {
      throw self.error(error, symbol: nil)
    }
  }

  /// Has the helper end a function.
  func unregisterInHelper(_ id: UInt32) throws(BridgeError) {
    do throws(ExchangeError) {
      _ = try exchange(UnregisterMessage(id: id), expecting: .unregistered)
    } catch {
      throw self.error(error, symbol: nil)
    }
  }

  /// Reads the strings that an array of pointers leads to.
  func readTexts(_ address: RemoteAddress, count: Int) throws(BridgeError) -> [[UInt8]?] {
    guard let count = UInt32(exactly: count), count <= ReadTextsMessage.countLimit else {
      throw BridgeError(
        .tooLarge, "\(count) texts cannot be read at once, but \(ReadTextsMessage.countLimit)")
    }
    let limit = textLimit
    do throws(ExchangeError) {
      let message = ReadTextsMessage(
        address: address.rawValue, count: count, textLimit: UInt32(clamping: limit))
      let body = try exchange(
        message, expecting: .texts,
        replyLimit: 64 + Int(count).multipliedReportingOverflow(by: limit + 9).partialValue)
      let texts = try decoded(body) { (body) throws(CBORError) in
        try TextsMessage(decoding: body)
      }.texts
      guard texts.count == Int(count),
        texts.allSatisfy({ text in text.map { !$0.contains(0) && $0.count <= limit } ?? true })
      else {
        throw ExchangeError.bridge(rejected("texts came back in another number", symbol: nil))
      }
      return texts
    } catch {
      throw self.error(error, address: address, byteCount: Int(count))
    }
  }

  /// Reads memory, whole or up to a NUL.
  func read(
    _ address: RemoteAddress, byteCount: Int, textUnit: Int = 0
  ) throws(BridgeError) -> [UInt8] {
    guard let count = UInt32(exactly: byteCount) else {
      throw BridgeError(.tooLarge, "\(byteCount) bytes cannot be read at once")
    }
    let message = ReadMemoryMessage(
      address: address.rawValue, byteCount: count, textUnit: UInt8(textUnit))
    do throws(ExchangeError) {
      let body = try exchange(message, expecting: .memory, replyLimit: byteCount + 64)
      let bytes = try decoded(body) { (body) throws(CBORError) in
        try MemoryMessage(decoding: body)
      }.bytes
      guard textUnit > 0 ? bytes.count <= byteCount : bytes.count == byteCount else {
        throw ExchangeError.bridge(rejected("memory came back in another length", symbol: nil))
      }
      return bytes
    } catch {
      throw self.error(error, address: address, byteCount: byteCount)
    }
  }

  /// Writes memory.
  func write(_ bytes: [UInt8], to address: RemoteAddress) throws(BridgeError) {
    do throws(ExchangeError) {
      let message = WriteMemoryMessage(address: address.rawValue, bytes: bytes)
      _ = try exchange(message, expecting: .written)
    } catch {
      throw self.error(error, address: address, byteCount: bytes.count)
    }
  }

  /// How many bytes a text can have: no reply carries more.
  private var textLimit: Int { min(max(configuration.textLimit, 0), EnvelopeHeader.bodyLimit) }

  /// What is known about calling a function.
  func context(
    _ name: String, in library: UInt32
  ) -> CallContext {
    var context = context(named: name)
    context.function = .symbol(library: library, name: name)
    // What is declared are functions of libraries.
    guard library != CallMessage.serverLibrary else { return context }
    context.declaration = context.types.declarations.function(named: name)
    return context
  }

  /// What is known about anything.
  func context(named name: String) -> CallContext {
    CallContext(
      name: name, function: .address(0), declaration: nil, types: types,
      textLimit: textLimit)
  }

  private func decoded<Value>(
    _ body: [UInt8], symbol: String? = nil, _ decode: ([UInt8]) throws(CBORError) -> Value
  ) throws(ExchangeError) -> Value {
    do throws(CBORError) {
      return try decode(body)
    } catch {
      throw .bridge(rejected("its answer does not fit the request (\(error))", symbol: symbol))
    }
  }
}

/// A library that has been loaded, and how.
struct LibraryLoad: Sendable {
  let number: UInt32
  let name: String
  let location: LibraryLocator.Location
  let flags: LoadFlags
}

extension BridgeError {
  /// A call that has not been made because its session is at its end; never shown.
  static let unmade = BridgeError(.unmade, "the call was not made")
}

extension BridgeError.Code {
  static let unmade = Self(rawValue: "unmade")
}

/// What a call came to.
struct CallOutcome {
  let reply: ReturnedMessage
  /// What one of its closures threw.
  let callbackError: BridgeError?
  /// The memory that came back, in the arguments' order.
  let memory: [ScalarArray]
}
