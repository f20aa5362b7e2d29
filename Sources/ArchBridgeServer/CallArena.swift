internal import ArchBridgeWire
internal import CArchBridgeShims

/// The memory behind a call's buffers: one block, each buffer aligned to 16 bytes.
@safe struct CallArena {
  private let base: UnsafeMutableRawPointer?
  private let offsets: [Int]

  private static let alignment: UInt64 = 16
  /// What a request can bring and a reply take back, each a body.
  private static let byteLimit = UInt64(EnvelopeHeader.bodyLimit) * 2

  init(for call: CallMessage) throws(FailureMessage) {
    // Before the call: what it returns must not be lost to a lack of memory.
    // The block, the bytes out of it, the body that they are put into, and its envelope.
    try MemoryBudget.require(ReturnedMessage.bufferByteCount(answering: call), copies: 4)
    var sum: UInt64 = 0
    var offsets: [Int] = []
    for case .buffer(let buffer) in call.arguments {
      guard let offset = Int(exactly: sum) else { throw FailureMessage(.outOfMemory) }
      offsets.append(offset)
      sum += UInt64(buffer.byteCount) / Self.alignment * Self.alignment + Self.alignment
    }
    guard sum <= Self.byteLimit, let byteCount = Int(exactly: sum) else {
      throw FailureMessage(.outOfMemory)
    }
    self.offsets = offsets
    guard byteCount > 0 else {
      unsafe base = nil
      return
    }
    guard let memory = unsafe ab_memory_allocate(byteCount) else {
      throw FailureMessage(.outOfMemory)
    }
    unsafe base = memory
    var index = 0
    for case .buffer(let buffer) in call.arguments {
      // Safe: `WireBuffer` has no more bytes than its `byteCount`, for which there is room.
      unsafe (memory + offsets[index]).copyMemory(
        from: buffer.bytes, byteCount: buffer.bytes.count)
      index += 1
    }
  }

  /// The address of the buffer with this index among the call's buffers.
  func address(ofBuffer index: Int) -> UInt64 {
    guard let base = unsafe base else { return 0 }
    return unsafe UInt64(UInt(bitPattern: base + offsets[index]))
  }

  /// The contents of the buffers that come back, a text's up to its NUL.
  func returnedBuffers(of call: CallMessage) -> [[UInt8]] {
    guard let base = unsafe base else { return [] }
    var buffers: [[UInt8]] = []
    var index = 0
    for case .buffer(let buffer) in call.arguments {
      // Safe: the block holds `byteCount` bytes from this buffer's offset on.
      let bytes = unsafe UnsafeRawBufferPointer(
        start: base + offsets[index], count: Int(buffer.byteCount))
      index += 1
      switch buffer.mode {
      case .input: break
      case .whole: buffers.append(unsafe [UInt8](bytes))
      case .text:
        var end = 0
        while end < bytes.count, unsafe bytes[end] != 0 { end += 1 }
        buffers.append(unsafe [UInt8](bytes[..<end]))
      }
    }
    return buffers
  }

  /// Gives the memory back; nothing else may be asked of the arena then.
  func free() {
    // Safe: the block came from the C allocator, and is given back once.
    unsafe ab_memory_free(base)
  }
}
