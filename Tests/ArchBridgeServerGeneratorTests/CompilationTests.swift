import Foundation
import Testing

@testable import ServerValues

/// What is committed, compiled without a warning for 64 bits and for the helper.
@Suite struct CompilationTests {
  private func files(_ folder: String, _ names: [String]) -> [URL] {
    names.map { ServerFixture.package.appending(path: "\(folder)/\($0).swift") }
  }

  private func wire() throws -> [URL] {
    let folder = ServerFixture.package.appending(path: "Sources/ArchBridgeWire")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "swift" }
  }

  @Test func `a server and its client compile for 64 bits`() throws {
    let compiler = try ServerCompiler(.host)
    let kit = try compiler.compile(
      "ArchBridgeServer", files("fixtures/servers/kit", ["Wire", "Server"]))
    #expect(kit == "")
    let server = try compiler.compile(
      "GaugeServer", files("fixtures/servers/gauge", ["input", "expected"]))
    #expect(server == "")
    #expect(try compiler.compile("ArchBridge", files("fixtures/servers/kit", ["Client"])) == "")
    #expect(try compiler.compile("Gauge", files("fixtures/servers/gauge", ["client"])) == "")
  }

  @Test func `a server compiles for the helper, and values are written and read there as here`()
    throws
  {
    let compiler = try ServerCompiler(.helper)
    #expect(try compiler.compile("ArchBridgeWire", wire()) == "")
    let kit = try compiler.compile(
      "ArchBridgeServer", files("fixtures/servers/kit", ["Wire", "Server"]))
    #expect(kit == "")
    let gauge = try compiler.compile(
      "Gauge", files("fixtures/servers/gauge", ["input", "expected"]))
    #expect(gauge == "")
    let values = try compiler.compile(
      "Values",
      files("fixtures/servers", ["values/input", "values/expected", "values/examples", "kit/Main"]))
    #expect(values == "")
    let printed = try compiler.print(["Values", "ArchBridgeServer", "ArchBridgeWire"])
    let examples = examples()
    #expect(printed == examples.map { $0.map { "\($0) " }.joined() + "\n" }.joined())
    #expect(examples.count == 30)
    for pair in stride(from: 0, to: 30, by: 2) { #expect(examples[pair] == examples[pair + 1]) }
  }
}
