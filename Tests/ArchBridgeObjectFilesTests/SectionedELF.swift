/// Builds 64-bit ELF images that have sections alone: code, and what a test puts beside it.
struct SectionedELF {
  struct Section {
    var name: String
    var bytes: [UInt8]
    var type: UInt64 = 1
    var flags: UInt64 = 0
    var link: UInt64 = 0
    var entryByteCount: UInt64 = 0
    var address: UInt64 = 0
    /// What the header says, where that is not so.
    var statedByteCount: UInt64?
  }

  /// Where the code is, 4 KiB of it.
  static let code: Range<UInt64> = 0x1000..<0x2000

  var sections: [Section] = []

  init(_ sections: [Section]) { self.sections = sections }

  /// A file with one line table.
  init(lines: [UInt8]) { self.init([Section(name: ".debug_line", bytes: lines)]) }

  var bytes: [UInt8] {
    var all = [Section(name: "", bytes: [], type: 0)]
    all.append(
      Section(
        name: ".text", bytes: [], type: 8, flags: 6, address: Self.code.lowerBound,
        statedByteCount: UInt64(Self.code.count)))
    all += sections
    all.append(Section(name: ".shstrtab", bytes: [], type: 3))
    var names: [UInt8] = [0]
    let offsets = all.map { section in
      defer { names += Array(section.name.utf8) + [0] }
      return UInt64(names.count)
    }
    all[all.count - 1].bytes = names
    var body: [UInt8] = []
    var headers: [UInt8] = []
    for (section, name) in zip(all, offsets) {
      headers += little(name, 4) + little(section.type, 4) + little(section.flags, 8)
      headers += little(section.address, 8) + little(UInt64(64 + body.count), 8)
      headers += little(section.statedByteCount ?? UInt64(section.bytes.count), 8)
      headers += little(section.link, 4) + little(0, 4) + little(1, 8)
      headers += little(section.entryByteCount, 8)
      body += section.bytes
    }
    var header: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 9)
    header += little(3, 2) + little(62, 2) + little(1, 4) + little(0, 16)
    header += little(UInt64(64 + body.count), 8) + little(0, 4)
    header += little(64, 2) + little(0, 2) + little(0, 2)
    header += little(64, 2) + little(UInt64(all.count), 2) + little(UInt64(all.count - 1), 2)
    return header + body + headers
  }
}

/// A number of so many bytes, the lowest first.
func little(_ value: UInt64, _ byteCount: Int) -> [UInt8] {
  (0..<byteCount).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) : 0 }
}

/// A unit of version 4 of a line table, with one file, and fields to break.
struct TinyLines {
  var version: UInt64 = 4
  var lineRange: UInt8 = 14
  var firstSpecialOpcode: UInt8 = 13
  var tables: [UInt8] = [0] + Array("a.c".utf8) + [0, 0, 0, 0, 0]
  var program: [UInt8] = TinyLines.program(at: 0x1100)
  /// What is added to the length that the unit states.
  var excess: UInt64 = 0

  /// One sequence of 16 bytes, all of them line 7.
  static func program(at address: UInt64) -> [UInt8] {
    [0, 9, 2] + little(address, 8) + [3, 6, 1, 2, 16, 0, 1, 1]
  }

  var bytes: [UInt8] {
    let counts: [UInt8] = [0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1]
    let head: [UInt8] =
      [1, 1, 1, 0xFB, lineRange, firstSpecialOpcode]
      + (firstSpecialOpcode == 13 ? counts : []) + tables
    let described: [UInt8] = version == 5 ? [8, 0] : []
    let rest = little(version, 2) + described + little(UInt64(head.count), 4) + head + program
    return little(UInt64(rest.count) &+ excess, 4) + rest
  }
}
