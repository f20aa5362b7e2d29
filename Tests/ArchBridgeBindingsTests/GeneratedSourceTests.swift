import ArchBridge
import ArchBridgeBindings
import ArchBridgeCommands
import ArchBridgeGenerator
import Foundation
import Testing

/// Whole clients, compared with those that are committed.
@Suite struct GeneratedSourceTests {
  @Test(arguments: HeaderFixture.all)
  func `a header gives the client that is committed beside it`(_ fixture: HeaderFixture) throws {
    try compare(try fixture.generate().text, with: fixture.expected)
  }

  @Test(arguments: [
    ("SQLite", "sqlite3.h", "libsqlite3.so.0", ["--allow-missing"]),
    ("NLopt", "nlopt.h", "libnlopt.so.0", []),
  ])
  func `the examples' clients are what the headers give`(
    _ name: String, _ header: String, _ library: String, _ options: [String]
  ) throws {
    let folder = HeaderFixture.package.appending(path: "Examples/\(name)")
    let output = URL(filePath: NSTemporaryDirectory()).appending(path: "\(UUID()).swift")
    defer { try? FileManager.default.removeItem(at: output) }
    let code = ArchBridgeTool.run(
      [
        "generate", header, "--library", library, "--name", name, "--output", output.path,
        "--apinotes", folder.appending(path: "\(name).apinotes").path,
      ] + options,
      console: Console(output: { _ in }, error: { _ in }))
    #expect(code == 0)
    try compare(
      String(contentsOf: output, encoding: .utf8), with: folder.appending(path: "\(name).swift"))
  }

  @Test func `the example's client is what its Fortran interfaces give`() throws {
    let folder = HeaderFixture.package.appending(path: "Examples/LAPACK")
    let output = URL(filePath: NSTemporaryDirectory()).appending(path: "\(UUID()).swift")
    defer { try? FileManager.default.removeItem(at: output) }
    let code = ArchBridgeTool.run(
      [
        "generate", folder.appending(path: "lapack.f90").path, "--library", "liblapack.so.3",
        "--name", "LAPACK", "--output", output.path,
      ],
      console: Console(output: { _ in }, error: { _ in }))
    #expect(code == 0)
    try compare(
      String(contentsOf: output, encoding: .utf8), with: folder.appending(path: "LAPACK.swift"))
  }

  @Test func `every client compiles without a warning`() throws {
    var sources: [String: String] = [:]
    for fixture in HeaderFixture.all { sources[fixture.name] = try fixture.generate().text }
    sources["kinds"] = try FortranClientTests.kinds().text
    #expect(try SwiftCompiler.check(sources) == "")
  }

  @Test func `every client is in the project's layout`() throws {
    var sources: [String: String] = [:]
    for fixture in HeaderFixture.all { sources[fixture.name] = try fixture.generate().text }
    sources["kinds"] = try FortranClientTests.kinds().text
    #expect(try SwiftCompiler.lint(sources) == "")
  }

  @Test(arguments: HeaderFixture.all)
  func `generating twice gives the same`(_ fixture: HeaderFixture) throws {
    #expect(try fixture.generate().text == fixture.generate().text)
  }

  @Test(arguments: HeaderFixture.all.filter { $0.name != "omissions" })
  func `the methods are the same for another architecture`(_ fixture: HeaderFixture) throws {
    func methods(_ architecture: Architecture) throws -> [Substring] {
      try fixture.generate(architecture).text.split(separator: "\n")
        .filter { $0.contains(" func ") }
    }
    #expect(try methods(.x86_64) == methods(.i386))
  }

  private func compare(_ text: String, with file: URL) throws {
    if HeaderFixture.regenerates { try Data(text.utf8).write(to: file) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let difference = zip(lines, expected).first { $0 != $1 }
    #expect(difference?.0 == difference?.1, "make regenerate writes what is new")
    #expect(lines.count == expected.count)
  }
}
