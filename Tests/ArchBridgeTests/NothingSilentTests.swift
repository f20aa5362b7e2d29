import ArchBridge
import Foundation
import Testing

/// What could be changed, cut or waited for without a word, and is refused instead.
@Suite(.fixtures)
struct NothingSilentTests {
  @Test(arguments: ["😀", "\u{FFFF}", "\u{10000}", "\u{81}"])
  func `a character that Windows-1252 lacks is refused`(_ character: String) throws {
    try withFixture("strings", configuration: .init(textEncoding: .windows1252)) { lib in
      expect(.invalidText, "Windows-1252") {
        let _: Int32 = try lib.byte_count("a" + character)
      }
    }
  }

  @Test func `two dots behind a symbolic link mean what the kernel says`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "archbridge-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let inner = folder.appending(path: "target/inner")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "link").path, withDestinationPath: "target/inner")
    for (file, library) in [("libx.so", "adder"), ("target/libx.so", "names")] {
      try FileManager.default.copyItem(
        atPath: Fixture.path(library, .i386), toPath: folder.appending(path: file).path)
    }
    let path = folder.path + "/link/../libx.so"
    try withLibrary(path) { lib in
      expect(.symbolNotFound, "add") { let _: Int32 = try lib.add(1, 2) }
    }
  }

  @Test func `a name is not cut at its NUL`() throws {
    try withFixture("adder") { lib in
      expect(.symbolNotFound) { let _: Int32 = try lib.call("add\0x", 1, 2) }
    }
  }

  @Test func `a working directory is not cut at its NUL`() {
    expect(.helperNotStarted, "NUL") {
      try withFixture("adder", configuration: .init(workingDirectory: "/tmp\0x")) { _ = $0 }
    }
  }

  @Test(arguments: ["/a:b", "/a;b", "/a\0LD_PRELOAD=/x"])
  func `a folder that no loader can search is refused`(_ folder: String) {
    expect(.libraryNotFound, "searches") {
      try withFixture("adder", configuration: .init(searchPaths: [folder])) { _ = $0 }
    }
  }

  @Test func `a time limit holds while arguments are on their way`() throws {
    try withFixture("strings", configuration: .init(timeout: .milliseconds(100))) { lib in
      kill(lib.helperProcessID, SIGSTOP)
      expect(.timedOut) {
        let _: Int32 = try lib.byte_count([UInt8](repeating: 65, count: 20_000_000))
      }
    }
  }

  @Test func `a time limit of ages is none`() throws {
    try withFixture("adder", configuration: .init(timeout: .seconds(1e19))) { lib in
      let sum: Int32 = try lib.add(1, 2)
      #expect(sum == 3)
    }
  }

  @Test func `arguments beyond what a request carries leave the session as it was`() throws {
    try withFixture("adder", configuration: .init(channel: .pipe)) { lib in
      expect(.tooLarge) { let _: Int32 = try lib.add([UInt8](repeating: 0, count: 1_100_000_000)) }
      let sum: Int32 = try lib.add(1, 2)
      #expect(sum == 3)
    }
  }
}
