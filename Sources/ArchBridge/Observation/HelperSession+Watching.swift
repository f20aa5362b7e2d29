internal import ArchBridgeTransport
internal import ArchBridgeWire

/// Where those who look into a session see what it does.
extension HelperSession {
  /// Makes a request, and tells of it where somebody wants to know.
  func watched(
    _ requestKind: EnvelopeKind, _ body: [UInt8], on lane: SessionLane,
    expecting kind: EnvelopeKind, _ replyLimit: Int, _ symbol: String?, left: Int64
  ) throws(ExchangeError) -> [UInt8] {
    guard watchesCalls, observer.watchesCalls else {
      return try exchange(
        requestKind, body, on: lane, expecting: kind, replyLimit, symbol, left: left)
    }
    return try observer.observe(requestKind, body, on: lane) { () throws(ExchangeError) in
      try exchange(requestKind, body, on: lane, expecting: kind, replyLimit, symbol, left: left)
    }
  }

  /// Runs what the library calls back, and tells of it where somebody wants to know.
  func watchedCallBack(
    _ envelope: Envelope, on lane: SessionLane
  ) throws(ChannelError) -> Envelope {
    guard watchesCalls, observer.watchesCalls else { return try callBack(envelope, on: lane) }
    return try observer.observe(callback: envelope, on: lane) { () throws(ChannelError) in
      try callBack(envelope, on: lane)
    }
  }
}
