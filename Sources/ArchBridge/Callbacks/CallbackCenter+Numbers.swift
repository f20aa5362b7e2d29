internal import ArchBridgeWire

/// Closures that the library calls with numbers alone.
extension CallbackCenter {
  /// Runs the closure that is called, and gives what the library gets.
  ///
  /// `found` is what the call before it found: a number that is called again is not looked up again
  /// as long as none has changed.
  ///
  /// - Throws: as `run(_:on:)`.
  func run(
    _ call: NumbersCall, _ found: inout FoundCallback?, on lane: SessionLane
  ) throws(CallbackViolation) -> UInt64 {
    if let known = found, known.id == call.id, isCurrent(known) {
      // What is known still holds.
    } else {
      found = try find(call.id)
    }
    // Safe: it was found just now, and `found` holds it, and it the closure, until this returns.
    unowned(unsafe) let known = unsafe found.unsafelyUnwrapped
    guard unsafe known.isThere else {
      keep(Self.expired, for: lane)
      return 0
    }
    // Safe: the slots are there as long as the call is, and fit the closure.
    guard let closure = unsafe known.numbers, unsafe closure.fits(call.slots) else {
      throw CallbackViolation(what: "a callback's values do not fit its type")
    }
    guard unsafe !known.hasFailed, hasRoom(lane) else { return closure.fallback }
    guard unsafe known.isScoped else { return run(call, closure, isScoped: false, lane) }
    return turn.take(for: call.id) {
      // The call may have ended while this waited.
      guard unsafe isCurrent(known) || isThere(call.id) else {
        keep(Self.expired, for: lane)
        return 0
      }
      return run(call, closure, isScoped: true, lane)
    }
  }

  private func isThere(_ id: UInt32) -> Bool { (try? find(id))?.entry != nil }

  private func run(
    _ call: NumbersCall, _ closure: NumberCallback, isScoped: Bool, _ lane: SessionLane
  ) -> UInt64 {
    do {
      // Safe: as above.
      return unsafe try closure.run(call.slots)
    } catch {
      fail(call.id, isScoped: isScoped, error, lane)
      return closure.fallback
    }
  }
}
