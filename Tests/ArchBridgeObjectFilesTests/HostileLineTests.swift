import ArchBridgeObjectFiles
import TestSupport
import Testing

/// Line tables made to waste time or memory, and debug information broken at random.
@Suite(.timeLimit(.minutes(4))) struct HostileLineTests {
  private func place(_ lines: [UInt8], _ address: UInt64 = 0x1108) throws -> CodePlace? {
    try CodeMap(ObjectFileBytes(SectionedELF(lines: lines).bytes)).place(of: address)
  }

  private let here = CodePlace(file: "a.c", line: 7)

  @Test func `a small table gives its line`() throws {
    #expect(try place(TinyLines().bytes) == here)
    #expect(try place(TinyLines().bytes, 0x1110) == nil)
    #expect(try place(TinyLines().bytes, 0x10FF) == nil)
  }

  @Test func `units that cannot be read are gone past`() throws {
    let sound = TinyLines().bytes
    #expect(try place(TinyLines(version: 9).bytes + sound) == here)
    #expect(try place(TinyLines(lineRange: 0).bytes + sound) == here)
    #expect(try place(TinyLines(firstSpecialOpcode: 0).bytes + sound) == here)
    #expect(try place([UInt8](repeating: 0, count: 4096) + sound) == here)
    #expect(try place(TinyLines(excess: 0x1000).bytes + sound) == nil)
    #expect(try place([0xFF, 0xFF, 0xFF, 0xFF] + little(.max, 8) + sound) == nil)
    #expect(try place([0xF0, 0xFF, 0xFF, 0xFF] + sound) == nil)
  }

  @Test func `an error in a program leaves what is before it`() throws {
    var lines = TinyLines()
    lines.program += [0, 0x7F, 9]
    #expect(try place(lines.bytes) == here)
    lines.program = [2, 0x80, 0x80] + [UInt8](repeating: 0x80, count: 100)
    #expect(try place(lines.bytes) == nil)
  }

  @Test func `lines of functions that the linker dropped are no code's`() throws {
    var lines = TinyLines()
    // From zero up to behind the code, as a long function has it that is not there.
    lines.program = [0, 9, 2] + little(0, 8) + [3, 1, 1, 2, 0xFF, 0x7F, 0, 1, 1]
    #expect(try place(lines.bytes) == nil)
    #expect(try place(lines.bytes + TinyLines().bytes) == here)
  }

  @Test func `addresses and lines that run over do no harm`() throws {
    let most: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]
    var lines = TinyLines()
    lines.program = [0, 9, 2] + little(0x1100, 8) + [3] + most + [1, 2] + most + [1, 0, 1, 1]
    #expect(try place(lines.bytes) == nil)
    lines.program = [0, 9, 2] + little(0x1100, 8) + [3] + [0x7E] + [1, 2, 16, 0, 1, 1]
    #expect(try place(lines.bytes) == CodePlace(file: "a.c", line: nil))
    lines.program = [0, 9, 2] + little(0x1100, 8) + [4] + most + [1, 2, 16, 0, 1, 1]
    #expect(try place(lines.bytes) == CodePlace(line: 1))
  }

  @Test func `tables that count more entries than there are bytes end`() throws {
    let many: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0x7F]
    for tables in [[1, 1, 8] + many, [0] + many, [1, 1, 0x19] + many, [0xFF] + many] {
      #expect(try place(TinyLines(version: 5, tables: tables).bytes) == CodePlace(line: 7))
    }
  }

  @Test func `a name without end and one that is too long are left out`() throws {
    for name in [[UInt8](repeating: 0x61, count: 300_000), Array("b.c".utf8)] {
      for isEnded in [false, true] {
        let entries: [UInt8] = [1, 1, 0x1F, 2] + little(0, 4) + little(0, 4)
        let lines = TinyLines(version: 5, tables: entries + entries)
        let file = SectionedELF([
          .init(name: ".debug_line", bytes: lines.bytes),
          .init(name: ".debug_line_str", bytes: name + (isEnded ? [0] : [])),
        ])
        let source = CountingSource(file.bytes)
        let place = try CodeMap(source).place(of: 0x1108)
        #expect(place == CodePlace(file: isEnded && name.count == 3 ? "b.c/b.c" : nil, line: 7))
        #expect(source.readByteCount < 1_000_000)
      }
    }
  }

  @Test func `a program of a million steps is run once`() throws {
    var lines = TinyLines()
    let sequence = TinyLines.program(at: 0x1100)
    lines.program =
      sequence.prefix(11) + [UInt8](repeating: 1, count: 500_000) + sequence.dropFirst(11)
    let source = CountingSource(SectionedELF(lines: lines.bytes).bytes)
    let map = try CodeMap(source)
    #expect(map.place(of: 0x1108) == here)
    for _ in 0..<100 { #expect(map.place(of: 0x1900) == nil) }
    #expect(source.readByteCount < 4 * 500_000)
  }

  @Test func `lines that are too many for a limit are not read`() throws {
    var lines = TinyLines()
    let sequence = TinyLines.program(at: 0x1100)
    lines.program =
      sequence.prefix(11) + [UInt8](repeating: 1, count: 500_000) + sequence.dropFirst(11)
    let source = CountingSource(SectionedELF(lines: lines.bytes).bytes)
    let map = try CodeMap(source)
    for _ in 0..<10 { #expect(map.place(of: 0x1108, lineByteLimit: 500_000) == nil) }
    #expect(source.readByteCount < 10_000)
    // Found, and then read again.
    #expect(map.place(of: 0x1108, lineByteLimit: 2 * lines.bytes.count) == here)
    #expect(map.place(of: 0x1108, lineByteLimit: lines.bytes.count) == here)
    #expect(map.place(of: 0x1108, lineByteLimit: lines.bytes.count - 1) == nil)
  }

  @Test(arguments: [24, 32], [0x4000, 1 << 63, .max, .max - 0x40] as [UInt64])
  func `a section that is not in the file is none`(field: Int, value: UInt64) throws {
    let names = [
      ".debug_line", ".debug_line_str", ".debug_aranges", ".debug_info", ".symtab",
      ".gnu_debuglink",
    ]
    let sound = SectionedELF(
      names.map { .init(name: $0, bytes: TinyLines().bytes, type: $0 == ".symtab" ? 2 : 1) }
    ).bytes
    let headers = sound.count - 64 * (names.count + 3)
    for index in 0..<names.count + 3 {
      var broken = sound
      let place = headers + 64 * index + field
      broken.replaceSubrange(place..<place + 8, with: little(value, 8))
      let map = try CodeMap(ObjectFileBytes(broken))
      let answer = map.place(of: 0x1108)
      #expect(answer == nil || answer == here)
      #expect(index != 2 || answer == nil)
      #expect(index != 0 || answer == here)
    }
  }

  @Test func `a compressed section does not say how much memory is taken`() throws {
    struct Surroundings: CodeMapSurroundings {
      func file(at path: String) -> (any ObjectFileSource)? { nil }
      func decompressed(
        _ stream: [UInt8], _ compression: SectionCompression, byteCount: Int
      ) -> [UInt8]? {
        Issue.record("asked for \(byteCount) bytes of \(stream.count)")
        return nil
      }
    }
    for byteCount in [1 << 20, 1 << 40, .max] as [UInt64] {
      let new = little(1, 4) + little(0, 4) + little(byteCount, 8) + little(1, 8) + [1, 2, 3]
      let old = Array("ZLIB".utf8) + little(byteCount, 8).reversed() + [1, 2, 3]
      for section in [
        SectionedELF.Section(name: ".debug_line", bytes: new, flags: 0x800),
        .init(name: ".zdebug_line", bytes: old),
        .init(name: ".debug_line", bytes: little(2, 4) + new.dropFirst(4), flags: 0x800),
      ] {
        let source = ObjectFileBytes(SectionedELF([section]).bytes)
        let map = try CodeMap(source, path: "/a", surroundings: Surroundings())
        #expect(map.place(of: 0x1108) == nil)
      }
    }
  }

  @Test(
    .enabled(if: Tool.isThere("gcc")),
    arguments: [
      DebugFixture(language: .gcc, version: 4, is32: true),
      DebugFixture(language: .gcc, version: 5, optimization: 2),
      DebugFixture(language: .clang, version: 3),
      DebugFixture(language: .clang, version: 5, is32: true),
    ].filter(\.isThere))
  func `answers whatever becomes of a library with lines`(fixture: DebugFixture) throws {
    var bytes = try fixture.withLibrary { try InstalledLibraries.contents($0) }
    let sound = try CodeMap(ObjectFileBytes(bytes))
    let addresses = (0..<0x4000).map { UInt64($0) }.filter { sound.place(of: $0)?.line != nil }
    try #require(addresses.count > 100)
    let regions = try debugSections(of: fixture)
    try #require(regions.count >= 5)
    var random = SeededGenerator(seed: 31)
    var greatestCount = 0
    var answers = 0
    for _ in 0..<3000 {
      var undo: [(Int, UInt8)] = []
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let region = regions.randomElement(using: &random) ?? bytes.indices
        let index = Int.random(in: region.clamped(to: bytes.indices), using: &random)
        undo.append((index, bytes[index]))
        bytes[index] =
          Bool.random(using: &random)
          ? [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
          : UInt8.random(in: 0...255, using: &random)
      }
      let source = CountingSource(bytes)
      if let map = try? CodeMap(source) {
        for _ in 0..<2 {
          if map.place(of: addresses.randomElement(using: &random) ?? 0) != nil { answers += 1 }
        }
      }
      greatestCount = max(greatestCount, source.readByteCount)
      for (index, value) in undo.reversed() { bytes[index] = value }
    }
    #expect(answers > 3000)
    #expect(greatestCount < 32 * bytes.count + 200_000)
  }

  /// Where the sections are that a look-up reads, and the headers.
  private func debugSections(of fixture: DebugFixture) throws -> [Range<Int>] {
    let output = try fixture.withLibrary { try Tool.run("readelf", ["-SW", $0]) }
    var regions = [0..<64]
    for line in output.split(separator: "\n") {
      guard let bracket = line.firstIndex(of: "]") else { continue }
      let words = line[bracket...].dropFirst().split(separator: " ")
      guard words.count > 4, let offset = Int(words[3], radix: 16),
        let byteCount = Int(words[4], radix: 16), byteCount > 0,
        words[0].hasPrefix(".debug") || words[0] == ".symtab" || words[0] == ".shstrtab"
      else { continue }
      regions.append(offset..<offset + byteCount)
      if words[0] == ".debug_line" {
        regions += Array(repeating: offset..<offset + byteCount, count: 3)
      }
      // The section headers are behind all sections.
      if words[0] == ".shstrtab" { regions.append(offset + byteCount..<offset + byteCount + 1600) }
    }
    return regions
  }
}
