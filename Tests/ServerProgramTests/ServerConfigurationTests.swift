import ArchBridge
import Foundation
import Testing

/// What holds for libraries holds for servers: pools, recordings, confinement.
@Suite(.timeLimit(.minutes(4)))
struct ServerConfigurationTests {
  @Test func `a pool has a server for each helper, and replaces one that has crashed`()
    async throws
  {
    let pool = try LibraryPool(server: .testServer, arguments: ["text": "pooled"], count: 2)
    defer { pool.close() }
    let doubled = try await pool.map(0..<20) { client, value -> Int32 in
      let text: String = try client.server.argument("text")
      #expect(text == "pooled")
      return try client.server.subtract(Int32(value) * 3, b: Int32(value))
    }
    #expect(doubled == (0..<20).map { 2 * $0 })
    #expect(pool.helperProcessIDs.count == 2)
    let outcomes = try await pool.map(0..<6) { client, value -> String in
      guard value == 3 else { return try client.server.argument("text") }
      return "\(thrown { try client.server.trap() }?.code == .helperEnded)"
    }
    #expect(outcomes == (0..<6).map { $0 == 3 ? "true" : "pooled" })
  }

  // MARK: Recording

  private func withArchive(_ body: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "server-\(UUID().uuidString).recording"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  private func use(_ client: LibraryClient) throws -> [String] {
    let meter = client.server
    let difference: Int32 = try meter.subtract(5, b: 3)
    let failure = thrown { let _: Int32 = try meter.divide(1, b: 0) }
    let mean: Double = try meter.mean([1, 2, 6])
    let subtract = try meter.function("subtract", as: ((Int32, Int32) -> Int32).self)
    let differences = try subtract.map([1, 2, 3], [1, 1, 1])
    let integral: Double = try meter.call(
      "integrate", ["f": ServerCallback { (x: Double) in 2 * x }, "steps": 4 as Int32])
    let total: Int32 = try meter.total
    return [
      "\(difference)", "\(failure?.serverErrorName ?? "")", "\(mean)", "\(differences)",
      "\(integral)", "\(total)",
    ]
  }

  @Test func `a session is recorded, and answered without the server`() throws {
    try withArchive { path in
      let recorded = try withSession(
        Place.sharedMemory.client(["text": "a"], configuration: .init(archive: .recording(path))),
        use)
      #expect(recorded == ["2", "DivisionByZero", "3.0", "[0, 1, 2]", "1.0", "0"])
      let replayed = try withSession(
        LibraryClient(
          server: ServerProgram(path: "/nowhere/TestServer"), arguments: ["text": "a"],
          configuration: .init(archive: .replaying(path))), use)
      #expect(replayed == recorded)
      #expect(try withSession(LibraryClient(replaying: path), use) == recorded)
    }
  }

  @Test func `what differs from the recording is told`() throws {
    try withArchive { path in
      _ = try withSession(
        Place.sharedMemory.client(configuration: .init(archive: .recording(path))), use)
      let client = try Place.sharedMemory.client(configuration: .init(archive: .replaying(path)))
      let error = thrown { let _: Int32 = try client.server.subtract(5, b: 4) }
      #expect(error?.code == .replayMismatch)
      #expect(
        error?.message
          == "call 1: recorded subtract(a: 5, b: 3), made subtract(a: 5, b: 4): argument 2 differs")
      client.close()
      let other = thrown {
        _ = try Place.sharedMemory.client(
          ["text": "b"], configuration: .init(archive: .replaying(path)))
      }
      #expect(other?.code == .replayMismatch)
      #expect(
        other?.message
          == #"call 1: recorded start(), made start(text: "b"): 1 arguments instead of 0"#)
    }
  }

  // MARK: Confinement

  @Test func `a server is confined before it starts`() throws {
    var configuration = LibraryClient.Configuration()
    configuration.confinement = .strict
    try withSession(
      Place.sharedMemory.client(["mode": "opens"], configuration: configuration)
    ) { client in
      let isOpen: Bool = try client.server.canOpen("/etc/passwd")
      let wasOpen: Bool = try client.server.couldOpen
      #expect(!isOpen && !wasOpen)
    }
    try withSession(Place.sharedMemory.client(["mode": "opens"])) { client in
      let isOpen: Bool = try client.server.canOpen("/etc/passwd")
      let wasOpen: Bool = try client.server.couldOpen
      #expect(isOpen && wasOpen)
    }
  }

  @Test func `a confined server has its library`() throws {
    let place = Place.sharedMemory
    var configuration = LibraryClient.Configuration()
    let folder = URL(filePath: place.library).deletingLastPathComponent().path
    configuration.confinement = .strict(reading: [folder])
    try withSession(
      place.client(["library": place.library], configuration: configuration)
    ) { client in
      let sum: Int32 = try client.server.add(1, b: 2)
      #expect(sum == 3)
    }
  }
}
