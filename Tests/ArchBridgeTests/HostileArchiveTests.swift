import ArchBridge
import Foundation
import TestSupport
import Testing

/// Recordings that are cut short, damaged, or made to hurt.
@Suite(.fixtures, .timeLimit(.minutes(4))) struct HostileArchiveTests {
  private static func session(_ lib: LibraryClient) throws {
    try lib.declare("int apply_int(int (*function)(int), int value); int plain(int value);")
    for value in 0..<4 {
      let _: Int = try lib.apply_int(Callback { (value: Int32) -> Int32 in value + 1 }, value)
    }
    let _: Int = try lib.apply_on_thread(Callback { (value: Int32) -> Int32 in value }, 4)
  }

  private func recorded() throws -> (Recording, [UInt8]) {
    let recording = Recording()
    try recording.record("callbacks") { lib in try Self.session(lib) }
    return (recording, try recording.bytes)
  }

  /// Replays the bytes: it either ends well or with an error that says why.
  private func attempt(_ recording: Recording, _ bytes: [UInt8]) throws -> BridgeError? {
    try recording.replace(bytes)
    do {
      try recording.replay(
        "callbacks", configuration: .init(timeout: .seconds(20))
      ) { lib in try Self.session(lib) }
      return nil
    } catch {
      let error = try #require(error as? BridgeError)
      #expect(error.code != .timedOut, "\(error)")
      #expect(!error.message.isEmpty)
      return error
    }
  }

  @Test func `a recording that ends anywhere is replayed up to there`() throws {
    let (recording, bytes) = try recorded()
    var codes: Set<BridgeError.Code> = []
    for count in stride(from: 0, to: bytes.count, by: 41) {
      if let error = try attempt(recording, Array(bytes[..<count])) { codes.insert(error.code) }
    }
    #expect(codes.isSubset(of: [.recordingUnreadable, .replayMismatch]), "\(codes)")
    #expect(codes.count == 2)
  }

  @Test func `damage is told, never trapped on`() throws {
    let (recording, bytes) = try recorded()
    var random = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
    var errorCount = 0
    for _ in 0..<100 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: 0..<damaged.count, using: &random)
        damaged[index] = UInt8.random(in: 0...255, using: &random)
      }
      if try attempt(recording, damaged) != nil { errorCount += 1 }
    }
    #expect(errorCount > 80)
  }

  @Test func `lengths that lie take no memory`() throws {
    let (recording, bytes) = try recorded()
    for offset in stride(from: 0, to: min(bytes.count - 8, 600), by: 5) {
      var damaged = bytes
      for index in 0..<8 { damaged[offset + index] = 0xFF }
      _ = try attempt(recording, damaged)
    }
  }

  /// The places of the records' heads behind the header.
  private func records(_ bytes: [UInt8]) -> [Int] {
    func number(_ offset: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    var places: [Int] = []
    var offset = 16 + number(12, 4)
    while offset + 16 <= bytes.count {
      places.append(offset)
      offset += 16 + number(offset + 8, 8)
    }
    return places
  }

  /// Writes the checksum that belongs to the record at `place`.
  private func seal(_ bytes: inout [UInt8], _ place: Int, _ end: Int) {
    let sum = ArchiveChecksum.of(bytes[place], Array(bytes[(place + 16)..<end]))
    for index in 0..<4 { bytes[place + 4 + index] = UInt8(truncatingIfNeeded: sum >> (8 * index)) }
  }

  @Test func `a forged recording is refused like a helper that lies`() throws {
    let (recording, bytes) = try recorded()
    let places = records(bytes) + [bytes.count]
    var random = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
    for _ in 0..<60 {
      var forged = bytes
      let index = Int.random(in: 0..<places.count - 1, using: &random)
      let (place, end) = (places[index], places[index + 1])
      guard end - place > 16 else { continue }
      // Threads are left as they are: who waits for another one waits for a while.
      var offset = Int.random(in: place + 16..<end, using: &random)
      if (36..<40).contains(offset - place) { offset = place + 16 }
      forged[offset] = UInt8.random(in: 0...255, using: &random)
      seal(&forged, place, end)
      _ = try attempt(recording, forged)
    }
  }

  @Test func `a recording in which nothing can go on ends the session`() throws {
    let (recording, bytes) = try recorded()
    let places = records(bytes) + [bytes.count]
    // The reply to the first call is said to come from another thread.
    let kinds = places.dropLast(2).map { (bytes[$0], bytes[$0 + 16 + 6]) }
    let index = try #require(kinds.firstIndex { $0 == (3, 8) })
    var forged = bytes
    forged[places[index] + 36] = 9
    seal(&forged, places[index], places[index + 1])
    try recording.replace(forged)
    let error = thrown {
      try recording.replay("callbacks") { lib in try Self.session(lib) }
    }
    #expect(
      error?.code == .recordingUnreadable || error?.code == .protocolViolation,
      "\(String(describing: error))")
  }

  @Test func `a call's answer that was not written is missed`() throws {
    let recording = Recording()
    // The file as a program leaves it that is killed after its second call.
    var bytes: [UInt8] = []
    try recording.record("adder") { lib in
      let _: Int32 = try lib.add(1, 2)
      let _: Int32 = try lib.add(3, 4)
      bytes = try recording.bytes
    }
    try recording.replace(bytes)
    try recording.replay("adder") { lib in
      let sums: [Int32] = [try lib.add(1, 2), try lib.add(3, 4)]
      #expect(sums == [3, 7])
      expect(.replayMismatch, "call 3: made add(5, 6), but the recording ends before it") {
        let _: Int32 = try lib.add(5, 6)
      }
    }
  }

  @Test func `a newer format is told as such`() throws {
    let (recording, bytes) = try recorded()
    var newer = bytes
    newer[8] = 2
    let error = try attempt(recording, newer)
    #expect(error?.code == .recordingUnreadable)
    #expect(error?.message.contains("newer version") == true)
  }
}
