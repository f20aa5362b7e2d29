import Foundation
import Testing

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

  @Test func `a server and every shape of value compile for the helper`() throws {
    let compiler = try ServerCompiler(.helper)
    #expect(try compiler.compile("ArchBridgeWire", wire()) == "")
    let kit = try compiler.compile(
      "ArchBridgeServer", files("fixtures/servers/kit", ["Wire", "Server"]))
    #expect(kit == "")
    for name in ["gauge", "values"] {
      let server = try compiler.compile(
        name, files("fixtures/servers/\(name)", ["input", "expected"]))
      #expect(server == "")
    }
  }
}
