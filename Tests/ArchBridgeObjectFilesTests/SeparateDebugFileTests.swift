import ArchBridgeLibraryFiles
import ArchBridgeObjectFiles
import Foundation
import Synchronization
import Testing

/// Debug information in files of its own, as distributions have it.
@Suite(
  .enabled(if: Tool.isThere("objcopy") && Tool.isThere("gcc")), .timeLimit(.minutes(4)))
struct SeparateDebugFileTests {
  /// Files by the paths that they are asked for, and what was asked for.
  private final class Files: CodeMapSurroundings {
    let contents: [String: [UInt8]]
    let asked = Mutex<[String]>([])

    init(_ contents: [String: [UInt8]]) { self.contents = contents }

    func file(at path: String) -> (any ObjectFileSource)? {
      asked.withLock { $0.append(path) }
      return contents[path].map { ObjectFileBytes($0) }
    }

    func decompressed(
      _ stream: [UInt8], _ compression: SectionCompression, byteCount: Int
    ) -> [UInt8]? { nil }
  }

  private struct Parts {
    var whole: [UInt8]
    var stripped: [UInt8]
    var debug: [UInt8]
    var addresses: [UInt64]
  }

  /// A library, and what it is with its debug information elsewhere.
  private func parts(
    is32: Bool = true, hasBuildID: Bool, version: Int = 4
  ) throws -> Parts {
    try DebugFixture(language: .gcc, version: version, is32: is32).withLibrary { path in
      if !hasBuildID {
        try Tool.run("objcopy", ["--remove-section=.note.gnu.build-id", path])
      }
      let whole = try InstalledLibraries.contents(path)
      try split(path)
      let map = try CodeMap(ObjectFileBytes(whole))
      return Parts(
        whole: whole, stripped: try InstalledLibraries.contents(path),
        debug: try InstalledLibraries.contents(path + ".debug"),
        addresses: (0..<0x4000).map { UInt64($0) }.filter { map.place(of: $0)?.line != nil })
    }
  }

  private func split(_ path: String) throws {
    try Tool.run("objcopy", ["--only-keep-debug", path, path + ".debug"])
    try Tool.run("objcopy", ["--strip-all", path])
    try Tool.run("objcopy", ["--add-gnu-debuglink=\(path).debug", path])
  }

  private func expect(
    _ parts: Parts, _ path: String, _ files: Files, isFound: Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let whole = try CodeMap(ObjectFileBytes(parts.whole))
    let map = try CodeMap(ObjectFileBytes(parts.stripped), path: path, surroundings: files)
    try #require(parts.addresses.count > 100, sourceLocation: sourceLocation)
    for address in parts.addresses {
      let place = map.place(of: address)
      if isFound {
        #expect(place == whole.place(of: address), sourceLocation: sourceLocation)
      } else {
        #expect(place?.line == nil, sourceLocation: sourceLocation)
      }
    }
  }

  @Test(arguments: [false, true], [4, 5])
  func `takes the file of the build ID`(is32: Bool, version: Int) throws {
    let parts = try parts(is32: is32, hasBuildID: true, version: version)
    let buildID = try #require(try ELFFile(ObjectFileBytes(parts.whole)).buildID)
    let text = buildID.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let path = "/usr/lib/debug/.build-id/\(text.prefix(2))/\(text.dropFirst(2)).debug"
    try expect(parts, "/opt/a/libx.so", Files([path: parts.debug]), isFound: true)
    // Another library's file at the same place is not taken.
    var other = parts.debug
    let place = try #require(other.firstRange(of: buildID))
    other[place.lowerBound] ^= 1
    try expect(parts, "/opt/a/libx.so", Files([path: other]), isFound: false)
  }

  @Test(arguments: ["/opt/a", "/opt/a/.debug", "/usr/lib/debug/opt/a"], [false, true])
  func `takes the file of the link`(folder: String, hasBuildID: Bool) throws {
    let parts = try parts(hasBuildID: hasBuildID)
    let path = folder + "/fixture.so.debug"
    let files = Files([path: parts.debug])
    try expect(parts, "/opt/a/fixture.so", files, isFound: true)
    #expect(files.asked.withLock { $0.last } == path)
    // Another build of the same library is not taken.
    var other = parts.debug
    other[other.count - 1] ^= 1
    if hasBuildID {
      let id = try #require(try ELFFile(ObjectFileBytes(parts.whole)).buildID)
      other[try #require(other.firstRange(of: id)).lowerBound] ^= 1
    }
    try expect(parts, "/opt/a/fixture.so", Files([path: other]), isFound: false)
  }

  @Test func `takes no file of another architecture, and none that is no ELF file`() throws {
    let parts = try parts(hasBuildID: false)
    let wide = try self.parts(is32: false, hasBuildID: false)
    let path = "/opt/a/fixture.so.debug"
    for other in [wide.debug, Array("text".utf8), []] {
      try expect(parts, "/opt/a/fixture.so", Files([path: other]), isFound: false)
    }
  }

  @Test func `follows no link out of the folder`() throws {
    for name in ["../secret", "/etc/passwd", "..", ".", ""] {
      let text = Array(name.utf8) + [0]
      let padding = [UInt8](repeating: 0, count: (4 - text.count % 4) % 4)
      let file = SectionedELF([
        .init(name: ".gnu_debuglink", bytes: text + padding + [1, 2, 3, 4])
      ])
      let files = Files([:])
      _ = try CodeMap(ObjectFileBytes(file.bytes), path: "/opt/a/x.so", surroundings: files)
      #expect(files.asked.withLock { $0 } == [])
    }
  }

  @Test func `finds the file beside a library on disk, through a link to the library`() throws {
    try DebugFixture(language: .gcc, version: 5).withLibrary { path in
      let whole = try CodeMap(ObjectFileBytes(try InstalledLibraries.contents(path)))
      try split(path)
      let folder = NSTemporaryDirectory() + "archbridge-\(UUID().uuidString)"
      let manager = FileManager.default
      try manager.createDirectory(atPath: folder, withIntermediateDirectories: false)
      defer { try? manager.removeItem(atPath: folder) }
      try manager.createSymbolicLink(atPath: folder + "/link.so", withDestinationPath: path)
      let map = try CodeMap(path: folder + "/link.so")
      let places = (0x1000..<0x1400).map { map.place(of: $0) }
      #expect(places == (0x1000..<0x1400).map { whole.place(of: $0) })
      #expect(places.count { $0?.line != nil } > 100)
    }
  }

  @Test(arguments: ["/no/such/file", "/dev/null", "/", "a\0b"])
  func `says which file cannot be opened`(path: String) {
    #expect(throws: ObjectFileError.notOpened(path: path)) { try CodeMap(path: path) }
  }
}
