internal import ArchBridgeWire
internal import CArchBridgeShims

/// Confines this process as a controller asks.
enum Confinement {
  /// - Throws: `.confinementUnavailable`, after which a part of it may hold.
  static func apply(_ message: ConfineMessage) throws(FailureMessage) -> ConfinedMessage {
    let writable = try block(message.writable)
    let readable = try block(message.readable)
    var reason = [CChar](repeating: 0, count: 512)
    let result = unsafe writable.withUnsafeBufferPointer { writable in
      unsafe readable.withUnsafeBufferPointer { readable in
        let limits = message.limits
        // Safe: each list has as many bytes as is said, each path ends with NUL, and the shim writes
        // at most `reason.count` bytes.
        var confinement = unsafe ab_confinement(
          restrictions: message.restrictions, newest_landlock: message.newestLandlock,
          writable: writable.baseAddress, writable_byte_count: writable.count,
          readable: readable.baseAddress, readable_byte_count: readable.count,
          limits: (limits[0], limits[1], limits[2], limits[3], limits[4]))
        return unsafe ab_confine(&confinement, &reason, reason.count)
      }
    }
    guard result == 0 else {
      throw FailureMessage(
        .confinementUnavailable, reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) })
    }
    return ConfinedMessage(
      restrictions: message.restrictions, limits: message.limits, refusals: refusals)
  }

  /// What has been refused in this process.
  private static var refusals: [UInt32] {
    var words = [UInt32](repeating: 0, count: Int(AB_REFUSAL_COUNT))
    // Safe: there is room for so many words.
    unsafe ab_refusals_copy(&words)
    return words.filter { $0 != 0 }
  }

  private static func block(_ paths: [[UInt8]]) throws(FailureMessage) -> [CChar] {
    var block: [CChar] = []
    for path in paths {
      guard !path.isEmpty, !path.contains(0) else { throw FailureMessage(.outOfRange) }
      for byte in path { block.append(CChar(bitPattern: byte)) }
      block.append(0)
    }
    return block
  }
}
