import ArchBridgeABI
import ArchBridgeObjectFiles
import Foundation
import Synchronization
import TestSupport
import Testing

/// Debug information that is wrong, on purpose or not, ends reading with an answer or an error.
@Suite(.timeLimit(.minutes(4)))
struct HostileDebugTests {
  private typealias Library = TinyDebugLibrary

  /// The reason for which `tiny` is not declared.
  private func reason(_ entries: [UInt8]) throws -> String? {
    let found = try Library(entries: entries).read()
    #expect(found.declarations.functionNames == [])
    return found.omissions.first { $0.name == "tiny" }?.reason
  }

  private let first = TinyDebugLibrary.first

  @Test func `reads a function that is written by hand`() throws {
    let found = try Library(entries: Library.int + Library.tiny(type: first)).read()
    #expect(found.declarations.function(named: "tiny")?.description == "int tiny(int n)")
    #expect(found.omissions.isEmpty)
  }

  @Test(arguments: ["x; int evil(void)", "a\nb", "int", "9", "", "ü", "*/"])
  func `a name that C cannot have is none`(name: String) throws {
    let found = try Library(entries: Library.int + Library.tiny(name, type: first)).read()
    #expect(found.declarations.functionNames == ["tiny"])
    #expect(found.declarations.function(named: "tiny")?.description == "int tiny(int)")
  }

  @Test func `types that lead round in circles are not followed for ever`() throws {
    let second = first + 1 + 2 + 4
    let typedefs =
      [5] + Library.text("a") + little(UInt64(second), 4) + [5] + Library.text("b")
      + little(UInt64(first), 4)
    #expect(
      try reason(typedefs + Library.tiny(type: first))
        == "its parameter 'n' is a type that nests too deep")
  }

  @Test func `a structure that lies in itself is not declared`() throws {
    let structure =
      [6] + Library.text("s") + [8] + [7] + Library.text("m") + little(UInt64(first), 4) + [0, 0]
    let text = try #require(try reason(structure + Library.tiny(type: first)))
    #expect(text.contains("whose member 'm' is 's', which lies in itself"))
  }

  @Test func `a structure with members elsewhere is not declared`() throws {
    let structure =
      [6] + Library.text("s") + [8] + [7] + Library.text("m") + little(UInt64(first), 4) + [3, 0]
    let type = first + Library.int.count
    let text = try #require(try reason(Library.int + structure + Library.tiny(type: type)))
    #expect(text.contains("whose members lie where no attribute of C puts them"))
  }

  @Test func `a pointer leads to anything`() throws {
    let pointer: [UInt8] = [8] + little(0xFFFF, 4)
    let found = try Library(entries: pointer + Library.tiny(type: first)).read()
    #expect(found.declarations.function(named: "tiny") == nil)
    #expect(found.omissions.first?.reason.contains("damaged") == true)
  }

  @Test func `arrays of arrays of arrays have no size that could overflow`() throws {
    var entries = Library.int
    var type = first
    for _ in 0..<40 {
      let next = first + entries.count
      entries += [9] + little(UInt64(type), 4) + [10] + Library.uleb(0x7FFF_FFFF) + [0]
      type = next
    }
    let structure = first + entries.count
    entries += [6] + Library.text("s") + [8] + [7] + Library.text("m") + little(UInt64(type), 4)
    entries += [0, 0]
    #expect(try reason(entries + Library.tiny(type: structure)) != nil)
  }

  @Test func `enumerations whose signatures lead to one another end`() throws {
    // Each of two units of types says that the other one has the type.
    func unit(_ signature: UInt64, _ other: UInt64) -> [UInt8] {
      let head = little(4, 2) + little(0, 4) + [8] + little(signature, 8) + little(23, 4)
      let body = head + [11] + little(other, 8)
      return little(UInt64(body.count), 4) + body
    }
    var library = Library(entries: [11] + little(1, 8) + Library.tiny(type: first))
    library.shapes.append((11, 0x04, false, [(0x69, 0x20)]))
    library.types = unit(1, 2) + unit(2, 1)
    let found = try library.read()
    #expect(found.omissions.first?.reason.contains("nests too deep") == true)
  }

  @Test func `a bit-field is where no type reaches`() throws {
    var library = Library()
    library.shapes.append(
      (11, 0x0D, false, [(0x03, 0x08), (0x49, 0x13), (0x0D, 0x0F), (0x0C, 0x0F)]))
    let structure =
      [6] + Library.text("s") + [8, 11] + Library.text("m") + little(UInt64(first), 4)
      + Library.uleb(.max) + Library.uleb(.max) + [0]
    library.entries =
      Library.int + structure + Library.tiny(type: first + Library.int.count)
    let found = try library.read()
    #expect(found.omissions.map(\.name) == ["tiny"])
  }

  @Test(
    arguments: [
      [], [1], [2, 0x2E], [0], [1, 0x11, 1, 0x80], [1, 0x11, 1, 0x13, 0x7F, 0, 0, 0],
      [1, 0x11, 1, 0x13, 0x16, 0, 0, 0],
    ] as [[UInt8]])
  func `abbreviations that are not there are no reason to guess`(bytes: [UInt8]) throws {
    let library = Library(entries: Library.tiny(type: 0), abbreviations: bytes)
    let found = try library.read()
    #expect(found.declarations.functionNames == [])
    #expect(found.omissions.map(\.name) == ["tiny"])
  }

  @Test func `a unit that is longer than its section is an error`() {
    for excess in [1, 1 << 20, UInt64(UInt32.max) - 1000] {
      #expect(throws: ObjectFileError.self) {
        try Library(entries: Library.int, excess: excess).read()
      }
    }
  }

  @Test(arguments: [8, 64, 250])
  func `compressed sections together take no more than a file of that length may`(
    mebibyteCount: Int
  ) throws {
    let byteCount = mebibyteCount << 20
    let section = Array("ZLIB".utf8) + little(UInt64(byteCount), 8).reversed()
    let stream = [UInt8](repeating: 0, count: byteCount / 1000)
    let names = [".zdebug_info", ".zdebug_abbrev", ".zdebug_str", ".zdebug_line_str"]
    let file = ObjectFileBytes(Library.library(names.map { ($0, section + stream) }))
    let limit = 16 << 20 + 16 * file.byteCount
    let surroundings = Zeros(limit: limit)
    #expect(throws: ObjectFileError.decompressesToTooMuch(limit: limit)) {
      _ = try DebugDeclarations(file, path: "/a/b.so", surroundings: surroundings)
    }
  }

  /// Decompresses everything to zeros, up to a limit.
  private final class Zeros: CodeMapSurroundings {
    private let rest: Mutex<UInt64>

    init(limit: UInt64) { rest = Mutex(limit) }

    func file(at path: String) -> (any ObjectFileSource)? { nil }

    func decompressed(
      _ stream: [UInt8], _ compression: SectionCompression, byteCount: Int
    ) -> [UInt8]? {
      rest.withLock { rest in
        guard byteCount <= rest else {
          Issue.record("asked for \(byteCount) bytes where \(rest) are left")
          return nil
        }
        rest -= UInt64(byteCount)
        return [UInt8](repeating: 0, count: byteCount)
      }
    }
  }

  @Test func `a neighbour that is behind is not gone to`() throws {
    var shapes = Library.usual
    shapes[1].attributes.append((0x01, 0x13))
    // The function says that what follows it is at the unit's start.
    var entries = Library.int + Library.tiny(type: first)
    let place = Library.int.count + 1 + 8 + 5 + 4 + 2
    entries.insert(contentsOf: little(UInt64(first), 4), at: place)
    let found = try Library(shapes: shapes, entries: entries).read()
    #expect(found.declarations.functionNames == ["tiny"])
  }

  @Test(.enabled(if: Tool.isThere("gcc")), arguments: ["-gdwarf-2", "-gdwarf-5", "-O2 -g -flto"])
  func `no change of a byte traps or hangs`(options: String) throws {
    let fixture = SignatureFixture(
      compiler: .gcc, options: options.split(separator: " ").map(String.init))
    let bytes = try fixture.withLibrary { try InstalledLibraries.contents($0) }
    let whole = try DebugDeclarations(
      ObjectFileBytes(bytes), path: "/a/b.so", surroundings: Library.Nothing())
    #expect(whole.prototypes.count > 10)
    var generator = SeededGenerator(seed: 6)
    var differentCount = 0
    for _ in 0..<300 {
      var broken = bytes
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let place = Int.random(in: 0x1000..<broken.count, using: &generator)
        broken[place] = UInt8.random(in: 0...255, using: &generator)
      }
      let found = try? DebugDeclarations(
        ObjectFileBytes(broken), path: "/a/b.so", surroundings: Library.Nothing())
      if found?.text != whole.text { differentCount += 1 }
      guard let found else { continue }
      // Whatever it says, it is a text that can be read.
      var again = CDeclarations()
      try again.parse(found.text)
    }
    #expect(differentCount > 20)
    for length in stride(from: 0, to: bytes.count, by: 97) {
      let found = try? DebugDeclarations(
        ObjectFileBytes([UInt8](bytes.prefix(length))), path: "/a/b.so",
        surroundings: Library.Nothing())
      #expect(found == nil || length > 0)
    }
  }
}
