import ArchBridgeABI
import ArchBridgeObjectFiles
import Testing

/// The same facts as `readelf` tells, about real libraries.
@Suite(.enabled(if: ReadelfReport.isInstalled || InstalledLibraries.isContinuousIntegration))
struct InstalledLibraryTests {
  private func library(_ path: String) throws -> (file: ELFFile, report: ReadelfReport) {
    (try file(try InstalledLibraries.contents(path)), try ReadelfReport(of: path))
  }

  @Test(arguments: InstalledLibraries.all)
  func `tells the header's facts`(path: String) throws {
    let (file, report) = try library(path)
    #expect(file.header.bitCount == report.bitCount)
    #expect(file.header.fileType == .sharedObject && report.fileType == "DYN")
    #expect(file.header.architecture == (path.contains("i386") ? .i386 : .x86_64))
    #expect(try file.interpreter == report.interpreter)
    let buildID = try file.buildID?.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    #expect(buildID?.joined() == report.buildID)
  }

  @Test(arguments: InstalledLibraries.all + ["/bin/sh"])
  func `tells the dynamic section's facts`(path: String) throws {
    let (file, report) = try library(path)
    let section = try #require(try file.dynamicSection())
    #expect(section.soname == report.values("SONAME").first)
    #expect(section.neededLibraries == report.values("NEEDED"))
    #expect(section.runpath == report.folders.runpath)
    #expect(section.rpath == report.folders.rpath)
    #expect(section.isPositionIndependentExecutable == report.hasFlag("PIE", "FLAGS_1"))
    #expect(section.forbidsOpening == report.hasFlag("NOOPEN", "FLAGS_1"))
    #expect(section.usesStaticThreadLocalStorage == report.hasFlag("STATIC_TLS", "FLAGS"))
    #expect(section.hasTextRelocations == report.lines.contains { $0.contains("TEXTREL") })
  }

  @Test(arguments: InstalledLibraries.all)
  func `lists the exported symbols`(path: String) throws {
    let (file, report) = try library(path)
    let symbols = try file.exportedSymbols().map {
      ReadelfReport.Symbol(
        name: $0.name, version: $0.version, isDefault: $0.isDefault, type: Self.name(of: $0.kind),
        address: $0.address, byteCount: $0.byteCount)
    }
    #expect(!symbols.isEmpty)
    #expect(symbols.count == report.symbols.count)
    #expect(Set(symbols).symmetricDifference(report.symbols) == [])
  }

  @Test(arguments: InstalledLibraries.required)
  func `reads no more than a question needs`(path: String) throws {
    let source = CountingSource(try InstalledLibraries.contents(path))
    let file = try ELFFile(source)
    #expect(source.readByteCount < 2048)
    _ = try file.dynamicSection()
    _ = try file.buildID
    #expect(source.readByteCount < 16_384)
    let before = source.readByteCount
    let symbols = try file.exportedSymbols()
    let names = symbols.reduce(0) { $0 + $1.name.utf8.count + 1 }
    #expect(source.readByteCount - before < 4096 + 2 * names + 64 * symbols.count)
  }

  @Test(arguments: InstalledLibraries.required)
  func `needs no section headers`(path: String) throws {
    var bytes = try InstalledLibraries.contents(path)
    let whole = try file(bytes)
    let is64 = whole.header.bitCount == 64
    let place = is64 ? (offset: 40..<48, counts: 58..<64) : (offset: 32..<36, counts: 46..<52)
    for index in Array(place.offset) + Array(place.counts) { bytes[index] = 0 }
    let stripped = try file(bytes)
    #expect(try stripped.exportedSymbols() == whole.exportedSymbols())
    #expect(try stripped.dynamicSection() == whole.dynamicSection())
    #expect(try stripped.buildID == whole.buildID)
  }

  private static func name(of kind: ELFSymbol.Kind) -> String {
    switch kind {
    case .function: "FUNC"
    case .object: "OBJECT"
    case .threadLocal: "TLS"
    case .indirectFunction: "IFUNC"
    case .unspecified: "NOTYPE"
    }
  }
}
