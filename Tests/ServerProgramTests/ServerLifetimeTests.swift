import ArchBridge
import ArchBridgeServer
import ArchBridgeTesting
import Synchronization
import Testing

private let serverCount = Atomic(0)

/// A server whose functions refer to it.
private final class CountingServer: LibraryServer {
  private var sum: Int32 = 0

  required init(_ arguments: ServerArguments) throws(ServerError) {
    try super.init(arguments)
    serverCount.add(1, ordering: .relaxed)
    register("add", parameters: ["a"]) { (a: Int32) -> Int32 in
      self.sum += a
      return self.sum
    }
  }

  deinit { serverCount.subtract(1, ordering: .relaxed) }
}

/// Servers in this very process.
@Suite struct ServerLifetimeTests {
  @Test func `a server is gone when its client is, though its functions refer to it`() throws {
    for _ in 0..<3 {
      try withSession(LibraryClient(server: CountingServer.self, in: .process)) { client in
        let add = try client.server.function("add", as: ((Int32) -> Int32).self)
        #expect(try add.map([1, 2]) == [1, 3])
        #expect(serverCount.load(ordering: .relaxed) == 1)
      }
      while serverCount.load(ordering: .relaxed) > 0 {}
    }
  }
}
