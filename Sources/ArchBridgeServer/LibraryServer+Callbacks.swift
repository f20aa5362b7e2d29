internal import ArchBridgeWire
internal import CArchBridgeCalls
internal import CArchBridgeShims

extension LibraryServer {
  /// The library calls one of the controller's functions, on any thread.
  ///
  /// What it gets is zeros where there is no controller any more to ask.
  @unsafe final func called(
    _ id: UInt32, _ arguments: UnsafePointer<UInt64>, _ result: UnsafeMutablePointer<UInt8>
  ) {
    lock.acquire()
    defer { lock.release() }
    guard let callback = callbacks.callback(id), let port else { return }
    var values: [WireValue] = []
    for (index, parameter) in callback.parameters.enumerated() {
      values.append(unsafe Self.value(arguments[index], parameter, callback.textLimit))
    }
    let number = ab_thread_number()
    let thread = number == mainThread ? 0 : number
    let before = errno
    var next = CallbackMessage(id: id, arguments: values)
      .envelope(version: agreedVersion, sequence: 0, thread: thread)
    while true {
      let answer: Envelope
      do throws(EnvelopeError) {
        answer = try port.exchange(next)
      } catch {
        // The library waits for an answer that never comes.
        ab_exit_now(error == .endOfStream ? 0 : Int32(AB_EXIT_CHANNEL_LOST))
      }
      if answer.kind == .calledBack {
        errno = before
        guard let message = try? CalledBackMessage(decoding: answer.body, from: callback) else {
          ab_exit_now(Int32(AB_EXIT_CHANNEL_LOST))
        }
        return unsafe Self.store(message.value, result)
      }
      next = self.answer(to: answer)
    }
  }

  /// What a slot holds, which for a value of many bytes is where they are.
  @unsafe private static func value(
    _ slot: UInt64, _ form: WireForm, _ textLimit: UInt32
  ) -> WireValue {
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
  @unsafe private static func store(_ value: WireValue, _ result: UnsafeMutablePointer<UInt8>) {
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
