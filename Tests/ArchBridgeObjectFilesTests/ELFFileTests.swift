import ArchBridgeABI
import ArchBridgeObjectFiles
import Testing

/// The layouts that an ELF file can have.
enum TinyLayout: CaseIterable, Sendable {
  case little32, little64, big32, big64

  var tiny: TinyELF {
    let is64 = self == .little64 || self == .big64
    let isLittleEndian = self == .little32 || self == .little64
    let machine: UInt16 = isLittleEndian ? (is64 ? 62 : 3) : (is64 ? 21 : 20)
    return TinyELF(is64: is64, isLittleEndian: isLittleEndian, machine: machine)
  }
}

func file(_ bytes: [UInt8]) throws -> ELFFile { try ELFFile(ObjectFileBytes(bytes)) }

@Suite struct ELFFileTests {
  @Test(arguments: TinyLayout.allCases)
  func `tells the header's facts in every layout`(layout: TinyLayout) throws {
    let tiny = layout.tiny
    let header = try file(tiny.bytes).header
    #expect(header.bitCount == (tiny.is64 ? 64 : 32))
    #expect(header.byteOrder == (tiny.isLittleEndian ? .littleEndian : .bigEndian))
    #expect(header.machine == tiny.machine)
    #expect(header.fileType == .sharedObject)
  }

  @Test(arguments: TinyLayout.allCases)
  func `tells the dynamic section's facts in every layout`(layout: TinyLayout) throws {
    var tiny = layout.tiny
    tiny.runpath = "$ORIGIN/../lib:/opt/vendor:"
    tiny.rpath = "/old"
    let section = try #require(try file(tiny.bytes).dynamicSection())
    #expect(section.soname == "libtiny.so.1")
    #expect(section.neededLibraries == ["libc.so.6", "libm.so.6"])
    #expect(section.runpath == ["$ORIGIN/../lib", "/opt/vendor", ""])
    #expect(section.rpath == ["/old"])
  }

  @Test(arguments: TinyLayout.allCases, [TinyELF.Hash.systemV, .gnu, .both])
  func `finds symbols by either hash table`(layout: TinyLayout, hash: TinyELF.Hash) throws {
    var tiny = layout.tiny
    tiny.hash = hash
    tiny.symbols = [
      .init(name: "first", value: 0x44, byteCount: 12),
      .init(name: "second", information: 0x21, value: 0x48, byteCount: 8),
    ]
    #expect(
      try file(tiny.bytes).exportedSymbols() == [
        ELFSymbol(name: "first", kind: .function, address: 0x44, byteCount: 12),
        ELFSymbol(name: "second", kind: .object, address: 0x48, byteCount: 8),
      ])
  }

  @Test(arguments: [UInt16(22), 0x9026])
  func `reads the wide hash table of two machines`(machine: UInt16) throws {
    var tiny = TinyELF(machine: machine, hash: .systemV)
    tiny.isLittleEndian = machine != 22
    tiny.hasWideHash = true
    #expect(try file(tiny.bytes).exportedSymbols().map(\.name) == ["tiny"])
  }

  @Test func `names the versions of symbols`() throws {
    var tiny = TinyELF(is64: false, machine: 3)
    tiny.versions = ["TINY_1", "TINY_2"]
    tiny.symbols = [
      .init(name: "f", version: 0x8002), .init(name: "f", version: 3), .init(name: "g"),
      .init(name: "TINY_2", information: 0x11, section: 0xFFF1, value: 0, version: 3),
    ]
    let symbols = try file(tiny.bytes).exportedSymbols()
    #expect(symbols.map(\.name) == ["f", "f", "g"])
    #expect(symbols.map(\.version) == ["TINY_1", "TINY_2", nil])
    #expect(symbols.map(\.isDefault) == [false, true, true])
  }

  @Test func `leaves out what is undefined, local or hidden`() throws {
    var tiny = TinyELF()
    tiny.symbols = [
      .init(name: "undefined", section: 0), .init(name: "local", information: 0x02),
      .init(name: "internal", other: 1), .init(name: "hidden", other: 2),
      .init(name: "protected", other: 3), .init(name: "weak", information: 0x22),
      .init(name: "unique", information: 0xA1), .init(name: "section", information: 0x13),
      .init(name: ""),
    ]
    let names = try file(tiny.bytes).exportedSymbols().map(\.name)
    #expect(names == ["protected", "weak", "unique"])
  }

  @Test(arguments: [
    (UInt8(0), ELFSymbol.Kind.unspecified), (1, .object), (2, .function), (5, .object),
    (6, .threadLocal), (10, .indirectFunction), (13, .unspecified),
  ])
  func `tells what a symbol stands for`(type: UInt8, kind: ELFSymbol.Kind) throws {
    let tiny = TinyELF(symbols: [.init(name: "tiny", information: 0x10 | type)])
    #expect(try file(tiny.bytes).exportedSymbols().first?.kind == kind)
  }

  @Test func `a library that exports nothing has no symbols`() throws {
    #expect(try file(TinyELF(symbols: []).bytes).exportedSymbols() == [])
  }

  @Test func `a file without a dynamic segment has neither section nor symbols`() throws {
    let image = TinyELF(fileType: 1).image
    // One program header rather than two leaves the loaded segment.
    let object = try file(image.with(1, byteCount: 2, at: 56))
    #expect(object.header.fileType == .relocatable)
    #expect(try object.dynamicSection() == nil)
    #expect(try object.exportedSymbols() == [])
    #expect(try object.buildID == nil)
    #expect(try object.interpreter == nil)
  }

  @Test func `tells the dynamic flags`() throws {
    let plain = try #require(try file(TinyELF().bytes).dynamicSection())
    #expect(!plain.isPositionIndependentExecutable && !plain.forbidsOpening)
    #expect(!plain.usesStaticThreadLocalStorage && !plain.hasTextRelocations)
    let flagged = TinyELF(dynamic: [(0x6FFF_FFFB, 0x0800_0040), (30, 0x14)])
    let section = try #require(try file(flagged.bytes).dynamicSection())
    #expect(section.isPositionIndependentExecutable && section.forbidsOpening)
    #expect(section.usesStaticThreadLocalStorage && section.hasTextRelocations)
    let old = TinyELF(dynamic: [(22, 0)])
    #expect(try file(old.bytes).dynamicSection()?.hasTextRelocations == true)
  }

  @Test func `gives the interpreter`() throws {
    let tiny = TinyELF(interpreter: Array("/lib/ld-linux.so.2\0".utf8))
    #expect(try file(tiny.bytes).interpreter == "/lib/ld-linux.so.2")
  }

  @Test(arguments: TinyLayout.allCases)
  func `finds the build ID behind other notes`(layout: TinyLayout) throws {
    var tiny = layout.tiny
    let other = tiny.note(type: 1, [1, 2, 3, 4]) + tiny.note(type: 3, [9], name: "Go\0\0")
    tiny.notes = other + [0, 0, 0] + tiny.note(type: 3, [0xAB, 0xCD])
    #expect(try file(tiny.bytes).buildID == [0xAB, 0xCD])
  }

  @Test func `pads notes to eight bytes where the segment says so`() throws {
    var tiny = TinyELF(noteAlignment: 8)
    tiny.notes =
      tiny.note(type: 5, [1, 2, 3, 4]) + [0, 0, 0, 0] + tiny.note(type: 3, [0xEF])
    #expect(try file(tiny.bytes).buildID == [0xEF])
  }

  @Test func `shows bytes that are no UTF-8 as replaced`() throws {
    let image = TinyELF().image
    let soname = image.with(0xFF, byteCount: 1, at: image.offset("strings") + 1 + 5 + 20)
    let section = try #require(try file(soname).dynamicSection())
    let all = [section.soname ?? ""] + section.neededLibraries
    #expect(all.joined().unicodeScalars.contains("\u{FFFD}"))
  }
}
