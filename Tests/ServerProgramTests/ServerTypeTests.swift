import ArchBridge
import ArchBridgeServer
import TestServer
import Testing

/// Values and protocols of a server's own.
@Suite(.timeLimit(.minutes(2)))
struct ServerTypeTests {
  @Test(arguments: Place.allCases)
  func `structures and enumerations arrive as they left`(_ place: Place) throws {
    try withSession(place.client()) { client in
      let moved: Point = try client.server.move(Point(x: 1, y: -2), by: 0.5)
      #expect(moved == Point(x: 1.5, y: -1.5))
      let shapes = [
        Shape.empty, .circle(Point(x: 0, y: 0, label: "centre"), radius: 2), .polygon([moved]),
      ]
      let same: [Shape] = try client.server.shapes(shapes)
      #expect(same == shapes)
    }
  }

  /// A point of another form.
  private struct NamedPoint: Codable {
    var x: String
  }

  @Test func `a result of another form says where it differs`() throws {
    try withSession(Place.process.client()) { client in
      let server = client.server
      let error = thrown { let _: NamedPoint = try server.move(Point(x: 1, y: 2), by: 0.5) }
      #expect(error?.code == .typeMismatch)
      #expect(
        error?.message.hasPrefix("it gives Point, which is no NamedPoint (at x: ") == true,
        "\(error?.message ?? "")")
    }
  }

  /// What does not know where the meter is.
  private func measure(_ meter: some Powermeter) throws(ServerError) -> Double {
    var meter = meter
    meter.range = 8
    return try meter.readVoltage(samples: 3, unit: .volt)
  }

  @Test(arguments: Place.allCases)
  func `one protocol serves both sides`(_ place: Place) throws {
    #expect(try measure(SimulatedPowermeter()) == 2)
    try withSession(place.client()) { (client: LibraryClient) throws in
      let meter = PowermeterClient(client)
      #expect(try measure(meter) == 2)
      #expect(meter.range == 8)
      #expect(try meter.identity == "simulated")
      do throws(ServerError) {
        _ = try meter.readVoltage(samples: 0, unit: .ampere)
        Issue.record("a mean of nothing")
      } catch {
        #expect(error.name == "NoSamples" && error.message == "a mean takes a sample")
      }
    }
  }
}
