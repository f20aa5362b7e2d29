internal import ArchBridgeWire
internal import CArchBridgeShims

/// The memory behind a call's buffers: one block, each buffer aligned to 16 bytes.
@safe struct CallArena {
  private let base: UnsafeMutableRawPointer?
  private let offsets: [Int]

  private static let alignment = 16

  init(for call: CallMessage) throws(FailureMessage) {
    var byteCount = 0
    var offsets: [Int] = []
    for case .buffer(let buffer) in call.arguments {
      offsets.append(byteCount)
      let rounded = UInt64(buffer.byteCount) / 16 * 16 + 16
      guard let step = Int(exactly: rounded) else { throw FailureMessage(.outOfMemory) }
      let (sum, overflow) = byteCount.addingReportingOverflow(step)
      guard !overflow else { throw FailureMessage(.outOfMemory) }
      byteCount = sum
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
