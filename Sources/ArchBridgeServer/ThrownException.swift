internal import ArchBridgeWire
internal import CArchBridgeCalls

/// What a function threw that was called last on this thread.
enum ThrownException {
  /// The failure that tells of it.
  static var failure: FailureMessage {
    // Safe: it lives as long as the thread, and its parts are as long as they say.
    let thrown = unsafe ab_thrown_last().pointee
    let type = unsafe UnsafeBufferPointer(start: thrown.type, count: Int(thrown.type_byte_count))
    let text = unsafe UnsafeBufferPointer(start: thrown.text, count: Int(thrown.text_byte_count))
    let hasText = unsafe thrown.text != nil
    let callCount = unsafe UInt32(exactly: thrown.call_count)
    if unsafe thrown.is_wrong_request != 0 {
      return unsafe FailureMessage(.wrongRequest, [UInt8](text))
    }
    return FailureMessage(
      unsafe thrown.is_server_error != 0 ? .serverFailed : .exceptionThrown,
      ExceptionMessage(
        type: unsafe [UInt8](type), text: hasText ? unsafe [UInt8](text) : nil,
        callCount: callCount
      ).encoded)
  }

  /// The reply to an envelope's request, whose function has thrown.
  @unsafe static func reply(to envelope: UnsafePointer<UInt8>, version: UInt16) -> Envelope {
    // Safe: there is a header, whose sequence number is at 8.
    let sequence = unsafe UnsafeRawPointer(envelope).loadUnaligned(
      fromByteOffset: 8, as: UInt64.self)
    return failure.envelope(version: version, sequence: UInt64(littleEndian: sequence))
  }
}
