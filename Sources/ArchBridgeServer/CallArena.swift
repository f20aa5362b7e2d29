internal import ArchBridgeWire
internal import CArchBridgeShims

/// The memory that a call needs beside its slots: one block, each part of it aligned.
///
/// It holds what its pointers lead to, its values of many bytes, and a place for a result of many
/// bytes.
@safe struct CallArena {
  private let memory: UnsafeMutableRawPointer?
  private let base: UInt
  private let parts: [Part]
  /// What the library gets pointers to, where that is guarded.
  private let guarded: GuardedMemory?

  /// An argument's part, or the result's, which is the last.
  private struct Part {
    var offset: Int
    var byteCount: Int
  }

  /// What a call can bring that is aligned most.
  private static let alignment: UInt64 = 64
  /// libffi reads whole registers, also where a value ends inside one.
  private static let excess: UInt64 = 16
  /// What a request can bring and a reply take back, each a body.
  private static let byteLimit = UInt64(EnvelopeHeader.bodyLimit) * 2
  private static let pointerByteCount = MemoryLayout<UInt>.size

  init(for call: CallMessage, isGuarded: Bool = false) throws(FailureMessage) {
    // Before the call: what it returns must not be lost to a lack of memory.
    // The block, the bytes out of it, the body that they are put into, and its envelope.
    try MemoryBudget.require(ReturnedMessage.bufferByteCount(answering: call), copies: 4)
    var sum: UInt64 = 0
    var parts: [Part] = []
    parts.reserveCapacity(call.arguments.count + 1)
    func append(_ byteCount: UInt64) throws(FailureMessage) {
      guard let offset = Int(exactly: sum), let count = Int(exactly: byteCount) else {
        throw FailureMessage(.outOfMemory)
      }
      parts.append(Part(offset: offset, byteCount: count))
      guard count > 0 else { return }
      let step = byteCount >= Self.alignment ? Self.alignment : Self.excess
      sum += (byteCount / step + 1) * step
      if sum > Self.byteLimit { throw FailureMessage(.outOfMemory) }
    }
    for argument in call.arguments {
      try append(isGuarded && argument.isLent ? 0 : Self.byteCount(of: argument))
    }
    let resultByteCount = call.result.byteCount.map { UInt64($0) + Self.excess } ?? 0
    try append(isGuarded && GuardedMemory.holdsResult(of: call) ? 0 : resultByteCount)
    self.parts = parts
    guarded = isGuarded ? try GuardedMemory(for: call) : nil
    guard sum > 0 else {
      unsafe memory = nil
      base = 0
      return
    }
    guard let byteCount = Int(exactly: sum + Self.alignment),
      let memory = unsafe ab_memory_allocate(byteCount)
    else {
      guarded?.giveBack()
      throw FailureMessage(.outOfMemory)
    }
    unsafe self.memory = memory
    let alignment = UInt(Self.alignment)
    base = (UInt(bitPattern: memory) + alignment - 1) / alignment * alignment
    for (index, argument) in call.arguments.enumerated() where parts[index].byteCount > 0 {
      fill(index, with: argument)
    }
  }

  private static func byteCount(of argument: CallMessage.Argument) -> UInt64 {
    switch argument {
    case .scalar, .callback: return 0
    case .bytes(_, let bytes): return UInt64(bytes.count) + excess
    // Room for one more, so that also no bytes have an address.
    case .buffer(let buffer): return UInt64(buffer.byteCount) + 1
    case .texts(let texts):
      var sum = UInt64(pointerByteCount) * UInt64(texts.count + 1)
      for case let text? in texts { sum += UInt64(text.count + terminatorByteCount) }
      return sum
    }
  }

  /// The NUL of the widest characters.
  private static let terminatorByteCount = 4

  private func fill(_ index: Int, with argument: CallMessage.Argument) {
    switch argument {
    case .scalar, .callback: break
    case .bytes(_, let bytes): copy(bytes, to: address(ofArgument: index))
    case .buffer(let buffer): copy(buffer.bytes, to: address(ofArgument: index))
    case .texts(let texts):
      let table = address(ofArgument: index)
      var next = table + UInt(Self.pointerByteCount * (texts.count + 1))
      for (position, text) in texts.enumerated() {
        guard let text else { continue }
        copy(text, to: next)
        // Safe: the table has a place for each text, in memory that the arena has made.
        unsafe UnsafeMutablePointer<UInt>(bitPattern: table)?[position] = next
        next += UInt(text.count + Self.terminatorByteCount)
      }
    }
  }

  private func copy(_ bytes: [UInt8], to address: UInt) {
    // Safe: each part was made as long as what goes into it.
    unsafe UnsafeMutableRawPointer(bitPattern: address)?.copyMemory(
      from: bytes, byteCount: bytes.count)
  }

  /// Where the part of the argument with this index is; 0 where it has none.
  func address(ofArgument index: Int) -> UInt {
    guard parts[index].byteCount == 0 else { return base + UInt(parts[index].offset) }
    return guarded?.address(ofArgument: index) ?? 0
  }

  /// Where a result of many bytes goes.
  var resultAddress: UInt { address(ofArgument: parts.count - 1) }

  /// The first bytes of a result.
  func resultBytes(count: Int) -> [UInt8] { bytes(at: resultAddress, count: count) }

  private func bytes(at address: UInt, count: Int) -> [UInt8] {
    // Safe: asked for parts only, and for no more bytes than they have.
    unsafe [UInt8](
      UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count))
  }

  /// The contents of the buffers that come back, a text's up to its NUL.
  func returnedBuffers(of call: CallMessage) -> [[UInt8]] {
    var buffers: [[UInt8]] = []
    for (index, argument) in call.arguments.enumerated() {
      guard case .buffer(let buffer) = argument, buffer.mode != .input else { continue }
      let bytes = bytes(at: address(ofArgument: index), count: Int(buffer.byteCount))
      guard buffer.mode == .text, let end = bytes.firstIndex(of: 0) else {
        buffers.append(bytes)
        continue
      }
      buffers.append([UInt8](bytes[..<end]))
    }
    return buffers
  }

  /// Throws that the library has written where it may not, as far as that can be seen.
  func check() throws(FailureMessage) { try guarded?.check() }

  /// Gives the memory back; nothing else may be asked of the arena then.
  func free() {
    guarded?.giveBack()
    // Safe: the block came from the C allocator, and is given back once.
    unsafe ab_memory_free(memory)
  }
}
