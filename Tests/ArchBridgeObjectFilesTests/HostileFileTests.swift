import ArchBridgeObjectFiles
import TestSupport
import Testing

/// Files made to waste time or memory, and files broken at random.
@Suite(.timeLimit(.minutes(4))) struct HostileFileTests {
  /// Asks everything, and gives how many bytes were read for it.
  ///
  /// What a broken file answers is of no interest, that it answers is.
  private func ask(_ bytes: [UInt8]) -> Int {
    let source = CountingSource(bytes)
    guard let file = try? ELFFile(source) else { return source.readByteCount }
    _ = file.header.machineName
    _ = try? file.interpreter
    _ = try? file.buildID
    _ = try? file.dynamicSection()
    _ = try? file.exportedSymbols()
    return source.readByteCount
  }

  @Test func `refuses many symbols that share a long name`() {
    var tiny = TinyELF()
    tiny.symbols = (0..<4000).map { _ in .init(name: "") }
    tiny.symbols[0].name = String(repeating: "long", count: 4000)
    var image = tiny.image
    let table = image.offset("symbols")
    for index in 2...4000 {
      image.bytes.replaceSubrange(
        table + 24 * index..<table + 24 * index + 4, with: image.bytes[table + 24..<table + 28])
    }
    #expect(throws: ObjectFileError.stringsTooLong(.stringTable)) {
      try file(image.bytes).exportedSymbols()
    }
  }

  @Test func `refuses a path of too many folders`() {
    let tiny = TinyELF(runpath: String(repeating: ":", count: 100_000))
    #expect(throws: ObjectFileError.stringsTooLong(.dynamicSection)) {
      try file(tiny.bytes).dynamicSection()
    }
  }

  @Test func `version definitions that are counted without end come to one`() throws {
    let tiny = TinyELF(
      symbols: [.init(name: "f", version: 2)], versions: ["V"], dynamic: [(0x6FFF_FFFD, .max)])
    #expect(try file(tiny.bytes).exportedSymbols().first?.version == "V")
  }

  @Test func `overlapping version definitions come to an end`() throws {
    var tiny = TinyELF()
    tiny.versions = (0..<5000).map { _ in "V" }
    tiny.dynamic = [(0x6FFF_FFFD, .max)]
    var image = tiny.image
    // As words, all of them: each definition overlaps the next, which starts four bytes on.
    let start = image.offset("versions")
    for offset in start..<image.offset("strings") {
      image.bytes[offset] = (offset - start) % 4 == 0 ? 4 : 0
    }
    let source = CountingSource(image.bytes)
    #expect(try ELFFile(source).exportedSymbols().count == 1)
    #expect(source.readByteCount < 8 * image.bytes.count)
  }

  @Test func `looks at a limited part of many notes`() throws {
    var tiny = TinyELF()
    tiny.notes = (0..<20_000).flatMap { _ in tiny.note(type: 1, [1, 2, 3, 4]) }
    let source = CountingSource(tiny.bytes)
    #expect(try ELFFile(source).buildID == nil)
    #expect(source.readByteCount < 70_000)
  }

  @Test(arguments: TinyLayout.allCases)
  func `answers whatever one byte of a small file is`(layout: TinyLayout) {
    var tiny = layout.tiny
    tiny.hash = .both
    tiny.versions = ["V"]
    tiny.runpath = "/a"
    tiny.interpreter = Array("/lib/ld.so\0".utf8)
    tiny.notes = tiny.note(type: 3, [1, 2, 3, 4])
    let bytes = tiny.bytes
    var greatestCount = 0
    for index in bytes.indices {
      for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
        var broken = bytes
        broken[index] = value
        greatestCount = max(greatestCount, ask(broken))
      }
      greatestCount = max(greatestCount, ask(Array(bytes.prefix(index))))
    }
    #expect(greatestCount < 16 * bytes.count)
  }

  @Test(.enabled(if: InstalledLibraries.small != nil))
  func `answers whatever becomes of a real library`() throws {
    let path = try #require(InstalledLibraries.small)
    var bytes = try InstalledLibraries.contents(path)
    let regions = try Self.regions(of: bytes)
    var random = SeededGenerator(seed: 20)
    var greatestCount = 0
    for _ in 0..<20_000 {
      var undo: [(Int, UInt8)] = []
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let region = regions.randomElement(using: &random) ?? bytes.indices
        let index = Int.random(in: region, using: &random)
        undo.append((index, bytes[index]))
        bytes[index] = Self.mutated(bytes[index], &random)
      }
      greatestCount = max(greatestCount, ask(bytes))
      for (index, value) in undo.reversed() { bytes[index] = value }
    }
    #expect(greatestCount < 8 * bytes.count)
  }

  @Test(.enabled(if: InstalledLibraries.small != nil))
  func `answers wherever a real library ends`() throws {
    let path = try #require(InstalledLibraries.small)
    let bytes = try InstalledLibraries.contents(path)
    for count in Array(0..<1024) + Array(stride(from: 1024, to: bytes.count, by: 13)) {
      let start = Array(bytes.prefix(count))
      #expect(ask(start) < 8 * bytes.count)
      // What a library needs is told near its end: it cannot be had from half of it.
      guard count < bytes.count / 2 else { continue }
      #expect(throws: ObjectFileError.self) { try file(start).dynamicSection() }
    }
  }

  /// The parts to break: the headers and tables at the start, the dynamic section, and all.
  private static func regions(of bytes: [UInt8]) throws -> [Range<Int>] {
    let headers = 0..<min(512, bytes.count)
    let tables = 0..<min(2048, bytes.count)
    // The dynamic segment of a 32-bit library is told by its program header.
    var regions = [headers, headers, tables, tables, bytes.indices]
    let word = { (offset: Int) in
      (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    for header in stride(from: 52, to: 52 + 32 * (Int(bytes[44])), by: 32) where word(header) == 2 {
      let dynamic = word(header + 4)..<word(header + 4) + word(header + 16)
      regions += [dynamic, dynamic, dynamic]
    }
    return regions
  }

  private static func mutated(_ byte: UInt8, _ random: inout SeededGenerator) -> UInt8 {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: byte ^ (1 << UInt8.random(in: 0..<8, using: &random))
    case 1: [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
    case 2: byte &+ 1
    default: UInt8.random(in: 0...255, using: &random)
    }
  }
}
