import ArchBridge
import Synchronization
import TestServer
import Testing

/// A client with a function of its own.
private final class Meter: LibraryClient, @unchecked Sendable {
  init(device: String) throws {
    try super.init(server: .testServer, arguments: ["text": device])
  }

  func device() throws -> String { try server.argument("text") }
}

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
      #expect(crash?.message.contains("a trap of Swift's") ?? false)
      let text: String = try client.server.argument("text")
      let restarted: Int32 = try client.server.count()
      #expect((count, text, restarted) == (1, "again", 1))
      #expect(try subtract(3, 1) == 2)
    }
  }

  @Test func `a client of a server has functions of its own`() throws {
    #expect(try withSession(Meter(device: "first")) { try $0.device() } == "first")
  }

  @Test func `requests are traced as they were made`() throws {
    let output = Output()
    var configuration = LibraryClient.Configuration()
    configuration.trace = { trace in
      output.text.withLock {
        $0 +=
          "\(trace.function)(\(trace.arguments.joined(separator: ", "))) "
          + "\(trace.result ?? trace.error ?? "")\n"
      }
    }
    try withSession(Place.sharedMemory.client(["text": "a"], configuration: configuration)) {
      let mean: Double = try $0.server.mean([1.0, 2.0])
      let shapes: [Shape] = try $0.server.shapes([Shape.circle(Point(x: 1, y: 2), radius: 3)])
      #expect(mean == 1.5 && shapes.count == 1)
      let server = $0.server
      #expect(thrown { let _: Int32 = try server.divide(1, b: 0) }?.code == .serverError)
    }
    #expect(
      output.text.withLock { $0 } == """
        start(text: "a")\u{20}
        mean(values: [1.0, 2.0]) 1.5
        shapes(shapes: [["circle": ["_0": ["x": 1.0, "y": 2.0], "radius": 3.0]]]) \
        [["circle": ["_0": ["x": 1.0, "y": 2.0], "radius": 3.0]]]
        divide(a: 1, b: 0) the server has thrown: DivisionByZero: nothing is divided by 0

        """)
  }

  @Test func `a client that is closed asks no more`() throws {
    let client = try Place.sharedMemory.client()
    client.close()
    #expect(thrown { try client.server.reset() }?.code == .sessionClosed)
  }
}
