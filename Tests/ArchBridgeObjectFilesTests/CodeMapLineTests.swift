import ArchBridgeLibraryFiles
import ArchBridgeObjectFiles
import Testing

/// The same lines as `addr2line` tells, for every address of libraries that compilers made.
@Suite(
  .enabled(
    if: ["addr2line", "readelf", "objcopy"].allSatisfy { Tool.isThere($0) }),
  .timeLimit(.minutes(10)))
struct CodeMapLineTests {
  @Test(arguments: DebugFixture.all.filter(\.isThere))
  func `gives the lines of every compiler`(fixture: DebugFixture) throws {
    try expectLines(of: fixture)
  }

  @Test(arguments: DebugFixture.wide.filter(\.isThere))
  func `gives the lines of units with wide offsets`(fixture: DebugFixture) throws {
    try expectLines(of: fixture)
  }

  @Test(arguments: DebugFixture.compressed.filter(\.isThere))
  func `gives the lines of compressed sections`(fixture: DebugFixture) throws {
    try expectLines(of: fixture)
  }

  private func expectLines(of fixture: DebugFixture) throws {
    try fixture.withLibrary { path in
      let symbols = try SymbolReport(of: path)
      let all = symbols.code.flatMap { Array($0) }
      // Every address, or one in so many of them.
      let step = max(1, all.count / 700)
      let addresses = stride(from: 0, to: all.count, by: step).map { all[$0] }
      // `addr2line` does not know all that the old way of compressing compresses.
      let plain = path + ".plain"
      try Tool.run("objcopy", ["--decompress-debug-sections", path, plain])
      let report = try LineReport(of: plain, addresses)
      try #require(report.places.count == addresses.count)
      let map = try CodeMap(path: path)
      let bytes = try InstalledLibraries.contents(path)
      let alone = try CodeMap(ObjectFileBytes(bytes))
      var count = 0
      for (address, expected) in zip(addresses, report.places) {
        let place = map.place(of: address)
        let line = place.flatMap { place in place.line.map { "\(place.file ?? "?"):\($0)" } } ?? ""
        if !fixture.isMisreadByAddr2line {
          #expect(line == expected, "\(String(address, radix: 16))")
        } else if line != "" {
          // The number is right there, and so is the file in the decoded table.
          #expect(report.lines.contains(String(line.split(separator: "/").last ?? "")))
          if expected != "", !fixture.options.contains("-gdwarf64") {
            #expect(line.split(separator: ":").last == expected.split(separator: ":").last)
          }
        }
        if line != "" { count += 1 }
        if address % 16 == 0, !fixture.options.contains(where: { $0.hasPrefix("-gz") }) {
          #expect(alone.place(of: address) == place)
        }
        if let function = symbols.functions(at: address) {
          #expect(function.names.contains(place?.function ?? ""))
          #expect(place?.functionOffset == address - function.start)
        } else {
          #expect(place?.function == nil)
        }
      }
      #expect(count > 100 / step)
    }
  }
}

extension DebugFixture {
  /// Whether the `addr2line` of Debian 12 takes the wrong file.
  ///
  /// In a sequence of version 5 that names no file it takes the first of the table, and the standard
  /// says the second. It does not find the names of wide units that GCC wrote.
  fileprivate var isMisreadByAddr2line: Bool {
    version == 5 && (language == .cxx || options.contains("-gdwarf64"))
  }
}
