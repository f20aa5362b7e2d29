import ArchBridge
import ArchBridgeBuilder
import ArchBridgeServer
import ArchBridgeServerBuilder
import Foundation
import Gauge
import GaugeServer
import Testing

@testable import ServerValues

/// Generated sources at work in 32-bit processes.
@Suite struct ServerProgramTests {
  /// Builds the program of a fixture's server, and hands it to `body`.
  private func withProgram(
    _ fixture: String, _ files: [String], _ body: (ServerProgram) throws -> Void
  ) throws {
    let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let platform = try #require(HelperPlatform.all.first { $0.name == "i386" })
    let image = try ServerBuild(
      name: "", compiler: ServerFixture.compiler(), work: folder,
      archBridge: ServerFixture.package,
      sources: files.map { ServerFixture(name: fixture).folder.appending(path: "\($0).swift") }
    ).program(for: platform)
    let program = folder.appending(path: "server")
    try image.write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    try body(ServerProgram(path: program.path))
  }

  @Test func `values of every shape are written and read there as here`() throws {
    try withProgram("values", ["input", "examples"]) { program in
      let client = try LibraryClient(server: program)
      defer { client.close() }
      let there: [[UInt8]] = try client.server.call("examples", [:])
      let here = examples()
      #expect(there == here)
      #expect(here.count == 30)
      for first in stride(from: 0, to: 30, by: 2) { #expect(here[first] == here[first + 1]) }
    }
  }

  @Test func `a client stands for what a protocol's server offers`() throws {
    try withProgram("gauge", ["input"]) { program in
      let meter = try PowermeterClient(server: program)
      #expect(try measure(meter) == 3)
      #expect(meter.range == 2)
      #expect(try meter.identity == "gauge")
      #expect(meter.setup == nil && meter.names == ["a"])
      let setups = try meter.add(1, to: [2], default: Setup(samples: -7))
      #expect(setups.map(\.samples) == [-7])
      let error = #expect(throws: ServerError.self) { try meter.repeat(["a": 1]) }
      #expect(error?.name == "NoNames" && error?.message.contains("there are none") ?? false)
      meter.reset()
      #expect(meter.failure == nil)
      let help: String = try meter.client.server.help("readVoltage")
      #expect(help.contains("More than once."))
      let counter = CounterClient(meter.client, prefix: "counter_")
      counter.count = 4
      #expect(counter.count == 4)
      try counter.clear()
      #expect(counter.count == 0)
      // What cannot throw keeps its failure for what can.
      meter.range = 5
      #expect(meter.range == 5)
      meter.client.close()
      #expect(meter.range == 5)
      meter.range = 6
      #expect(meter.failure != nil)
      #expect(throws: ServerError.self) { try meter.identity }
      #expect(meter.failure == nil)
    }
  }
}
