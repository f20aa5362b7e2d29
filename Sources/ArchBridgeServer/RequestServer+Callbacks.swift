internal import ArchBridgeWire
internal import CArchBridgeCalls
internal import CArchBridgeShims

extension RequestServer {
  /// The library calls one of the controller's functions, on any thread.
  ///
  /// What it gets is zeros where there is no controller any more to ask. Where `isAsked` the main
  /// thread has asked for numbers itself, and something else than the answer has come.
  @unsafe final func called(
    _ id: UInt32, _ arguments: UnsafePointer<UInt64>, _ result: UnsafeMutablePointer<UInt8>,
    isAsked: Bool
  ) {
    lock.acquire()
    defer { lock.release() }
    guard let callback = callbacks.callback(id), let port else {
      // What has come would be taken for something else.
      if isAsked { ab_exit_now(Int32(AB_EXIT_CHANNEL_LOST)) }
      return
    }
    let before = errno
    var answer = Self.received { () throws(EnvelopeError) in
      guard !isAsked else { return try port.receive() }
      return unsafe try port.exchange(request(callback, arguments))
    }
    while true {
      if let value = Self.answer(answer, from: callback) {
        errno = before
        return unsafe Self.store(value, result)
      }
      let reply = self.answer(to: answer)
      answer = Self.received { () throws(EnvelopeError) in try port.exchange(reply) }
    }
  }

  /// The envelope that asks the controller.
  @unsafe private final func request(
    _ callback: WireCallback, _ arguments: UnsafePointer<UInt64>
  ) -> Envelope {
    let number = ab_thread_number()
    let thread = number == mainThread ? 0 : number
    if callback.isNumbers {
      // Safe: there is a slot for each parameter.
      let slots = unsafe [UInt64](
        UnsafeBufferPointer(start: arguments, count: callback.parameters.count))
      return CallbackNumbers(id: callback.id, slots: slots)
        .envelope(version: agreedVersion, thread: thread)
    }
    var values: [CallValue] = []
    for (index, parameter) in callback.parameters.enumerated() {
      values.append(unsafe Self.value(arguments[index], parameter, callback.textLimit))
    }
    return CallbackMessage(id: callback.id, arguments: values)
      .envelope(version: agreedVersion, sequence: 0, thread: thread)
  }

  /// What comes next, or the process's end: the library waits for an answer that never comes.
  private static func received(_ next: () throws(EnvelopeError) -> Envelope) -> Envelope {
    do throws(EnvelopeError) {
      return try next()
    } catch {
      ab_exit_now(error == .endOfStream ? 0 : Int32(AB_EXIT_CHANNEL_LOST))
    }
  }

  /// The value that an envelope answers with; nil where it is another request.
  private static func answer(_ envelope: Envelope, from callback: WireCallback) -> CallValue? {
    switch envelope.kind {
    case .calledBackNumbers where callback.isNumbers:
      if let bits = CallbackNumbers.answer(decoding: envelope.body, from: callback) {
        return .scalar(WireScalar(type: callback.result.type, bits: bits))
      }
    case .calledBack:
      if let message = try? CalledBackMessage(decoding: envelope.body, from: callback) {
        return message.value
      }
    default: return nil
    }
    ab_exit_now(Int32(AB_EXIT_CHANNEL_LOST))
  }

  /// What a slot holds, which for a value of many bytes is where they are.
  @unsafe private static func value(
    _ slot: UInt64, _ form: WireForm, _ textLimit: UInt32
  ) -> CallValue {
    switch form.type.kind {
    case .text:
      guard slot != 0 else { return .text(nil) }
      let text = try? HelperMemory.text(
        at: UInt(truncatingIfNeeded: slot), limit: textLimit,
        unit: form.type.textUnitByteCount ?? 1)
      return text.map { .text($0) } ?? .unreadableText(slot)
    case .bytes:
      // Safe: libffi has the value there, in its full length.
      return .bytes(
        unsafe [UInt8](
          UnsafeRawBufferPointer(
            start: UnsafeRawPointer(bitPattern: UInt(truncatingIfNeeded: slot)),
            count: form.byteCount ?? 0)))
    case .none, .reference: return .void
    case .signed, .unsigned, .floating: return .scalar(WireScalar(type: form.type, bits: slot))
    }
  }

  /// Puts a value where the library's caller finds it; what is not written is zero.
  @unsafe private static func store(_ value: CallValue, _ result: UnsafeMutablePointer<UInt8>) {
    switch value {
    case .scalar(let scalar):
      for index in 0..<8 {
        unsafe result[index] = UInt8(truncatingIfNeeded: scalar.bits >> UInt64(8 * index))
      }
    case .bytes(let bytes):
      // Safe: a value of the closure's own result type, for which there is room.
      unsafe result.update(from: bytes, count: bytes.count)
    case .void, .text, .unreadableText: break
    }
  }
}
