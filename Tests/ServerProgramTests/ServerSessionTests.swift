import ArchBridge
import Synchronization
import Testing

/// A server's session from its start to its end.
@Suite(.timeLimit(.minutes(2)))
struct ServerSessionTests {
  private final class Output: Sendable {
    let text = Mutex("")
  }

  @Test(arguments: [Place.sharedMemory, .pipe, .x86_64])
  func `what it prints is output, the last words at its end too`(_ place: Place) throws {
    let output = Output()
    var configuration = LibraryClient.Configuration()
    configuration.output = .handler { piece in
      output.text.withLock { $0 += String(decoding: piece.bytes, as: UTF8.self) }
    }
    try withSession(place.client(configuration: configuration)) { client in
      try client.server.say("first")
      let count: Int32 = try client.server.count()
      #expect(count == 1)
    }
    #expect(output.text.withLock { $0 } == "first\nbye\n")
  }

  @Test func `a server that traps ends its helper, and another is started as the first was`()
    throws
  {
    var configuration = LibraryClient.Configuration()
    configuration.recovery = .automatic
    try withSession(
      Place.sharedMemory.client(["text": "again"], configuration: configuration)
    ) { client in
      let count: Int32 = try client.server.count()
      let subtract = try client.server.function(
        "subtract", as: ((Int32, Int32) -> Int32).self)
      let crash = thrown { try client.server.trap() }
      #expect(crash?.code == .helperEnded && crash?.symbol == "trap")
      let text: String = try client.server.argument("text")
      let restarted: Int32 = try client.server.count()
      #expect((count, text, restarted) == (1, "again", 1))
      #expect(try subtract(3, 1) == 2)
    }
  }

  @Test func `a client that is closed asks no more`() throws {
    let client = try Place.sharedMemory.client()
    client.close()
    #expect(thrown { try client.server.reset() }?.code == .sessionClosed)
  }
}
