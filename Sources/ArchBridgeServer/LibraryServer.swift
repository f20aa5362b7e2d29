public import ArchBridgeWire

/// The code in the helper that answers: it loads libraries, calls their functions by signature,
/// and reads and writes memory.
///
/// A server answers one request at a time, on the thread that asks: in a helper the main thread.
open class LibraryServer {
  private let machine: UInt16
  private var version: UInt16 = 0
  private var libraries = LibraryTable()

  /// Makes a server that has no library yet.
  ///
  /// - Parameter machine: the machine number in its ELF files.
  public init(machine: UInt16) {
    self.machine = machine
  }

  /// Whether the controller has been greeted, and speaks a version that the server does not.
  public final private(set) var isIncompatible = false

  /// Carries out a request and returns its reply; never throws, and never gives no reply.
  public final func reply(to request: Envelope) -> Envelope {
    do throws(FailureMessage) {
      if version == 0 { return try welcome(request) }
      guard request.version == version else { throw Self.wrongVersion }
      // What reading the body takes, besides the body.
      try MemoryBudget.require(UInt64(request.body.count), copies: 1)
      return try carryOut(request)
    } catch {
      return error.envelope(version: version, sequence: request.sequence)
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

  private func carryOut(_ request: Envelope) throws(FailureMessage) -> Envelope {
    switch request.kind {
    case .call:
      let call: CallMessage = try decoded(request)
      return try FunctionCall.perform(call, in: libraries)
        .envelope(version: version, sequence: request.sequence)
    case .load:
      return reply(to: request, try libraries.load(try decoded(request)))
    case .resolve:
      let message: ResolveMessage = try decoded(request)
      let address = try libraries.address(of: message.name, in: message.library)
      return reply(to: request, ResolvedMessage(address: UInt64(address)))
    case .readMemory:
      return reply(to: request, try HelperMemory.read(try decoded(request)))
    case .writeMemory:
      return reply(to: request, try HelperMemory.write(try decoded(request)))
    default:
      throw FailureMessage(.unexpectedRequest, .init("unknown kind of request".utf8))
    }
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
