import ArchBridge
import Foundation
import Testing

/// What a replayed session says of a helper that died when it was recorded, and how it was confined.
@Suite(.fixtures, .timeLimit(.minutes(4))) struct RecordedCrashTests {
  /// All that a report says.
  private struct Told: Equatable {
    let report: String
    let description: String
    let frames: [CrashReport.Frame]
    let names: [String?]
    let address: RemoteAddress?
    let isOnMainThread: Bool?
    let arguments: [String]
    let standardError: [String]

    init(_ crash: CrashReport) {
      (report, description, frames) = (crash.report, crash.description, crash.frames)
      names = [crash.signalName, crash.codeText, crash.function, "\(crash.status)"]
      (address, isOnMainThread) = (crash.faultAddress, crash.isOnMainThread)
      (arguments, standardError) = (crash.arguments, crash.standardError)
    }
  }

  private func death(_ lib: LibraryClient, _ function: String) throws -> BridgeError? {
    try lib.declare("int outer(int, double, const char *, const double *, int);")
    return thrown {
      if function == "outer" {
        let _: Int = try lib.outer(1, 2.5, "abc", [1.0, 2.0], 2)
      } else {
        let _: Int32 = try lib.call(function, 3)
      }
    }
  }

  @Test(
    arguments: Architecture.all, ["outer", "die_on_thread", "complain", "die_by_null_function"])
  func `a crash is told as it was when it was recorded`(
    _ architecture: Architecture, _ function: String
  ) throws {
    let recording = Recording()
    let configuration = LibraryClient.Configuration(output: OutputCapture().destination)
    let recorded = try #require(
      try recording.record("crashes", architecture, configuration: configuration) {
        try death($0, function)
      })
    let replayed = try #require(
      try recording.replay("crashes", architecture, configuration: configuration) {
        try death($0, function)
      })
    #expect(recorded == replayed)
    let (one, other) = (try #require(recorded.crash), try #require(replayed.crash))
    #expect(one.frames.count >= 1 && one.frames.contains { $0.line != nil })
    #expect(Told(one) == Told(other))
    #expect(function != "complain" || other.standardError.last == "and no end")
  }

  @Test func `a helper that was killed leaves no more than it did`() throws {
    let recording = Recording()
    let recorded = try recording.record("deaths") { try death($0, "die_by_kill") }
    let replayed = try recording.replay("deaths") { try death($0, "die_by_kill") }
    #expect(try Told(#require(recorded?.crash)) == Told(#require(replayed?.crash)))
    #expect(replayed?.crash?.frames == [])
  }

  @Test func `what is said of a crash and cannot be read is damage`() throws {
    let recording = Recording()
    _ = try recording.record("crashes") { try death($0, "outer") }
    let bytes = try recording.bytes
    let sound = try Recorded(bytes)
    let index = try #require(sound.records.firstIndex { $0.kind == 9 })
    let contents = sound.records[index].contents
    var variants: [[UInt8]] = [[], [0x80], [0xF6], [0x87] + [UInt8](repeating: 0xF6, count: 7)]
    variants += stride(from: 0, to: contents.count, by: 7).map { Array(contents[..<$0]) }
    // 65 frames.
    variants.append(
      [0x87, 0xF6, 0xF6, 0xF6, 0xF6, 0x98, 65]
        + (0..<65).flatMap { _ in [0x87, 0, 0xF6, 0, 0xF6, 0, 0xF6, 0xF6] as [UInt8] } + [
          0xF6, 0x80,
        ])
    for variant in variants {
      var damaged = sound
      damaged.records[index].contents = variant
      try recording.replace(damaged.bytes)
      let error = try recording.replay("crashes") { try death($0, "outer") }
      #expect(error?.code == .recordingUnreadable, "\(String(describing: error))")
    }
  }

  @Test func `what would control a terminal is not told from a file`() throws {
    let recording = Recording()
    _ = try recording.record("crashes") { try death($0, "outer") }
    var forged = try Recorded(try recording.bytes)
    let index = try #require(forged.records.firstIndex { $0.kind == 9 })
    let place = try #require(forged.records[index].contents.firstRange(of: Array("middle".utf8)))
    forged.records[index].contents.replaceSubrange(place, with: Array("\u{1B}[31m!".utf8))
    try recording.replace(forged.bytes)
    let error = try recording.replay("crashes") { try death($0, "outer") }
    #expect(
      error?.crash?.frames.first { $0.symbol?.hasSuffix("[31m!") == true }?.symbol
        == "\u{FFFD}[31m!")
  }

  @Test func `a confined session is replayed where other paths are`() throws {
    let recording = Recording()
    let folder = FileManager.default.temporaryDirectory.appending(path: "archbridge-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func configuration(_ folder: String) -> LibraryClient.Configuration {
      .init(confinement: .strict(writing: [folder]))
    }
    let sum: Int32 = try recording.record("adder", configuration: configuration(folder.path)) {
      try $0.add(1, 2)
    }
    try FileManager.default.removeItem(at: folder)
    for path in [folder.path, "/elsewhere/in/vain"] {
      let again: Int32 = try recording.replay("adder", configuration: configuration(path)) {
        try $0.add(1, 2)
      }
      #expect(again == sum)
    }
    expect(.replayMismatch) {
      _ = try recording.replay("adder", configuration: .init(confinement: .noNetwork)) { _ in }
    }
  }
}

/// A recording in its parts.
private struct Recorded {
  struct Record {
    var kind: UInt8
    var contents: [UInt8]
  }

  var head: [UInt8]
  var records: [Record] = []

  init(_ bytes: [UInt8]) throws {
    func number(_ offset: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    var offset = 16 + number(12, 4)
    head = Array(bytes[..<offset])
    while offset + 16 <= bytes.count {
      let end = offset + 16 + number(offset + 8, 8)
      records.append(Record(kind: bytes[offset], contents: Array(bytes[(offset + 16)..<end])))
      offset = end
    }
  }

  /// The file, with checksums that fit.
  var bytes: [UInt8] {
    records.reduce(into: head) { bytes, record in
      bytes += [record.kind, 0, 0, 0]
      bytes += little(UInt64(ArchiveChecksum.of(record.kind, record.contents)), 4)
      bytes += little(UInt64(record.contents.count), 8) + record.contents
    }
  }

  private func little(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
  }
}

/// FNV-1a over words, as recordings have it.
enum ArchiveChecksum {
  static func of(_ kind: UInt8, _ contents: [UInt8]) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(kind)
    func add(_ word: UInt64) { hash = (hash ^ word) &* 0x100_0000_01b3 }
    var offset = 0
    while offset + 8 <= contents.count {
      add((0..<8).reduce(0) { $0 | UInt64(contents[offset + $1]) << UInt64(8 * $1) })
      offset += 8
    }
    for byte in contents[offset...] { add(UInt64(byte)) }
    add(UInt64(contents.count))
    hash ^= hash >> 29
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
