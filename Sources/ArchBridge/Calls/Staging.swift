internal import ArchBridgeWire

/// Where a call's large memory is while the call lasts: in shared memory, or in its message where
/// nothing is shared.
struct Staging {
  /// The arguments, in their order.
  private(set) var arguments: [CallMessage.Argument] = []
  private var blocks: [SharedBlock] = []

  /// More than an element's alignment is zero behind the memory, as in a helper's own.
  private static let excess = 64

  init(_ call: PendingCall, in session: HelperSession) throws(BridgeError) {
    // Where that fails the call does, and says why.
    try? session.arena?.finishLeaving(in: session)
    guard !call.large.isEmpty else { return }
    // What is guarded lies in memory of the helper's own.
    if !session.configuration.guardsBuffers, let arena = session.arena,
      try share(call, arena, session)
    {
      return
    }
    try send(call)
  }

  /// Has the memory in the message, so that nothing has to be asked of the helper first.
  init(sending call: PendingCall) throws(BridgeError) {
    if !call.large.isEmpty { try send(call) }
  }

  /// Copies the memory to where the helper has it too; false where that helper cannot.
  private mutating func share(
    _ call: PendingCall, _ arena: SharedArena, _ session: HelperSession
  ) throws(BridgeError) -> Bool {
    for (_, memory) in call.large {
      do throws(BridgeError) {
        let block = try arena.take(memory.byteCount + Self.excess, in: session)
        try block.populate(memory.contents.byteCount)
        block.fill(with: memory.contents)
        blocks.append(block)
        arguments.append(.scalar(WireScalar(type: .pointer, bits: block.address)))
      } catch  where error.code == .system {
        (blocks, arguments) = ([], [])
        return false
      } catch  where error.code == .tooLarge {
        throw call.context.error(.tooLarge, "\(memory.label) is too long: \(error.message)")
      } catch {
        throw call.context.error(error)
      }
    }
    return true
  }

  /// Puts the memory into the message.
  private mutating func send(_ call: PendingCall) throws(BridgeError) {
    let byteCount = call.large.reduce(0) { $0 + $1.memory.contents.byteCount }
    guard byteCount <= EnvelopeHeader.bodyLimit else {
      throw call.context.error(
        .tooLarge,
        "its arguments have \(byteCount) bytes; one call can carry \(EnvelopeHeader.bodyLimit)")
    }
    for (_, memory) in call.large { arguments.append(.buffer(try memory.buffer(call.context))) }
  }

  /// The memory that comes back with a reply, in the arguments' order; what is shared is copied
  /// once.
  func returned(_ reply: ReturnedMessage, to call: PendingCall) -> [ScalarArray] {
    var sent = reply.buffers.makeIterator()
    var memory: [ScalarArray] = []
    var next = 0
    for (index, argument) in call.lowered.enumerated() {
      if next < call.large.count, call.large[next].index == index {
        let large = call.large[next].memory
        defer { next += 1 }
        guard let type = large.returnedType else { continue }
        if !blocks.isEmpty {
          memory.append(blocks[next].copy(large.byteCount, of: type))
          continue
        }
      } else if case .buffer(let buffer) = argument, buffer.mode != .input {
      } else {
        continue
      }
      guard let bytes = sent.next() else { break }
      memory.append(ScalarArray(type: .uint8, isPlain: false, bytes: bytes))
    }
    return memory
  }
}

extension SharedBlock {
  /// Writes an argument's memory; what it lacks up to the end is zero.
  fileprivate func fill(with contents: ScalarArray) {
    // Safe: the block is longer than the memory, and nobody else has it yet.
    let place = unsafe bytes
    unsafe contents.withBytes { unsafe place.copyMemory(from: $0) }
    guard !isFresh else { return }
    unsafe UnsafeMutableRawBufferPointer(rebasing: place[contents.byteCount...])
      .initializeMemory(as: UInt8.self, repeating: 0)
  }

  /// A copy of the first bytes as numbers.
  fileprivate func copy(_ byteCount: Int, of type: WireType) -> ScalarArray {
    // Safe: the block has them, and they are read once, as numbers that any bytes are.
    unsafe ScalarArray(type: type, copying: UnsafeRawBufferPointer(rebasing: bytes[..<byteCount]))
  }
}
