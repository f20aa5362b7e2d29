import ArchBridge
import Testing

/// Requests in asynchronous contexts.
@Suite(.timeLimit(.minutes(2)))
struct ServerAsyncTests {
  @Test(arguments: [Place.sharedMemory, .pipe, .process])
  func `requests are awaited`(_ place: Place) async throws {
    let client = try place.client(["text": "a"])
    defer { client.close() }
    let server = client.server
    let difference: Int32 = try await server.subtract(5, b: 3)
    let same: Int32 = try await server.request("subtract", 5, 3)
    let labelled: Int32 = try await server.call("subtract", ["a": 5 as Int32, "b": 3 as Int32])
    let total: Int32 = try await server.get("total")
    let text: String = try await server.argument("text")
    try await server.reset()
    #expect((difference, same, labelled, total, text) == (2, 2, 2, 0, "a"))
    let error = await #expect(throws: BridgeError.self) {
      let _: Int32 = try await server.divide(1, b: 0)
    }
    #expect(error?.serverErrorName == "DivisionByZero")
  }

  @Test func `a cancelled task ends its request`() async throws {
    let client = try Place.sharedMemory.client()
    defer { client.close() }
    let (begun, feed) = AsyncStream.makeStream(of: Void.self)
    let task = Task { () async throws -> Double in
      try await client.server.integrate(
        ServerCallback { (x: Double) in
          feed.yield()
          return x
        }, steps: Int32.max)
    }
    for await _ in begun { break }
    task.cancel()
    let error = await #expect(throws: BridgeError.self) { _ = try await task.value }
    #expect(error?.code == .cancelled)
  }
}
