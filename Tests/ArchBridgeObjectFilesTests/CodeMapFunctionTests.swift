import ArchBridgeObjectFiles
import TestSupport
import Testing

/// The same functions as `readelf` lists, for addresses of real libraries.
@Suite(.enabled(if: Tool.isThere("readelf")), .timeLimit(.minutes(5)))
struct CodeMapFunctionTests {
  @Test func `there are libraries enough`() {
    #expect(
      InstalledLibraries.many.count >= 30 || !InstalledLibraries.isContinuousIntegration)
  }

  @Test(arguments: InstalledLibraries.many)
  func `names the function of an address`(path: String) throws {
    let report = try SymbolReport(of: path)
    let map = try CodeMap(ObjectFileBytes(try InstalledLibraries.contents(path)))
    var random = SeededGenerator(seed: 12)
    var found = 0
    for address in report.addresses(80, &random) {
      let place = map.place(of: address)
      let expected = report.functions(at: address)
      #expect(place?.function == nil ? expected == nil : expected != nil, "\(address)")
      guard let place, let function = place.function, let expected else { continue }
      #expect(expected.names.contains(function), "\(address)")
      #expect(place.functionOffset == address - expected.start)
      found += 1
    }
    #expect(found > (report.functionCount > 10 ? 30 : 0))
  }

  @Test(arguments: [false, true])
  func `reads a small part of a large library`(is64: Bool) throws {
    var tiny = TinyELF(is64: is64, machine: is64 ? 62 : 3)
    tiny.symbols = (0..<5000).map {
      .init(name: "function\($0)", value: 0x1000 + UInt64($0) * 4, byteCount: 4)
    }
    // The tables are a part of a hundred megabytes.
    let source = PaddedSource(tiny.executable.bytes, byteCount: 100_000_000)
    let map = try CodeMap(source)
    #expect(source.readByteCount < 32_768)
    #expect(
      map.place(of: 0x1000 + 4 * 4321 + 3) == .init(function: "function4321", functionOffset: 3))
    #expect(source.readByteCount < 200_000)
  }

  @Test func `a symbol without length goes on to the next, and what has one covers that`() throws {
    var tiny = TinyELF(is64: false, machine: 3)
    tiny.symbols = [
      .init(name: "open", value: 0x1010, byteCount: 0),
      .init(name: "label", information: 0x10, value: 0x1020, byteCount: 0),
      .init(name: "sized", value: 0x1040, byteCount: 16),
      .init(name: "inside", information: 0x10, value: 0x1044, byteCount: 0),
      .init(name: "weak", information: 0x22, value: 0x1040, byteCount: 16),
      .init(name: "data", information: 0x11, value: 0x1060, byteCount: 4),
      .init(name: "ifunc", information: 0x1A, value: 0x1064, byteCount: 4),
    ]
    let map = try CodeMap(ObjectFileBytes(tiny.executable.bytes))
    let names = [
      0x100F, 0x1010, 0x101F, 0x1020, 0x103F, 0x1040, 0x104F, 0x1050, 0x1060, 0x1064, 0x1068,
    ].map { map.place(of: $0)?.function }
    #expect(
      names == [
        nil, "open", "open", "label", "label", "sized", "sized", "inside",
        "inside", "ifunc", nil,
      ])
  }

  @Test(arguments: [false, true])
  func `broken section headers leave the dynamic symbols`(is64: Bool) throws {
    let image = TinyELF(is64: is64, machine: is64 ? 62 : 3).executable
    let sound = try CodeMap(ObjectFileBytes(image.bytes))
    let address = TinyELF.baseAddress + 0x40
    var tiny = TinyELF(is64: is64, machine: is64 ? 62 : 3)
    tiny.symbols = [.init(name: "tiny", value: address)]
    #expect(sound.place(of: address) == nil)
    for start in [1, 0x7FFF_FFFF] as [UInt64] {
      let broken = tiny.executable.with(start, byteCount: 4, at: is64 ? 40 : 32)
      let map = try CodeMap(ObjectFileBytes(broken))
      #expect(map.place(of: address + 1) == CodePlace(function: "tiny", functionOffset: 1))
    }
  }

  @Test func `an address outside code has no place`() throws {
    var tiny = TinyELF()
    tiny.symbols = [.init(name: "all", value: 0, byteCount: .max)]
    let map = try CodeMap(ObjectFileBytes(tiny.executable.bytes))
    #expect(map.place(of: TinyELF.baseAddress - 1) == nil)
    #expect(map.place(of: .max) == nil)
    #expect(try CodeMap(ObjectFileBytes(tiny.bytes)).place(of: 0x1010) == nil)
  }
}

extension TinyELF {
  /// The file with its loaded segment made executable.
  var executable: Image {
    var copy = image
    let flags = copy.offset("programHeaders") + (is64 ? 4 : 24)
    copy.bytes = copy.with(5, byteCount: 4, at: flags)
    return copy
  }
}
