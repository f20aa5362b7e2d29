public import ArchBridgeWire
internal import CArchBridgeCalls
internal import CArchBridgeShims

/// The code in the helper that answers: it loads libraries, calls their functions by signature,
/// and reads and writes memory.
///
/// A server answers one request at a time, on the thread that asks: in a helper the main thread.
/// While a library's function runs, the library may call the controller's functions on any thread,
/// and each of these calls may bring further requests for its thread.
@safe open class RequestServer {
  private let machine: UInt16
  private var version: UInt16 = 0
  final var libraries = LibraryTable()
  /// Held by whatever thread runs the server's own code.
  public final let lock = ServerLock()
  /// The way back to the controller; without one the library's callbacks get zeros.
  public final var port: (any ControllerPort)?
  /// What the controller shares with this process, if anything.
  public final var sharedMemory: SharedMemory?
  /// Whether the process is there for this server alone, and is confined where that is asked for.
  public final var ownsProcess = false
  /// Whether it has been, or half.
  final var isConfined = false
  /// Whether the memory that calls lend is guarded.
  final var guardsBuffers = false
  final var callbacks = CallbackTable()
  final let prepared = PreparedTable()
  /// Two words: where it is said of which batch how many calls have returned.
  @unsafe public final var progress: UnsafeMutablePointer<UInt32>?
  /// What `errno` was when the last call returned, and will be when the next one begins.
  final var errno: Int32 = 0
  /// The number of the thread that answers requests.
  final var mainThread: UInt32 = 0
  /// What makes the process's own server; nil in a helper that has none.
  public final var makeServer: ((ServerArguments) throws(ServerError) -> LibraryServer)?
  /// The server, once it has been started.
  final var ownServer: LibraryServer?

  /// Makes a server that has no library yet.
  ///
  /// - Parameter machine: the machine number in its ELF files.
  public init(machine: UInt16) {
    self.machine = machine
  }

  deinit { callbacks.removeAll() }

  /// Whether the controller has been greeted, and speaks a version that the server does not.
  public final private(set) var isIncompatible = false

  /// Carries out a request and returns its reply; never throws, and never gives no reply.
  ///
  /// The caller's thread becomes the one that the library is called on.
  public final func reply(to request: Envelope) -> Envelope {
    lock.acquire()
    defer { lock.release() }
    mainThread = ab_thread_number()
    return answer(to: request)
  }

  /// Carries out a request with the lock held, on whichever thread.
  ///
  /// Where it is the one that stands by, it makes calls and nothing else.
  public final func answer(to request: Envelope, isAside: Bool = false) -> Envelope {
    var reply: Envelope
    do throws(FailureMessage) {
      if version == 0 {
        reply = try welcome(request)
      } else {
        guard request.version == version else { throw Self.wrongVersion }
        // What reading the body takes, besides the body.
        try MemoryBudget.require(UInt64(request.body.count), copies: 1)
        guard !isAside || request.kind == .call else { throw Self.unknownKind }
        reply = try carryOut(request, isAside)
      }
    } catch {
      reply = error.envelope(version: version, sequence: request.sequence)
    }
    reply.thread = request.thread
    return reply
  }

  /// The version that has been agreed on.
  final var agreedVersion: UInt16 { version }

  /// The address of a symbol, or the one that is given.
  final func address(of function: CallMessage.Function) throws(FailureMessage) -> UInt {
    switch function {
    case .symbol(let library, let name): try libraries.address(of: name, in: library)
    case .address(let value): try HelperMemory.pointer(value)
    }
  }

  private static var wrongVersion: FailureMessage {
    FailureMessage(.unexpectedRequest, .init("wrong version".utf8))
  }

  private func welcome(_ request: Envelope) throws(FailureMessage) -> Envelope {
    guard request.version == 0 else { throw Self.wrongVersion }
    let hello: HelloMessage = try decoded(request)
    let agreed = ProtocolVersion.agreed(oldest: hello.oldestVersion, newest: hello.newestVersion)
    version = agreed ?? 0
    isIncompatible = agreed == nil
    return WelcomeMessage(
      version: version, machine: machine, pointerByteCount: UInt8(MemoryLayout<UInt>.size)
    ).envelope(version: 0, sequence: request.sequence)
  }

  private static var unknownKind: FailureMessage {
    FailureMessage(.unexpectedRequest, .init("unknown kind of request".utf8))
  }

  private func carryOut(
    _ request: Envelope, _ isAside: Bool
  ) throws(FailureMessage) -> Envelope {
    switch request.kind {
    case .call:
      let call: CallMessage = try decoded(request)
      if case .symbol(CallMessage.serverLibrary, let name) = call.function, !isAside {
        return try perform(call, of: handler(named: name))
          .envelope(version: version, sequence: request.sequence)
      }
      return try FunctionCall(server: self, call: call, isAside: isAside).perform()
        .envelope(version: version, sequence: request.sequence)
    case .invoke:
      return Envelope(
        kind: .result, version: version, sequence: request.sequence,
        body: try invoke(request.body))
    case .batch:
      return Envelope(
        kind: .results, version: version, sequence: request.sequence,
        body: try run(request.body, sequence: request.sequence))
    case .prepare:
      let message: PrepareMessage = try decoded(request)
      if case .symbol(CallMessage.serverLibrary, let name) = message.function {
        return reply(to: request, try prepared.add(message, handler(named: name)))
      }
      return reply(to: request, try prepared.add(message, at: try address(of: message.function)))
    case .load:
      let message: LoadMessage = try decoded(request)
      // A library's code runs while it is loaded.
      lock.release()
      let opened = LibraryTable.open(message)
      lock.acquire()
      return reply(to: request, try libraries.add(opened))
    case .resolve:
      let message: ResolveMessage = try decoded(request)
      let address = try libraries.address(of: message.name, in: message.library)
      return reply(to: request, ResolvedMessage(address: UInt64(address)))
    case .readMemory:
      let message: ReadMemoryMessage = try decoded(request)
      return reply(to: request, try HelperMemory.read(message))
    case .writeMemory:
      return reply(to: request, try HelperMemory.write(try decoded(request)))
    case .readTexts:
      let message: ReadTextsMessage = try decoded(request)
      return reply(to: request, try HelperMemory.read(message))
    case .register:
      let message: RegisterMessage = try decoded(request)
      let address = try callbacks.make(message.callback, for: self)
      return reply(to: request, RegisteredMessage(address: UInt64(address)))
    case .unregister:
      let message: UnregisterMessage = try decoded(request)
      callbacks.retire([message.id])
      return reply(to: request, UnregisteredMessage())
    case .map:
      let message: MapMessage = try decoded(request)
      return reply(to: request, try shared().map(message))
    case .unmap:
      let message: UnmapMessage = try decoded(request)
      return reply(to: request, try shared().unmap(message))
    case .standBy:
      let _: StandByMessage = try decoded(request)
      return reply(to: request, StandingByMessage(isThere: port?.standBy() ?? false))
    case .startServer: return reply(to: request, try startServer(try decoded(request)))
    case .request: return reply(to: request, try answer(try decoded(request)))
    case .confine where ownsProcess:
      isConfined = true
      return reply(to: request, try Confinement.apply(try decoded(request)))
    case .guardBuffers:
      let message: GuardMessage = try decoded(request)
      ab_guard_keep(message.keptByteCount)
      guardsBuffers = true
      return reply(to: request, GuardedMessage())
    default:
      throw Self.unknownKind
    }
  }

  private final func shared() throws(FailureMessage) -> SharedMemory {
    guard let sharedMemory else {
      throw FailureMessage(.unexpectedRequest, .init("no memory is shared".utf8))
    }
    return sharedMemory
  }

  private final func reply<Reply: Message>(to request: Envelope, _ message: Reply) -> Envelope {
    message.envelope(version: version, sequence: request.sequence)
  }

  private final func decoded<Request: Message>(
    _ envelope: Envelope
  ) throws(FailureMessage) -> Request {
    guard envelope.kind == Request.kind else {
      throw FailureMessage(.unexpectedRequest, .init("unexpected kind of request".utf8))
    }
    do throws(CBORError) {
      return try Request(decoding: envelope.body)
    } catch {
      throw FailureMessage(.malformedRequest, .init("the request's body cannot be read".utf8))
    }
  }
}
