internal import ArchBridgeTransport
internal import ArchBridgeWire

/// How far a recording has been replayed.
struct ReplayState {
  /// Where each thread's next envelope is looked for.
  var sent: [UInt32: Int] = [:]
  /// Where each lane's next one is.
  var received: [ChannelLane: Int] = [:]
  /// What has been sent again out of the recorded order.
  var early: Set<Int> = []
  /// Everything that was sent before this place has been sent again.
  var position: Int
  /// What the library has printed up to here has been handed over.
  var output: Int
  var isClosed = false
  /// The library's threads whose closures run here.
  var running: Set<UInt32> = []
  /// Those whose closures wait for a reply.
  var asking: Set<UInt32> = []
  /// Goes up with every envelope.
  var progress = 0

  /// What the library has printed before this place, and is to be handed over now.
  mutating func printed(upTo place: Int) -> Range<Int> {
    defer { output = max(output, place) }
    return min(output, place)..<place
  }

  /// Whether what comes next is an interrupt, which the program makes when it likes.
  func awaitsInterrupt(_ entries: ArraySlice<ArchiveReader.Entry>) -> Bool {
    position < entries.endIndex && entries[position].kind == .sent
      && entries[position].thread == StandByMessage.thread
  }
}
