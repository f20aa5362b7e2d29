internal import ArchBridgeABI
internal import ArchBridgeTransport
internal import ArchBridgeWire

/// What the library calls back.
extension HelperSession {
  /// Runs the closure that an envelope calls, on the caller's thread, and gives the answer.
  func callBack(_ envelope: Envelope, on lane: SessionLane) throws(ChannelError) -> Envelope {
    guard envelope.kind != .callbackNumbers else { return try callBackNumbers(envelope, on: lane) }
    do throws(CallbackViolation) {
      let value = try lanes.run(for: lane) { () throws(CallbackViolation) in
        try callbacks.run(envelope, on: lane)
      }
      return CalledBackMessage(value: value)
        .envelope(version: version, sequence: envelope.sequence, thread: lane.thread)
    } catch {
      _ = rejected(error.what, symbol: nil)
      throw .closed
    }
  }

  private func callBackNumbers(
    _ envelope: Envelope, on lane: SessionLane
  ) throws(ChannelError) -> Envelope {
    guard envelope.version == version, envelope.sequence == 0,
      let message = CallbackNumbers(decoding: envelope.body)
    else {
      _ = rejected("a callback of it cannot be read", symbol: nil)
      throw .closed
    }
    // Safe: the slots outlive the closure's run.
    let bits = unsafe message.slots.withUnsafeBytes { slots in
      let call = unsafe NumbersCall(id: message.id, slots)
      return Result { () throws(ChannelError) in
        try lanes.run(for: lane) { () throws(ChannelError) in
          var found: FoundCallback?
          return try answer(call, &found, on: lane)
        }
      }
    }
    return CallbackNumbers.answer(try bits.get(), version: version, thread: lane.thread)
  }

  /// Hears what the library's own threads call back, from now on.
  func listen() {
    // The thread refers to nothing that would keep the session from its end.
    lanes.listen { [weak self, channel, lanes, callbacks] in
      while true {
        let envelope: Envelope
        do throws(ChannelError) {
          envelope = try channel.receive(
            on: .libraryThreads, bodyLimit: lanes.bodyLimit(atLeast: callbacks.bodyLimit),
            deadline: nil)
        } catch {
          return lanes.endAll(error)
        }
        switch lanes.deliver(envelope) {
        case true?: continue
        case false?:
          _ = self?.rejected("one of its threads sends without waiting", symbol: nil)
          return lanes.endAll(.closed)
        case nil: break
        }
        guard let session = self, session.begin(envelope) else { return lanes.endAll(.closed) }
      }
    }
  }

  /// Begins a call from one of the library's own threads; false where it makes no sense.
  private func begin(_ envelope: Envelope) -> Bool {
    guard envelope.kind == .callback || envelope.kind == .callbackNumbers,
      ![lanes.main.thread, lanes.aside.thread].contains(envelope.thread)
    else {
      _ = rejected("one of its threads sent what nobody asked for", symbol: nil)
      return false
    }
    let isBegun = lanes.begin(thread: envelope.thread) { [weak self] lane in
      guard let self else { return }
      do throws(ChannelError) {
        let answer = try watchedCallBack(envelope, on: lane)
        // Its thread may call again as soon as it has the answer.
        lanes.end(lane)
        try channel.send(answer)
      } catch {
        // Whoever makes the next request meets the same.
        lanes.end(lane)
      }
    }
    if !isBegun {
      _ = rejected("more than \(SessionLanes.limit) of its threads call back", symbol: nil)
    }
    return isBegun
  }

  /// Makes a closure callable until it is unregistered.
  @usableFromInline func register(
    _ body: CallbackBody, as declaration: String?
  ) throws(BridgeError) -> RegisteredCallback {
    let session = try ready()
    guard session === self else { return try session.register(body, as: declaration) }
    let context = context(named: "register")
    var type: CFunctionType?
    if let declaration {
      let spelled = try context.types.type(spelled: declaration)
      guard let function = spelled.functionType else {
        throw BridgeError(.typeMismatch, "'\(declaration)' is no function")
      }
      type = function
    }
    let signature = try CallbackSignature(
      body, declared: type, label: "the callback", context)
    let entry = CallbackEntry(signature: signature, body: body, isScoped: false)
    listen()
    let id = callbacks.add([entry])[0]
    do throws(BridgeError) {
      let address = try register(entry.wireCallback(id: id))
      return RegisteredCallback(
        session: self, wireCallback: entry.wireCallback(id: id), address: address)
    } catch {
      callbacks.remove([id])
      throw error
    }
  }

  /// Ends a registration.
  func unregister(_ id: UInt32) throws(BridgeError) {
    callbacks.remove([id])
    try unregisterInHelper(id)
  }
}

extension CType {
  /// The function that this is, or that it points to.
  var functionType: CFunctionType? {
    switch resolved {
    case .function(let type): type
    case .pointer(let pointee, _): pointee.functionType
    default: nil
    }
  }
}
