internal import ArchBridgeWire
internal import CArchBridgeShims

/// Memory of the server's own process, by address; a wrong address is a failure, not a crash.
enum HelperMemory {
  static func read(_ message: ReadMemoryMessage) throws(FailureMessage) -> MemoryMessage {
    let address = try pointer(message.address)
    guard message.textUnit > 0 else {
      return MemoryMessage(bytes: try bytes(at: address, count: UInt(message.byteCount)))
    }
    return MemoryMessage(
      bytes: try text(at: address, limit: message.byteCount, unit: Int(message.textUnit)))
  }

  static func read(_ message: ReadTextsMessage) throws(FailureMessage) -> TextsMessage {
    let address = try pointer(message.address)
    let width = UInt(MemoryLayout<UInt>.size)
    let table = try bytes(at: address, count: UInt(message.count) * width)
    var texts: [[UInt8]?] = []
    var byteCount: UInt64 = 0
    for index in 0..<Int(message.count) {
      var target: UInt = 0
      for offset in 0..<Int(width) {
        target |= UInt(table[index * Int(width) + offset]) << UInt(8 * offset)
      }
      guard target != 0 else {
        texts.append(nil)
        continue
      }
      let text = try text(at: target, limit: message.textLimit, unit: 1)
      byteCount += UInt64(text.count) + 16
      try MemoryBudget.require(byteCount, copies: 3)
      texts.append(text)
    }
    return TextsMessage(texts: texts)
  }

  static func write(_ message: WriteMemoryMessage) throws(FailureMessage) -> WrittenMessage {
    // Safe: the bytes outlive the call; the kernel checks the address.
    let result = unsafe ab_memory_write(
      try pointer(message.address), message.bytes, message.bytes.count)
    guard result == 0 else { throw FailureMessage(.badAddress) }
    return WrittenMessage()
  }

  /// The bytes of a string before its NUL, which must come within `limit` bytes; its characters
  /// have `unit` bytes each.
  static func text(at address: UInt, limit: UInt32, unit: Int) throws(FailureMessage) -> [UInt8] {
    // One character more than the limit, for the NUL.
    let searched = Int(clamping: UInt64(limit) / UInt64(unit) * UInt64(unit) + UInt64(unit))
    let count = ab_memory_text_byte_count(address, searched, unit)
    guard count >= 0 else { throw FailureMessage(.badAddress) }
    guard count < searched else { throw FailureMessage(.textTooLong) }
    return try bytes(at: address, count: UInt(count))
  }

  static func pointer(_ address: UInt64) throws(FailureMessage) -> UInt {
    guard let pointer = UInt(exactly: address) else { throw FailureMessage(.outOfRange) }
    return pointer
  }

  private static func bytes(at address: UInt, count: UInt) throws(FailureMessage) -> [UInt8] {
    guard count <= UInt.max - address else { throw FailureMessage(.badAddress) }
    // The bytes, the body that they are put into, and the envelope around it.
    try MemoryBudget.require(UInt64(count), copies: 3)
    var result: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
      // Safe: the buffer has room for `count` bytes, and counts as filled only where all of them
      // were read.
      if let base = buffer.baseAddress, count > 0 {
        result = unsafe ab_memory_read(address, base, Int(count))
      }
      initialized = result == 0 ? Int(count) : 0
    }
    guard result == 0 else { throw FailureMessage(.badAddress) }
    return bytes
  }
}
