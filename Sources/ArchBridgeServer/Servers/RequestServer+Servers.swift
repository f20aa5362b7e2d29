internal import ArchBridgeWire
internal import CArchBridgeCalls

/// The server that a user has written, in the process of the one that answers requests.
extension RequestServer {
  /// Starts it; its code runs on this thread, without the lock.
  final func startServer(
    _ message: StartServerMessage
  ) throws(FailureMessage) -> ServerStartedMessage {
    guard let makeServer, ownServer == nil else {
      throw FailureMessage(
        .unexpectedRequest,
        .init(
          (ownServer == nil
            ? "the helper has no server of its own"
            : "the server has been started already").utf8))
    }
    let arguments = ServerArguments(message)
    let server = try outside { () throws(ServerError) in
      let server = try makeServer(arguments)
      if let error = server.table.error { throw error }
      try arguments.checkAllAreAskedFor()
      guard !server.table.members.isEmpty else {
        throw ServerError("the server has registered nothing; call register in its init")
      }
      return server
    }
    ownServer = server
    takeLibraries(of: server)
    return ServerStartedMessage(
      libraryPath: server.libraries.first.map { LibraryTable.path(of: $0.handle) } ?? [],
      members: server.table.members)
  }

  /// Answers a request for one of its members.
  final func answer(_ request: RequestMessage) throws(FailureMessage) -> AnswerMessage {
    guard let server = ownServer, let handler = server.table[request.member] else {
      throw FailureMessage(.wrongRequest, .init("the server has no such member".utf8))
    }
    let item = try outside { () throws(ServerError) in
      if request.isSetting {
        guard let set = handler.set else {
          throw .wrongRequest("'" + handler.member.name + "' cannot be set")
        }
        var arguments = try RequestArguments(request.arguments, setting: handler.member)
        return try set(&arguments)
      }
      var arguments = try RequestArguments(request.arguments, for: handler.member)
      return try handler.body(&arguments)
    }
    takeLibraries(of: server)
    // It is copied into the body.
    try MemoryBudget.require(UInt64(item.count), copies: 1)
    return AnswerMessage(item: item)
  }

  /// Makes a call of one of its functions with numbers.
  final func perform(
    _ call: CallMessage, of handler: ServerHandler
  ) throws(FailureMessage) -> ReturnedMessage {
    var slots: [UInt64] = []
    for (index, argument) in call.arguments.enumerated() {
      guard case .scalar(let scalar) = argument, index < handler.member.parameters.count,
        scalar.type == handler.member.parameters[index].slotType
      else { throw FailureMessage(.unsupportedCall) }
      slots.append(scalar.bits)
    }
    let type = handler.member.result.slotType ?? .void
    guard let body = handler.slots, slots.count == handler.member.parameters.count,
      call.result == WireForm(type)
    else { throw FailureMessage(.unsupportedCall) }
    // One more, so that there is memory without arguments too.
    slots.append(0)
    let bits = try outside { () throws(ServerError) -> UInt64 in
      unsafe try slots.withUnsafeMutableBufferPointer { (slots) throws(ServerError) in
        guard let base = slots.baseAddress else { return 0 }
        return unsafe try body(ArgumentSlots(base))
      }
    }
    return ReturnedMessage(
      result: type == .void ? .void : .scalar(WireScalar(type: type, bits: bits)), buffers: [],
      errno: call.reportsErrno ? 0 : nil)
  }

  /// The handler of a function.
  final func handler(named name: String) throws(FailureMessage) -> ServerHandler {
    guard let handler = ownServer?.table.handler(named: name) else {
      throw FailureMessage(.symbolNotFound)
    }
    return handler
  }

  /// Tells the server that its client is gone.
  public final func shutDownServer() {
    ownServer?.shutDown()
    // What it registered may refer to it.
    ownServer?.table = ServerMemberTable()
    ownServer = nil
  }

  /// Runs the server's code without the lock, as a library's.
  private func outside<Value>(
    _ body: () throws(ServerError) -> Value
  ) throws(FailureMessage) -> Value {
    lock.release()
    let result = Result { () throws(ServerError) in try body() }
    lock.acquire()
    switch result {
    case .success(let value): return value
    case .failure(let error): throw error.failure
    }
  }

  private func takeLibraries(of server: LibraryServer) {
    for library in server.libraries { libraries.add(handle: library.handle) }
  }
}

extension ServerHandler {
  /// Carries the function out with numbers in slots.
  @unsafe final func serve(
    _ arguments: UnsafeMutablePointer<UInt64>, _ bits: UnsafeMutablePointer<UInt64>
  ) -> Int32 {
    guard let slots else { return 0 }
    do throws(ServerError) {
      unsafe bits.pointee = try slots(ArgumentSlots(arguments))
      return 0
    } catch {
      error.keep()
      return Int32(AB_THREW)
    }
  }
}
