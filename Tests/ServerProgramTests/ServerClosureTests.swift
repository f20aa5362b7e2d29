import ArchBridge
import Synchronization
import Testing

/// Closures of the client's that a server calls while it answers.
@Suite(.timeLimit(.minutes(2)))
struct ServerClosureTests {
  private final class Values: Sendable {
    let all = Mutex<[Double]>([])
  }

  private struct Enough: Error {}

  @Test(arguments: Place.allCases)
  func `a function gives several values before it returns`(_ place: Place) throws {
    let values = Values()
    try withSession(place.client()) { client in
      try client.server.scan(
        count: 4,
        values: ServerCallback { (value: Double) in values.all.withLock { $0.append(value) } })
    }
    #expect(values.all.withLock { $0 } == [0, 1, 2, 3])
  }

  @Test(arguments: Place.allCases)
  func `a closure gives a result, of any length`(_ place: Place) throws {
    try withSession(place.client()) { client in
      let area: Double = try client.server.integrate(
        ServerCallback { (x: Double) in 3 * x * x }, Int32(1_000))
      #expect(abs(area - 1) < 1e-6)
      let long = String(repeating: "x", count: 100_000)
      let all: [String] = try client.server.each(
        ["a", "b"], ServerCallback { (name: String) in [name, name + long] })
      #expect(all == ["a", "a" + long, "b", "b" + long])
    }
  }

  @Test(arguments: Place.allCases)
  func `what a closure throws ends the call, and the server goes on`(_ place: Place) throws {
    let values = Values()
    try withSession(place.client()) { client in
      let error = thrown {
        try client.server.scan(
          1_000_000,
          ServerCallback { (value: Double) throws in
            if value == 2 { throw Enough() }
            values.all.withLock { $0.append(value) }
          })
      }
      #expect(error?.code == .callbackFailed && error?.underlyingError is Enough)
      #expect(values.all.withLock { $0 } == [0, 1])
      let count: Int32 = try client.server.count()
      #expect(count == 1)
    }
  }

  @Test(arguments: Place.allCases)
  func `a closure asks the server in turn`(_ place: Place) throws {
    try withSession(place.client()) { client in
      let sum: Double = try client.server.integrate(
        ServerCallback { (_: Double) throws -> Double in
          let count: Int32 = try client.server.count()
          return Double(count)
        }, Int32(4))
      #expect(sum == 2.5)
    }
  }

  @Test func `a closure is no value of another kind`() throws {
    try withSession(Place.sharedMemory.client()) { client in
      let nested = thrown {
        try client.server.say([ServerCallback { (_: Double) in }])
      }
      #expect(
        nested?.message == "the argument cannot cross: a closure crosses as an argument of a "
          + "server's function only")
      let wrong = thrown {
        try client.server.scan(
          1, ServerCallback { (_: String) in })
      }
      #expect(wrong?.code == .callbackFailed)
    }
  }
}
